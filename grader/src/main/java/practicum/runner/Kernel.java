package practicum.runner;

import java.nio.file.Path;
import java.util.List;
import practicum.sandbox.JavaProgram;
import practicum.sandbox.Resources;

/**
 * The notebook kernel as a program to start: exactly kernel-lib's class path, on a JDK, with unpacked natives.
 *
 * @param javaHome the JDK
 * @param classPath kernel-lib's jar and its dependencies, in order
 * @param natives the folder of unpacked native libraries
 */
public record Kernel(Path javaHome, List<Path> classPath, Path natives) {
    /** Its main class: cells in, outputs out. */
    private static final String MAIN = "practicum.notebook.CellServer";

    /** A submission is short: quick compilation and little memory count for more than peak speed. */
    private static final List<String> SHORT_LIVED =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:-UsePerfData");

    /** Keeps a copy of the class path. */
    public Kernel {
        classPath = List.copyOf(classPath);
    }

    /** The kernel on the JDK that runs this very program. */
    public static Kernel of(List<Path> classPath, Path natives) {
        return new Kernel(JavaProgram.currentJavaHome(), classPath, natives);
    }

    /** The program that evaluates cells within these bounds. */
    JavaProgram program(Resources resources) {
        return new JavaProgram(javaHome, classPath, MAIN, List.of(), SHORT_LIVED, natives, resources);
    }
}
