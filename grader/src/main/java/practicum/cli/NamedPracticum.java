package practicum.cli;

import picocli.CommandLine.Parameters;
import practicum.source.Project;

/** The practicum that a command is about. */
final class NamedPracticum {
    @Parameters(index = "0", paramLabel = "NN", description = "The practicum, by number or stem.")
    private String name = "";

    /** Its stem. */
    String stem(Project project) {
        return project.stem(name);
    }
}
