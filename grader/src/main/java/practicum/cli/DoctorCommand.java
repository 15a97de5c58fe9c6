package practicum.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import practicum.doctor.Diagnosis.Health;
import practicum.doctor.Doctor;
import practicum.source.Project;

/** Checks everything that the course needs of this machine. */
@Command(name = "doctor", description = "Check this machine and say how to mend what is missing.")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        var ill = new AtomicBoolean();
        new Doctor(Project.find()).diagnoses().forEach(diagnosis -> {
            out.println(diagnosis);
            out.flush();
            ill.compareAndSet(false, diagnosis.health() == Health.ILL);
        });
        return ill.get() ? 1 : 0;
    }
}
