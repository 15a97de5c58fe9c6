package practicum.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

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
        System.exit(
                commandLine().setExecutionExceptionHandler(new ErrorMessages()).execute(args));
    }

    /** The commands, each of which explains itself (picocli's inheritance stops at a superclass such as this). */
    final CommandLine commandLine() {
        CommandLine program = new CommandLine(this);
        addHelp(program);
        return program;
    }

    private static void addHelp(CommandLine program) {
        for (CommandLine command : program.getSubcommands().values()) {
            if (command.getCommandSpec().findOption("--help") == null) {
                command.getCommandSpec()
                        .addOption(OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("Show this help message and exit.")
                                .build());
            }
            addHelp(command);
        }
    }
}
