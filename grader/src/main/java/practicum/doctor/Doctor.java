package practicum.doctor;

import java.util.List;
import java.util.stream.Stream;
import practicum.source.Project;

/** Examines everything that the course needs of a machine. */
public final class Doctor {
    private final List<Examination> examinations;

    /** One for a course's folder. */
    public Doctor(Project project) {
        this.examinations = List.of(
                new MachineExamination(project),
                new FontExamination(),
                new MavenExamination(project),
                new JupyterExamination(project),
                new KernelExamination(project),
                new SandboxExamination(project));
    }

    /** Examines one thing after another; each is done when the stream comes to it. */
    public Stream<Diagnosis> diagnoses() {
        return examinations.stream().flatMap(examination -> examination.examine().stream());
    }
}
