package practicum.doctor;

import java.util.List;
import practicum.sandbox.Bubblewrap;
import practicum.sandbox.NoSandbox;
import practicum.sandbox.ProbeReport;
import practicum.sandbox.Sandbox;
import practicum.sandbox.SandboxProbe;
import practicum.source.Project;

/** The wall around submissions; only who grades needs it. */
record SandboxExamination(Project project) implements Examination {
    @Override
    public List<Diagnosis> examine() {
        Sandbox sandbox = Bubblewrap.find().<Sandbox>map(wall -> wall).orElseGet(() -> new NoSandbox(project.root()));
        ProbeReport report = SandboxProbe.run(sandbox, project.nativeDir(), List.of(project.solutions()));
        if (report.isWhole()) {
            return List.of(Diagnosis.well(
                    "sandbox", report.findings().size() + " protections tried, all hold: " + report.sandbox() + "."));
        }
        return List.of(Diagnosis.weak(
                "sandbox",
                "Grading is not safe here (%s): %d protections do not hold: %s"
                        .formatted(
                                report.sandbox(),
                                report.missing().size(),
                                String.join(
                                        " ",
                                        report.complaints()
                                                .subList(
                                                        0,
                                                        Math.min(
                                                                3,
                                                                report.missing().size())))),
                report.remedy()));
    }
}
