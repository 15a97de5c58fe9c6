package practicum.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code ./practicum <command>}. */
@Command(
        name = "practicum",
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
public final class Main extends Program {
    /** Runs one command. */
    public static void main(String[] args) {
        new Main().execute(args);
    }
}
