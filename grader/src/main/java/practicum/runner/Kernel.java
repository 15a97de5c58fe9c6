package practicum.runner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import practicum.sandbox.ClassArchive;
import practicum.sandbox.JavaProgram;
import practicum.sandbox.Resources;

/**
 * The notebook kernel as a program to start: exactly kernel-lib's class path, on a JDK, with unpacked natives.
 *
 * @param javaHome the JDK
 * @param classPath kernel-lib's jar and its dependencies, in order
 * @param natives the folder of unpacked native libraries
 * @param archive its classes as the virtual machine maps them, where there is such a file
 */
public record Kernel(Path javaHome, List<Path> classPath, Path natives, Optional<Path> archive) {
    /** Its main class: cells in, outputs out. */
    private static final String MAIN = "practicum.notebook.CellServer";

    /** A submission is short: quick compilation and little memory count for more than peak speed. */
    private static final List<String> SHORT_LIVED =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:-UsePerfData");

    /** Keeps a copy of the class path. */
    public Kernel {
        classPath = List.copyOf(classPath);
    }

    Kernel(Path javaHome, List<Path> classPath, Path natives) {
        this(javaHome, classPath, natives, Optional.empty());
    }

    /** The kernel on the JDK that runs this very program. */
    public static Kernel of(List<Path> classPath, Path natives) {
        return new Kernel(JavaProgram.currentJavaHome(), classPath, natives);
    }

    /** The same kernel, starting from archived classes. */
    Kernel startingFrom(Path classes) {
        return new Kernel(javaHome, classPath, natives, Optional.of(classes));
    }

    /** The program that evaluates cells within these bounds. */
    JavaProgram program(Resources resources) {
        var program = new JavaProgram(javaHome, classPath, MAIN, List.of(), SHORT_LIVED, natives, resources);
        return archive.filter(Files::isReadable)
                .map(file -> program.with(ClassArchive.of(file)))
                .orElse(program);
    }
}
