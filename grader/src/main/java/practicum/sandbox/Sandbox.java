package practicum.sandbox;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where a program runs: behind a wall that the operating system keeps, or in the open. */
public sealed interface Sandbox permits Bubblewrap, NoSandbox {
    /** How to start the program here: its command, environment and working directory. */
    ProcessBuilder command(JavaProgram program);

    /** The folders that a process started here may write to, and that are bounded; none where nothing is. */
    Scratch scratch(ProcessTree tree);

    /** One line that says what the place is. */
    String description();

    /** The Java command, given where the JDK, the class path and the home folder lie as the program sees them. */
    static List<String> javaCommand(JavaProgram program, Path javaHome, List<String> classPath) {
        Resources resources = program.resources();
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin/java").toString());
        command.add("-Xmx" + resources.heapBytes());
        command.add("-XX:MaxDirectMemorySize=" + resources.nativeBytes());
        // The JVM's own words must not land in standard output, which carries the protocol.
        command.add("-Xlog:disable");
        command.add("-Xlog:all=warning:stderr");
        command.add("-XX:+DisplayVMOutputToStderr");
        command.add("-Djava.awt.headless=true");
        command.add("-Dpracticum.offline=true");
        command.addAll(program.vmOptions());
        command.add("-cp");
        command.add(String.join(File.pathSeparator, classPath));
        command.add(program.mainClass());
        command.addAll(program.arguments());
        return command;
    }

    /** The environment variables of the libraries that a notebook uses. */
    static Map<String, String> libraryEnvironment(String natives) {
        return Map.of("DJL_CACHE_DIR", natives, "DJL_OFFLINE", "true");
    }
}
