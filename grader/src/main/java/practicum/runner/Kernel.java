package practicum.runner;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

    /**
     * The kernel as a build left it.
     *
     * @param kernelLibJar kernel-lib's own jar
     * @param classPathFile the file in which the build lists its dependencies
     */
    public static Kernel of(Path kernelLibJar, Path classPathFile, Path natives) throws IOException {
        if (!Files.exists(kernelLibJar) || !Files.exists(classPathFile)) {
            throw new IOException("kernel-lib is not built: there is no " + kernelLibJar
                    + " with its class path beside it. Run ./mvnw package -DskipTests.");
        }
        List<Path> entries = new ArrayList<>();
        entries.add(kernelLibJar);
        Stream.of(Files.readString(classPathFile).strip().split(File.pathSeparator))
                .map(Path::of)
                .forEach(entries::add);
        return new Kernel(JavaProgram.currentJavaHome(), entries, natives);
    }

    /** The program that evaluates cells within these bounds. */
    JavaProgram program(Resources resources) {
        return new JavaProgram(javaHome, classPath, MAIN, List.of(), SHORT_LIVED, natives, resources);
    }
}
