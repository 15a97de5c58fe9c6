package practicum.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import practicum.source.Project;

/** Examines everything that the course needs of a machine. */
public final class Doctor {
    private final List<Examination> examinations;

    /** One for a course's folder. */
    public Doctor(Project project) {
        var all = new ArrayList<Examination>(List.of(new MachineExamination(project), new FontExamination()));
        if (!project.isRelease()) {
            all.add(new MavenExamination(project));
        }
        all.addAll(List.of(
                new JupyterExamination(project), new KernelExamination(project), new SandboxExamination(project)));
        this.examinations = List.copyOf(all);
    }

    /** Examines one thing after another; each is done when the stream comes to it. */
    public Stream<Diagnosis> diagnoses() {
        return examinations.stream().flatMap(examination -> examination.examine().stream());
    }
}
