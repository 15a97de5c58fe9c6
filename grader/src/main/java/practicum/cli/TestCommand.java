package practicum.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import practicum.source.Project;

/** Runs all tests, as {@code ./mvnw verify} does; the launcher does this itself, before anything is built. */
@Command(name = "test", description = "Run all tests: the same as ./mvnw verify.")
final class TestCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "More arguments for Maven, such as -pl grader.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Project project = Project.find();
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>();
        command.add(project.root().resolve(windows ? "mvnw.cmd" : "mvnw").toString());
        command.add("verify");
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(project.root().toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
