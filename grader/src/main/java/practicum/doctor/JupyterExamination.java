package practicum.doctor;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import practicum.jupyter.FrontEnd;
import practicum.jupyter.FrontEndSetup;
import practicum.jupyter.KernelSpec;
import practicum.jupyter.Kernels;
import practicum.source.Project;

/** Jupyter, and whether it has been told of the kernel. */
record JupyterExamination(Project project) implements Examination {
    @Override
    public List<Diagnosis> examine() {
        return List.of(frontEnd(), kernelSpec());
    }

    private Diagnosis frontEnd() {
        List<String> broken = new ArrayList<>();
        for (FrontEnd frontEnd : FrontEnd.find(FrontEndSetup.virtualEnvironment(project))) {
            String version = frontEnd.version();
            if (version.matches("\\d+\\.\\d+.*")) {
                return Diagnosis.well("Jupyter", frontEnd.kind() + " " + version + " (" + frontEnd.program() + ").");
            }
            broken.add(frontEnd.program() + " does not start");
        }
        return Diagnosis.weak(
                "Jupyter",
                broken.isEmpty() ? "Not installed." : String.join("; ", broken) + ".",
                "./practicum start sets one up; or apt-get install jupyter-notebook, or python3 -m pip install"
                        + " jupyterlab");
    }

    private Diagnosis kernelSpec() {
        var spec = Kernels.ofProject(project).resolve(KernelSpec.COURSE).resolve("kernel.json");
        return Files.exists(spec)
                ? Diagnosis.well("spec", "Jupyter finds the kernel in " + project.show(spec) + ".")
                : Diagnosis.weak("spec", "Jupyter does not know the kernel yet.", "./practicum start installs it.");
    }
}
