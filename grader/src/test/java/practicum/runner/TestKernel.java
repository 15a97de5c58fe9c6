package practicum.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The kernel as the build that runs the tests left it, with its natives unpacked. */
final class TestKernel {
    private static final Kernel KERNEL = unpacked();

    private TestKernel() {}

    static Kernel get() {
        return KERNEL;
    }

    private static Kernel unpacked() {
        Path root = Path.of(System.getProperty("practicum.home"));
        try {
            Path target = root.resolve("kernel-lib/target");
            Kernel kernel = Kernel.of(
                    target.resolve("kernel-lib.jar"),
                    target.resolve("kernel.classpath"),
                    root.resolve(".practicum/native"));
            Natives.unpack(kernel);
            return kernel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
