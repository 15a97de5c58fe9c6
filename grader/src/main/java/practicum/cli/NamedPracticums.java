package practicum.cli;

import java.util.List;
import picocli.CommandLine.Parameters;
import practicum.source.Project;

/** The practicums that a command is about. */
final class NamedPracticums {
    @Parameters(
            arity = "0..*",
            paramLabel = "NN",
            description = "Practicums by number or stem; all where none is named.")
    private List<String> names = List.of();

    /** Their stems. */
    List<String> stems(Project project) {
        return project.stems(names);
    }
}
