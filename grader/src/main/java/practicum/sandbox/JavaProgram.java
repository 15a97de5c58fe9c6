package practicum.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Java program to start: what it runs and within which bounds, wherever it then runs.
 *
 * @param javaHome the JDK that runs it
 * @param classPath its jars and class folders, in order
 * @param mainClass its main class
 * @param arguments what its main method is given
 * @param vmOptions further options of the virtual machine
 * @param natives the folder of unpacked native libraries
 * @param resources what it may use up
 * @param archive its classes, where they are archived or shall be
 */
public record JavaProgram(
        Path javaHome,
        List<Path> classPath,
        String mainClass,
        List<String> arguments,
        List<String> vmOptions,
        Path natives,
        Resources resources,
        Optional<ClassArchive> archive) {
    /** A program that starts from no archive of classes. */
    public JavaProgram(
            Path javaHome,
            List<Path> classPath,
            String mainClass,
            List<String> arguments,
            List<String> vmOptions,
            Path natives,
            Resources resources) {
        this(javaHome, classPath, mainClass, arguments, vmOptions, natives, resources, Optional.empty());
    }

    /** Keeps copies of the lists. */
    public JavaProgram {
        classPath = List.copyOf(classPath);
        arguments = List.copyOf(arguments);
        vmOptions = List.copyOf(vmOptions);
    }

    /** The same program, starting from an archive of its classes or leaving one. */
    public JavaProgram with(ClassArchive classes) {
        return new JavaProgram(
                javaHome, classPath, mainClass, arguments, vmOptions, natives, resources, Optional.of(classes));
    }

    /** The same program with further options of the virtual machine. */
    public JavaProgram with(List<String> furtherOptions) {
        List<String> options = new ArrayList<>(vmOptions);
        options.addAll(furtherOptions);
        return new JavaProgram(javaHome, classPath, mainClass, arguments, options, natives, resources, archive);
    }

    /** The JDK that runs this very program. */
    public static Path currentJavaHome() {
        return Path.of(System.getProperty("java.home"));
    }
}
