package practicum.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A command line of several commands; alone, it lists them. */
@Command(
        mixinStandardHelpOptions = true,
        version = "Practicum 0.1.0",
        description = "A course in a box for the interpretability of neural networks.",
        footer = {"", "Begin with: ./practicum start. About one command: ./practicum help COMMAND."},
        synopsisSubcommandLabel = "COMMAND")
abstract class Program implements Runnable {
    @Override
    public final void run() {
        CommandLine.usage(this, System.out);
    }

    /** Runs one command and exits with its status: 0 done, 1 a check failed, 2 wrong use or bad input. */
    final void execute(String[] args) {
        System.exit(new CommandLine(this)
                .setExecutionExceptionHandler(new ErrorMessages())
                .execute(args));
    }
}
