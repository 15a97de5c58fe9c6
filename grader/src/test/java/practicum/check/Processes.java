package practicum.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import practicum.runner.CellProcess;
import practicum.runner.CellRunner;
import practicum.runner.Kernel;
import practicum.runner.Limits;
import practicum.sandbox.NoSandbox;

/** Real kernel processes, in a folder of their own, with little patience. */
final class Processes {
    private Processes() {}

    static Supplier<CellRunner> in(Path folder) {
        Path root = Path.of(System.getProperty("practicum.home"));
        Path target = root.resolve("kernel-lib/target");
        var limits = Limits.standard().withCell(Duration.ofSeconds(8)).withCellOutput(200_000);
        try {
            var kernel = Kernel.of(
                    target.resolve("kernel-lib.jar"), target.resolve("kernel.classpath"), folder);
            return () -> CellProcess.start(kernel, new NoSandbox(folder), limits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
