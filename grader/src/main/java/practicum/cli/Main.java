package practicum.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code ./practicum <command>}. */
@Command(
        name = "practicum",
        scope = CommandLine.ScopeType.INHERIT, // of the next two lines: every command knows --help
        mixinStandardHelpOptions = true,
        version = "Practicum 0.1.0",
        description = "A course in a box for the interpretability of neural networks.",
        footer = {"", "Begin with: ./practicum start. About one command: ./practicum help COMMAND."},
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StartCommand.class,
            BuildCommand.class,
            VerifyCommand.class,
            ReleaseCommand.class,
            CheckCommand.class,
            MoveCommand.class,
            DoctorCommand.class,
            GradeCommand.class,
            AttackCommand.class,
            RegradeCommand.class,
            ReplayCommand.class,
            MarkCommand.class,
            GradebookCommand.class,
            ReportCommand.class,
            ExportCommand.class,
            RunCommand.class,
            ModelCommand.class,
            BenchCommand.class,
            GalleryCommand.class,
            SiteCommand.class,
            TestCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {
    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** Runs one command and exits with its status: 0 done, 1 a check failed, 2 wrong use or bad input. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler(new ErrorMessages())
                .execute(args));
    }
}
