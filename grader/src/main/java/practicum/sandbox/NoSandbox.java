package practicum.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * No wall: the program runs as the user, in a folder, with the user's environment. Right for one's own notebook.
 *
 * @param folder its working directory
 */
public record NoSandbox(Path folder) implements Sandbox {
    @Override
    public ProcessBuilder command(JavaProgram program) {
        ProcessBuilder builder = new ProcessBuilder(Sandbox.javaCommand(
                program,
                program.javaHome(),
                program.classPath().stream().map(Path::toString).toList()));
        builder.environment()
                .putAll(Sandbox.libraryEnvironment(program.natives().toString()));
        return builder.directory(folder.toFile());
    }

    /** None: the folder is the user's own. */
    @Override
    public Scratch scratch(ProcessTree tree) {
        return new Scratch(List.of());
    }

    @Override
    public String description() {
        return "no sandbox";
    }
}
