package practicum.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import practicum.grade.Lateness;
import practicum.grade.Outbox;
import practicum.grade.Regrade;
import practicum.report.Points;
import practicum.source.Project;

/** Shows who would move if all were graded again, and on request moves them. */
@Command(
        name = "regrade",
        header = "Show whose score a changed practicum or library moves, and why; write it with --yes.",
        description =
                "Grade again what was graded from another source, library or model, and show every score and check"
                        + " that would change. The gradebook stays as it is until the command is given with --yes, which then"
                        + " grades nothing twice. Marks, comments and extensions stay in any case.",
        footer = {
            "",
            "Example: ./practicum regrade 09 --out graded",
            "Exits with 0 when nobody moves, or when moves were written; with 1 when there are moves to accept, or when"
                    + " the grader failed on one."
        })
final class RegradeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private NamedPracticum named = new NamedPracticum();

    @Mixin
    private ResultsFolder results = new ResultsFolder();

    @Mixin
    private Jobs jobs = new Jobs();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long one cell may run (default: ${DEFAULT-VALUE}).")
    private long timeout = 60;

    @Option(
            names = "--twice",
            description =
                    "Run every submission twice: what does not end alike is remarked as flaky, and the lower score"
                            + " counts. Takes twice the time.")
    private boolean twice;

    @Option(names = "--all", description = "Grade also what was graded from these very inputs.")
    private boolean all;

    @Option(names = "--yes", description = "Write what changes.")
    private boolean yes;

    @Option(names = "--unsafe", description = "Grade even where this machine cannot protect itself; results say so.")
    private boolean unsafe;

    @Override
    public Integer call() {
        var project = Project.find();
        var stem = named.stem(project);
        jobs.check();
        try (var book = yes ? results.open() : results.read()) {
            double max = book.max(stem);
            var chain = GradingChain.of(project, stem, Duration.ofSeconds(timeout), twice, unsafe);
            var aside = project.root().resolve(".practicum/cache/verdicts");
            var batch = chain.batch(Lateness.unsaid(), jobs.number(chain.limits()));
            var regrade = new Regrade(batch, chain.inputs(), aside, results.path());
            // What --all graded a moment ago is what --yes accepts.
            var graded = regrade.moves(book, stem, all, all && !yes);
            var moves = graded.all();
            graded.failures().forEach(failure -> print().println("Could not be graded again: " + failure));
            long visible = moves.stream().filter(Regrade.Move::isVisible).count();
            moves.stream().filter(Regrade.Move::isVisible).forEach(this::show);
            print().println(visible + " of " + moves.size() + " graded again come to something else"
                    + (moves.size() == visible ? "." : "; the others keep score and checks."));
            if (max != chain.practicum().points()) {
                print().println(stem + " is worth "
                        + Points.text(chain.practicum().points()) + " points now, and was worth " + Points.text(max)
                        + ".");
            }
            if (!yes) {
                print().println(moves.isEmpty() ? "Nothing to write." : "Nothing was written; add --yes to write it.");
                return visible == 0 && graded.failures().isEmpty() ? 0 : 1;
            }
            book.know(stem, chain.practicum().about().title(), chain.practicum().points());
            moves.forEach(move -> book.record(move.verdict(), "regraded, " + move.why()));
            Outbox.in(results.path()).writeAll(book, stem);
            print().println("Wrote " + moves.size() + " verdicts; the former ones stay in the gradebook.");
            return graded.failures().isEmpty() ? 0 : 1;
        }
    }

    private void show(Regrade.Move move) {
        var attempt = move.verdict().attempt();
        print().println(attempt.student() + ", attempt " + attempt.number() + ": " + Points.text(move.before()) + " → "
                + Points.text(move.verdict().score()) + " (" + move.why() + ")");
        move.checks().forEach(check -> print().println("    " + check));
    }

    private PrintWriter print() {
        return spec.commandLine().getOut();
    }
}
