package practicum.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import practicum.jupyter.Jdk;
import practicum.jupyter.Jdks;
import practicum.jupyter.Memory;
import practicum.source.Project;

/** The JDK, the memory, the disk. */
record MachineExamination(Project project) implements Examination {
    private static final long COMFORTABLE_MEMORY = 3500;
    private static final long LEAST_MEMORY = 1800;
    private static final long COMFORTABLE_DISK = 1500;
    private static final long LEAST_DISK = 100;

    @Override
    public List<Diagnosis> examine() {
        List<Diagnosis> found = new ArrayList<>();
        found.add(jdk());
        found.add(memory(Memory.totalMegabytes()));
        found.add(disk(project.root().toFile().getUsableSpace() >> 20));
        return found;
    }

    private static Diagnosis jdk() {
        if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
            return Diagnosis.ill(
                    "JDK",
                    Jdk.running() + " lacks JShell, which runs the cells.",
                    "Install a whole JDK, 17 or newer, and point JAVA_HOME at it.");
        }
        String kernels = Jdks.forKernels().stream().map(Jdk::toString).collect(Collectors.joining(" and "));
        return Diagnosis.well("JDK", "Notebooks can run on " + kernels + ".");
    }

    static Diagnosis memory(long megabytes) {
        String seen = megabytes + " MB in all.";
        if (megabytes < LEAST_MEMORY) {
            return Diagnosis.ill("memory", seen, "A notebook takes up to 2 GB; use a machine with 4 GB or more.");
        }
        return megabytes < COMFORTABLE_MEMORY
                ? Diagnosis.weak("memory", seen, "Enough for one notebook at a time; end the others' kernels.")
                : Diagnosis.well("memory", seen);
    }

    static Diagnosis disk(long megabytes) {
        String seen = megabytes + " MB free.";
        if (megabytes < LEAST_DISK) {
            return Diagnosis.ill("disk", seen, "Free some space: notebooks could not be saved.");
        }
        return megabytes < COMFORTABLE_DISK
                ? Diagnosis.weak("disk", seen, "A first build and the native libraries take 1500 MB.")
                : Diagnosis.well("disk", seen);
    }
}
