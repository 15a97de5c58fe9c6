package practicum.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of a release: what a student needs, and nothing that needs sources or solutions. */
@Command(
        name = "practicum",
        scope = CommandLine.ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        version = "Practicum 0.1.0",
        description = "A course in a box for the interpretability of neural networks.",
        footer = {"", "Begin with: ./practicum start. About one command: ./practicum help COMMAND."},
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StartCommand.class,
            CheckCommand.class,
            MoveCommand.class,
            RunCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        })
public final class StudentMain implements Runnable {
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** Runs one command and exits with its status: 0 done, 1 a check failed, 2 wrong use or bad input. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new StudentMain())
                .setExecutionExceptionHandler(new ErrorMessages())
                .execute(args));
    }
}
