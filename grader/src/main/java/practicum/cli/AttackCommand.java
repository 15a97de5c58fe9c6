package practicum.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import practicum.attack.Range;
import practicum.attack.Scorecard;
import practicum.grade.Confinement;
import practicum.jupyter.NativeLibraries;
import practicum.runner.Kernel;
import practicum.runner.Limits;
import practicum.source.Project;

/** Attacks the grader on this host. */
@Command(
        name = "attack",
        header = "Attack the grader on this machine, and see what it makes of it.",
        description = {
            "Grade hostile and broken submissions of a small practicum, by the same chain that grades a class, and compare"
                    + " what becomes of each with what must: endless loops, bombs, forged answers, spies, broken files.",
            "It refuses to start where the sandbox does not hold: the submissions are hostile indeed."
        },
        footer = {
            "",
            "Example: ./practicum attack --only 1,13,44",
            "Example: ./practicum attack --write hostile --only 16, then change them, then attack --against hostile",
            "Exits with 0 when everything is withstood, 1 when something is not, 2 on wrong use."
        })
final class AttackCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = {
                "A course or a release whose library is to be attacked, in place of this one's; or a folder of"
                        + " submissions of your own, DIR/STUDENT/90_attacked.ipynb, to be carried out in place of the"
                        + " catalogue's."
            })
    private @Nullable Path against;

    @Option(
            names = "--write",
            paramLabel = "NEWDIR",
            description =
                    "Carry nothing out, but write the catalogue's submissions there, to be read, changed, and handed"
                            + " to --against.")
    private @Nullable Path write;

    @Option(
            names = "--only",
            paramLabel = "ROW",
            split = ",",
            description = "Rows of the catalogue, 1 to 52; all where none is named.")
    private Set<Integer> only = Set.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the scorecard as JSON too.")
    private @Nullable Path json;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "How long one cell may run (default: ${DEFAULT-VALUE}); more on a busy machine.")
    private long timeout = 15;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many to carry out at a time; half of the processors where it is not given.")
    private int jobs = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    @Override
    public Integer call() throws IOException {
        if (jobs < 1) {
            throw wrong("--jobs " + jobs + ": at least 1 at a time.");
        } else if (timeout < 1) {
            throw wrong("--timeout " + timeout + ": a cell needs at least 1 second.");
        } else if (write != null && Files.exists(write)) {
            throw wrong("--write " + write + ": this exists already. Name a new folder.");
        }
        Project course = Project.find();
        boolean strangers = against != null && isOfStrangers(against);
        Project project = against == null || strangers ? course : new Project(against);
        new NativeLibraries(project).unpack();
        Confinement confinement = Confinement.probe(project.nativeDir(), List.of(course.solutions()));
        confinement.require(false);
        Kernel kernel = confinement.quickened(
                Kernel.of(project.kernelClassPath(), project.nativeDir()),
                Limits.standard(),
                project.root().resolve(".practicum/cache"));
        try (Range range =
                Range.open(kernel, confinement, course.root(), course.solutions(), Duration.ofSeconds(timeout))) {
            if (write != null) {
                int count = Scorecard.write(range, only, write);
                out().println("Wrote " + count + " submissions to " + write
                        + ". They are hostile: open none in Jupyter.");
                return 0;
            }
            String sandbox = confinement.report().sandbox();
            return show(
                    strangers
                            ? Scorecard.ofStrangers(range, sandbox, Objects.requireNonNull(against), jobs)
                            : Scorecard.of(range, sandbox, only, jobs));
        }
    }

    /** Whether a folder holds submissions, and not a course. */
    private boolean isOfStrangers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw wrong("--against " + folder + ": there is no such folder.");
        }
        if (Scorecard.hasStrangers(folder)) {
            if (!only.isEmpty()) {
                throw wrong("--only chooses rows of the catalogue; " + folder + " holds submissions of your own.");
            }
            return true;
        }
        var project = new Project(folder);
        if (!project.isRelease() && !Files.isDirectory(project.solutions())) {
            throw wrong("--against " + folder + ": this is no course, no release, and no folder with a"
                    + " STUDENT/90_attacked.ipynb. attack --write makes one of these.");
        }
        return false;
    }

    private int show(Scorecard card) throws IOException {
        out().print(card.text());
        out().flush();
        if (json != null) {
            Files.writeString(json, card.json());
        }
        return card.isWithstood() ? 0 : 1;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
