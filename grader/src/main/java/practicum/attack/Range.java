package practicum.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import practicum.build.Rehearsal;
import practicum.build.ScratchFolder;
import practicum.check.AnswerKey;
import practicum.check.CheckResult;
import practicum.check.Flag;
import practicum.check.Grading;
import practicum.check.Result;
import practicum.grade.Batch;
import practicum.grade.Confinement;
import practicum.grade.Grader;
import practicum.grade.Inputs;
import practicum.grade.Lateness;
import practicum.grade.Outbox;
import practicum.grade.Standings;
import practicum.gradebook.Gradebook;
import practicum.report.FeedbackPage;
import practicum.report.Graded;
import practicum.runner.CellRunner;
import practicum.runner.Kernel;
import practicum.runner.Limits;
import practicum.sandbox.Resources;

/**
 * Where attacks are carried out: a small practicum, graded by the very chain that grades a class, in this host's
 * sandbox. All of them are one class, so that what one does to another shows.
 */
public final class Range implements AutoCloseable {
    /** Tight, so that what goes beyond them does so soon. */
    private static final Limits LIMITS = Limits.standard()
            .withCellCpu(Duration.ofSeconds(5))
            .withCellOutput(Resources.mebibytes(1))
            .withResources(Resources.standard()
                    .withHeap(Resources.mebibytes(192))
                    .withNative(Resources.mebibytes(256))
                    .withDisk(Resources.mebibytes(16), 3000)
                    .withProcesses(96)
                    .withCpu(Duration.ofSeconds(60)));

    private final ScratchFolder folder;
    private final Kernel kernel;
    private final Supplier<CellRunner> processes;
    private final Map<String, String> aims;
    private final AnswerKey key;
    private final Door door;

    private Range(
            Kernel kernel, Supplier<CellRunner> processes, Path root, Path solutions, Function<Path, AnswerKey> key)
            throws IOException {
        this.folder = ScratchFolder.create();
        this.kernel = kernel;
        this.processes = processes;
        this.door = Door.open();
        this.aims = Map.of(
                "@ROOT@",
                root.toString(),
                "@SOLUTIONS@",
                solutions.toString(),
                "@HOME@",
                System.getProperty("user.home"),
                "@PORT@",
                Integer.toString(door.port()));
        this.key = key.apply(folder.path());
    }

    /**
     * A range on this host.
     *
     * @param root the course whose library is used
     * @param solutions what attacks must not reach
     * @param cell how long a cell may take; what only waits is ended by it
     */
    public static Range open(Kernel kernel, Confinement confinement, Path root, Path solutions, Duration cell)
            throws IOException {
        Supplier<CellRunner> processes = confinement.processes(kernel, LIMITS.withCellWall(cell));
        return new Range(
                kernel,
                processes,
                root,
                solutions,
                folder -> AnswerKey.of(Rehearsal.of(Attacked.PRACTICUM, ignored -> processes.get(), folder)));
    }

    /** A range whose practicum's answers are known already, and which nothing is aimed from. */
    static Range knowing(AnswerKey key, Kernel kernel, Confinement confinement) throws IOException {
        Path nowhere = Path.of("/");
        return new Range(kernel, confinement.processes(kernel, LIMITS), nowhere, nowhere, folder -> key);
    }

    /** What becomes of some attacks, in order; {@code jobs} at a time. */
    List<Outcome> carryOut(List<Attack> attacks, int jobs) throws IOException {
        Path inbox = Files.createTempDirectory(folder.path(), "inbox");
        handIn(attacks, inbox);
        Map<String, Graded> graded = grade(inbox, Files.createTempDirectory(folder.path(), "out"), "", jobs);
        List<Outcome> outcomes = new ArrayList<>();
        for (Attack attack : attacks) {
            outcomes.add(outcome(attack, Optional.ofNullable(graded.get(attack.student()))));
        }
        return outcomes;
    }

    /** Puts attacks into a folder of submissions, aimed at this host. */
    void handIn(List<Attack> attacks, Path inbox) throws IOException {
        for (Attack attack : attacks) {
            attack.deed().commit(new Target(Files.createDirectory(inbox.resolve(attack.student())), aims));
        }
    }

