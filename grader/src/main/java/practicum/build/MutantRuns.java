package practicum.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import practicum.answer.Value;
import practicum.build.MutantRun.Fate;
import practicum.nbformat.Output;
import practicum.progress.Progress;
import practicum.runner.CellRunner;
import practicum.source.Cell;
import practicum.source.Practicum;
import practicum.syntax.Mutant;
import practicum.syntax.Mutations;

/**
 * Runs the mutants of solutions the way that named mistakes go: each over the solution, in a session in which that has
 * run, with the steps that it {@linkplain Affected affects}, until a check notices. What does not end in a few times the
 * solution's own time is stopped, and noticed by that. After each exercise the solution goes the same way as a control;
 * where a mutant had changed the session for those after it, they run again, each in a fresh one.
 */
public final class MutantRuns implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int TIMES = 5;

    private final Practicum practicum;
    private final Judgement judgement;
    private final List<Step> steps;
    private final List<CellNames> names;
    private final Sessions sessions;
    private final ScratchFolder folder;
    private CellRunner session;

    private MutantRuns(
            Practicum practicum,
            Sessions sessions,
            ScratchFolder folder,
            Run solution,
            Map<String, Value> expected,
            CellRunner session) {
        this.practicum = practicum;
        this.judgement = new Judgement(practicum, expected);
        this.steps = solution.steps().stream().map(Ran::step).toList();
        this.names = CellNames.of(steps.stream().map(Step::code).toList());
        this.sessions = sessions;
        this.folder = folder;
        this.session = session;
    }

    /**
     * Runs the solution, and readies its mutants.
     *
     * @param patient sessions for the solution
     * @param limited sessions in which a cell may run for the time that it is given
     * @throws BuildException where the solution does not run
     */
    public static MutantRuns of(Practicum practicum, Sessions patient, Function<Duration, Sessions> limited) {
        try {
            ScratchFolder folder = ScratchFolder.create();
            Run solution;
            Map<String, Value> expected;
            try (CellRunner first = patient.start(folder.path())) {
                solution = Rehearsal.complete(practicum, first);
                expected = Truths.over(practicum, solution.answers(), first);
            }
            Duration longest = solution.steps().stream()
                    .map(ran -> ran.outcome().took())
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO)
                    .multipliedBy(TIMES);
            Sessions sessions = limited.apply(longest.compareTo(PATIENCE) > 0 ? longest : PATIENCE);
            return new MutantRuns(
                    practicum, sessions, folder, solution, expected, started(sessions, folder.path(), solution));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the folder for temporary files.", e);
        }
    }

    private static CellRunner started(Sessions sessions, Path folder, Run solution) {
        CellRunner session = sessions.start(folder);
        Run.of(solution.steps().stream().map(Ran::step).toList(), session);
        return session;
    }

    /** The mutants of the exercises that are chosen, run; in the source's order. */
    public List<MutantRun> all(Predicate<Cell.Exercise> chosen) {
        List<Cell.Exercise> exercises =
                practicum.exercises().stream().filter(chosen).toList();
        List<List<Mutant>> mutants = exercises.stream()
                .map(exercise -> Mutations.of(exercise.code(), exercise::isSolution))
                .toList();
        List<MutantRun> runs = new ArrayList<>();
        long count = mutants.stream().mapToLong(List::size).sum();
        try (Progress progress = Progress.start("Mutants of " + practicum.stem(), count)) {
            for (int i = 0; i < exercises.size(); i++) {
                progress.note(exercises.get(i).id());
                runs.addAll(of(exercises.get(i), mutants.get(i), progress));
            }
        }
        return runs;
    }

    private List<MutantRun> of(Cell.Exercise exercise, List<Mutant> mutants, Progress progress) {
        Equivalents equivalents = Equivalents.of(practicum, exercise);
        Step step = Step.exercise(steps, exercise.id()).orElseThrow();
        List<Step> affected = Affected.by(step, steps, names);
        List<MutantRun> runs = new ArrayList<>();
        for (Mutant mutant : mutants) {
            runs.add(run(exercise, mutant, step, affected, equivalents));
            progress.advance(1);
        }
        if (!isAsBefore(step, affected)) {
            runs.clear();
            for (Mutant mutant : mutants) {
                startAnew();
                runs.add(run(exercise, mutant, step, affected, equivalents));
            }
            startAnew();
        }
        return runs;
    }

    private MutantRun run(
            Cell.Exercise exercise, Mutant mutant, Step step, List<Step> affected, Equivalents equivalents) {
        Ran made = new Ran(step, session.run(mutant.code()));
        if (isStillborn(made)) {
            return new MutantRun(exercise, mutant, Fate.STILLBORN, "");
        }
        String noticed = noticed(affected);
        if (!session.isAlive()) {
            startAnew();
        }
        if (!noticed.isEmpty()) {
            return new MutantRun(exercise, mutant, Fate.KILLED, noticed);
        }
        Optional<String> reason = equivalents.reason(mutant);
        return new MutantRun(exercise, mutant, reason.isPresent() ? Fate.EQUIVALENT : Fate.SURVIVED, reason.orElse(""));
    }

    private static boolean isStillborn(Ran made) {
        return made.outcome().outputs().stream()
                .anyMatch(output -> output instanceof Output.Failure failure
                        && failure.ename().equals("CompileError"));
    }

    /** The first check of the exercise that is handed something else; empty where all are handed the same. */
    private String noticed(List<Step> affected) {
        for (Step step : affected) {
            Ran ran = new Ran(step, session.run(step.code()));
            if (!step.isCheck()) {
                continue;
            }
            Cell.Check check = practicum.checks().stream()
                    .filter(each -> each.answer().equals(step.answer()))
                    .findFirst()
                    .orElseThrow();
            boolean same = ran.ok()
                    && ran.answer()
                            .flatMap(value -> judgement.of(check, value))
                            .filter(verdict -> verdict.passed())
                            .isPresent();
            if (!same && practicum.worth(check) > 0) {
                return check.answer();
            }
        }
        return "";
    }

    /** The control: the solution, the way that the mutants went. */
    private boolean isAsBefore(Step exercise, List<Step> affected) {
        if (!session.isAlive()) {
            startAnew();
        }
        boolean runs = new Ran(exercise, session.run(exercise.code())).ok();
        return runs && noticed(affected).isEmpty();
    }

    private void startAnew() {
        session.close();
        session = sessions.start(folder.path());
        Run.of(steps, session);
    }

    @Override
    public void close() {
        session.close();
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder.path(), e);
        }
    }
}
