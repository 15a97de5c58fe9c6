package practicum.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import practicum.runner.CellProcess;
import practicum.runner.CellRunner;
import practicum.runner.Kernel;
import practicum.runner.Limits;
import practicum.sandbox.NoSandbox;
import practicum.source.Project;

/** Real kernel processes, in a folder of their own, with little patience. */
public final class Processes {
    private Processes() {}

    public static Supplier<CellRunner> in(Path folder) {
        var project = Project.find();
        var kernel = Kernel.of(project.kernelClassPath(), folder);
        var limits = Limits.standard().withCell(Duration.ofSeconds(8)).withCellOutput(200_000);
        return () -> CellProcess.start(kernel, new NoSandbox(folder), limits);
    }
}
