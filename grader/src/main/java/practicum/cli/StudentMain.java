package practicum.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of a release: what a student needs, and nothing that needs sources or solutions. */
@Command(
        name = "practicum",
        subcommands = {
            StartCommand.class,
            CheckCommand.class,
            MoveCommand.class,
            RunCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        })
public final class StudentMain extends Program {
    /** Runs one command. */
    public static void main(String[] args) {
        new StudentMain().execute(args);
    }
}
