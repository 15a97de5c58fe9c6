package practicum.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import practicum.tensor.Tensor;

/** From nothing to the first operation: a Java process that loads PyTorch and adds two numbers. Only the wall clock counts. */
final class StartCase {
    private StartCase() {}

    static BenchCase one() {
        return BenchCase.elsewhere("start to first operation", () -> {
            start();
            return new float[0];
        });
    }

    private static void start() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        String cache = System.getProperty("DJL_CACHE_DIR");
        if (cache != null) {
            command.add("-DDJL_CACHE_DIR=" + cache);
        }
        command.add(StartCase.class.getName());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new BenchException("A Java process that adds two numbers failed: " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A Java process could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("The measurement was interrupted.");
        }
    }

    /** What the process does. */
    public static void main(String[] args) {
        if (Tensor.scalar(1).add(Tensor.scalar(2)).item() != 3) {
            throw new IllegalStateException("1 + 2 is not 3");
        }
    }
}
