package practicum.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import practicum.answer.Value;
import practicum.progress.Progress;
import practicum.runner.CellRunner;
import practicum.source.Cell;
import practicum.source.Practicum;

/**
 * Runs the named mistakes of a practicum, and where it is asked its alternatives: the solution with the version's cell
 * in place of the exercise's.
 *
 * <p>A run from the beginning for each would be right and slow. Instead, in the session in which the solution has just
 * run, each version is defined over the solution and the steps that it {@linkplain Affected affects} run again. Three
 * things keep this honest. After the last version of an exercise the solution itself goes the same way, as a control:
 * unless its answers are the solution's first ones, the session had been changed by something else, and the exercise's
 * versions run again, each from the beginning in a fresh session. So does a mistake that loses nothing, and an
 * alternative that loses something. And so does an alternative that leaves out a name which the solution's cell sets: it
 * may have lived on the solution's.
 */
final class VersionRuns {
    /** What is run, and which checks are asked. */
    enum Asked {
        /** Mistakes, and all checks of their exercises: a key for grading holds what hidden ones are handed, too. */
        KEY,
        /** Mistakes, checks in sight, and hidden ones only where none of these notices. */
        SIGHT,
        /** Mistakes as in {@link #SIGHT}, and alternatives, which all checks have to pass. */
        PROOF
    }

    private final Practicum practicum;
    private final List<Step> steps;
    private final List<CellNames> names;
    private final Judgement judgement;
    private final Sessions sessions;
    private final Path folder;
    private final Asked asked;
    private CellRunner session;

    /** {@code session} has just run all steps, and {@code solution} is what they handed over; it is closed at the end. */
    VersionRuns(
            Practicum practicum,
            Map<String, Value> solution,
            List<CellNames> names,
            CellRunner session,
            Sessions sessions,
            Path folder,
            Asked asked) {
        this.practicum = practicum;
        this.steps = Step.of(practicum);
        this.names = names;
        this.judgement = new Judgement(practicum, solution);
        this.session = session;
        this.sessions = sessions;
        this.folder = folder;
        this.asked = asked;
    }

    /** The runs of the chosen exercises, in the order of the source. */
    List<VersionRun<?>> all(Predicate<Cell.Exercise> chosen) {
        List<VersionRun<?>> runs = new ArrayList<>();
        List<Cell.Exercise> exercises =
                practicum.exercises().stream().filter(chosen).toList();
        long count = exercises.stream()
                .mapToLong(exercise -> versions(exercise).size())
                .sum();
        try (Progress progress = Progress.start(label(), count)) {
            for (Cell.Exercise exercise : exercises) {
                progress.note(exercise.id());
                runs.addAll(of(exercise));
                progress.advance(versions(exercise).size());
            }
        } finally {
            session.close();
        }
        return runs;
    }

    private String label() {
        return (asked == Asked.PROOF ? "Mistakes and alternatives of " : "Mistakes of ") + practicum.stem();
    }

    private List<? extends Cell.Version> versions(Cell.Exercise exercise) {
        return asked == Asked.PROOF ? practicum.versions(exercise.id()) : practicum.mistakes(exercise.id());
    }

    private List<VersionRun<?>> of(Cell.Exercise exercise) {
        List<? extends Cell.Version> versions = versions(exercise);
        if (versions.isEmpty()) {
            return List.of();
        }
        Step step = Step.exercise(steps, exercise.id()).orElseThrow();
        List<Step> affected = Affected.by(step, steps, names);
        List<Step> inSight = asked == Asked.KEY ? affected : Affected.by(step, steps, names, each -> !each.hidden());
        List<Step> changed = inSight;
        List<VersionRun<?>> runs = new ArrayList<>();
        for (Cell.Version version : versions) {
            List<Step> first = version instanceof Cell.Mistake ? inSight : affected;
            VersionRun<?> run = runHere(version, step, first);
            if (first.size() < affected.size() && !judgement.losesPointsInSight(exercise.id(), run.answers())) {
                run = runHere(version, step, affected);
                first = affected;
            }
            changed = first.size() > changed.size() ? first : changed;
            runs.add(run);
        }
        boolean controlled = isAsBefore(step, changed);
        if (!controlled) {
            startAnew();
        }
        runs.replaceAll(run -> controlled && isSettled(run, step) ? run : fromTheBeginning(run.version(), step));
        return runs;
    }

    /** Whether a run over the solution says what one from the beginning would. */
    private boolean isSettled(VersionRun<?> run, Step exercise) {
        boolean loses = judgement.losesPoints(exercise.exercise(), run.answers());
        if (run.version() instanceof Cell.Mistake) {
            return loses;
        }
        Set<String> own = CellNames.of(List.of(run.version().code())).get(0).sets();
        return !loses && own.containsAll(names.get(steps.indexOf(exercise)).sets());
    }

    private VersionRun<?> runHere(Cell.Version version, Step exercise, List<Step> after) {
        VersionRun<?> run = run(version, List.of(), exercise, after, session);
        if (!session.isAlive()) {
            startAnew();
        }
        return run;
    }

    private VersionRun<?> fromTheBeginning(Cell.Version version, Step exercise) {
        int at = steps.indexOf(exercise);
        try (CellRunner fresh = sessions.start(folder)) {
            return run(version, steps.subList(0, at), exercise, steps.subList(at + 1, steps.size()), fresh);
        }
    }

    private static VersionRun<?> run(
            Cell.Version version, List<Step> before, Step exercise, List<Step> after, CellRunner runner) {
        Run.of(before, runner);
        Ran made = new Ran(exercise, runner.run(version.code()));
        return new VersionRun<>(
                version, made.ok() ? "" : made.failure(), Run.of(after, runner).answers());
    }

    /** The control: the solution, the way that the versions went. */
    private boolean isAsBefore(Step exercise, List<Step> affected) {
        List<Step> control = new ArrayList<>(List.of(exercise));
        control.addAll(affected);
        Run run = Run.of(control, session);
        Map<String, Value> answers = run.answers();
        return run.firstFailure().isEmpty()
                && practicum.checks().stream()
                        .filter(check -> answers.containsKey(check.answer()))
                        .allMatch(check -> judgement.passes(check, answers));
    }

    private void startAnew() {
        session.close();
        session = sessions.start(folder);
        Run.of(steps, session);
    }
}