    /**
     * Grades a class as it is always done, and reads its gradebook.
     *
     * @param change words that make the inputs of this grading others than those of the one before
     */
    Map<String, Graded> grade(Path inbox, Path out, String change, int jobs) {
        var inputs = Inputs.of(Attacked.PRACTICUM, List.of(key), kernel.classPath(), LIMITS + change);
        var grader = new Grader(
                Attacked.PRACTICUM,
                (student, each) -> Grading.of(Attacked.PRACTICUM, key, each),
                processes,
                Optional.empty(),
                Optional.empty());
        new Batch(grader, inputs, "range", Lateness.unsaid(), jobs).grade(inbox, out);
        Map<String, Graded> graded = new HashMap<>();
        try (var book = Gradebook.open(Outbox.gradebook(out))) {
            new Standings(book, Attacked.STEM)
                    .each(standing -> graded.put(standing.graded().student(), standing.graded()));
        }
        return graded;
    }

    Grading grading() {
        return Grading.of(Attacked.PRACTICUM, key, processes);
    }

    Supplier<CellRunner> processes() {
        return processes;
    }

    AnswerKey key() {
        return key;
    }

    Kernel kernel() {
        return kernel;
    }

    Path folder() {
        return folder.path();
    }

    /** Whether anyone has come through the port of this machine that attacks try. */
    boolean wasEntered() {
        return door.wasEntered();
    }

    private static Outcome outcome(Attack attack, Optional<Graded> graded) {
        if (graded.isEmpty()) {
            return new Outcome(attack.row(), attack.title(), attack.expected().toString(), "no row at all", false, 0);
        }
        Result result = graded.get().result();
        String wrong = new Judge(attack.expected()).wrong(result, FeedbackPage.of(graded.get(), "Two functions"));
        String seen = result.status() + ", " + Expected.number(result.score())
                + (result.flags().isEmpty() ? "" : ", " + result.flags());
        return new Outcome(
                attack.row(),
                attack.title(),
                attack.expected().toString(),
                wrong.isEmpty() ? seen : seen + ": " + wrong,
                wrong.isEmpty(),
                result.took().toMillis() / 1000.0);
    }

    @Override
    public void close() throws IOException {
        door.close();
        folder.close();
    }

    /** What is wrong about a result. */
    private record Judge(Expected expected) {
        String wrong(Result result, String page) {
            List<String> wrong = new ArrayList<>();
            if (!expected.statuses().contains(result.status())) {
                wrong.add("another status");
            }
            if (result.score() < expected.least() - 1e-9 || result.score() > expected.most() + 1e-9) {
                wrong.add("another score");
            }
            if (result.max() != Attacked.PRACTICUM.points()) {
                wrong.add("out of " + result.max());
            }
            for (Flag.Kind kind : expected.flags()) {
                if (result.flags().stream().noneMatch(flag -> flag.kind() == kind)) {
                    wrong.add("no remark " + kind);
                }
            }
            for (String id : expected.broken()) {
                boolean broken = result.exercises().stream()
                        .anyMatch(exercise -> exercise.id().equals(id) && exercise.isBroken());
                if (!broken) {
                    wrong.add("the cell of " + id + " ran to its end");
                }
            }
            if (!said(result).contains(expected.says())) {
                wrong.add("it says only: " + excerpt(said(result)));
            }
            expected.pageLacks().stream()
                    .filter(page::contains)
                    .forEach(text -> wrong.add("the page of feedback holds " + text.strip()));
            return String.join("; ", wrong);
        }

        private static String said(Result result) {
            StringBuilder all = new StringBuilder(result.reason());
            result.exercises().forEach(exercise -> all.append('\n').append(exercise.trouble()));
            result.checks().map(CheckResult::rationale).forEach(text -> all.append('\n')
                    .append(text));
            return all.toString();
        }

        private static String excerpt(String text) {
            String one = text.strip().replaceAll("\\s+", " ");
            return one.length() <= 300 ? one : one.substring(0, 300) + "…";
        }
    }
}
