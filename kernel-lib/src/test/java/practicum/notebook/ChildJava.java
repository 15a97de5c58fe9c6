package practicum.notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Starts a main class in a process of its own, with this test's JDK and class path. */
public final class ChildJava {
    private ChildJava() {}

    static ProcessBuilder of(Class<?> main, String... arguments) {
        return withHeap("512m", main, arguments);
    }

    /** With a heap of at most this size, such as {@code 96m}. */
    public static ProcessBuilder withHeap(String heap, Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Djava.awt.headless=true",
                "-DDJL_CACHE_DIR=" + System.getProperty("DJL_CACHE_DIR", ""),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command);
    }
}
