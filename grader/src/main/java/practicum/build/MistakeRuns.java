package practicum.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import practicum.answer.Value;
import practicum.progress.Progress;
import practicum.runner.CellRunner;
import practicum.source.Cell;
import practicum.source.Practicum;

/**
 * Runs every named mistake of a practicum: the solution with the mistake's cell in place of the exercise's.
 *
 * <p>A run from the beginning for each mistake would be right and slow. Instead, in the session in which the solution
 * has just run, each mistake is defined over the solution and the steps that it {@linkplain Affected affects} run again.
 * Two things keep this honest. After the last mistake of an exercise the solution itself goes the same way, as a
 * control: unless its answers are the solution's first ones, the session had been changed by something else, and the
 * exercise's mistakes run again, each from the beginning in a fresh session. And so does a mistake that loses nothing.
 */
final class MistakeRuns {
    /** Which checks are asked about a mistake. */
    enum Asked {
        /** All of its exercise: a key for grading holds what hidden ones are handed, too. */
        ALL,
        /** Those in sight, and the hidden ones only where none of these notices: that it loses points is proven then. */
        UNTIL_NOTICED
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
    MistakeRuns(
            Practicum practicum,
            Map<String, Value> solution,
            CellRunner session,
            Sessions sessions,
            Path folder,
            Asked asked) {
        this.practicum = practicum;
        this.steps = Step.of(practicum);
        this.names = CellNames.of(steps.stream().map(Step::code).toList());
        this.judgement = new Judgement(practicum, solution);
        this.session = session;
        this.sessions = sessions;
        this.folder = folder;
        this.asked = asked;
    }

    /** The runs, in the order of the source. */
    List<MistakeRun> all() {
        List<MistakeRun> runs = new ArrayList<>();
        long mistakes = practicum.cells().stream()
                .filter(Cell.Mistake.class::isInstance)
                .count();
        try (Progress progress = Progress.start("Mistakes of " + practicum.stem(), mistakes)) {
            for (Cell.Exercise exercise : practicum.exercises()) {
                progress.note(exercise.id());
                runs.addAll(of(exercise));
                progress.advance(practicum.mistakes(exercise.id()).size());
            }
        } finally {
            session.close();
        }
        return runs;
    }

    private List<MistakeRun> of(Cell.Exercise exercise) {
        List<Cell.Mistake> mistakes = practicum.mistakes(exercise.id());
        if (mistakes.isEmpty()) {
            return List.of();
        }
        Step step = Step.exercise(steps, exercise.id()).orElseThrow();
        List<Step> affected = Affected.by(step, steps, names);
        List<Step> first = asked == Asked.ALL ? affected : Affected.by(step, steps, names, each -> !each.hidden());
        List<Step> changed = first;
        List<MistakeRun> runs = new ArrayList<>();
        for (Cell.Mistake mistake : mistakes) {
            MistakeRun run = runHere(mistake, step, first);
            if (first.size() < affected.size() && !judgement.losesPointsInSight(exercise.id(), run.answers())) {
                changed = affected;
                run = runHere(mistake, step, affected);
            }
            runs.add(run);
        }
        boolean controlled = isAsBefore(step, changed);
        if (!controlled) {
            startAnew();
        }
        runs.replaceAll(run -> controlled && judgement.losesPoints(exercise.id(), run.answers())
                ? run
                : fromTheBeginning(run.mistake(), step));
        return runs;
    }

    private MistakeRun runHere(Cell.Mistake mistake, Step exercise, List<Step> after) {
        MistakeRun run = run(mistake, List.of(), exercise, after, session);
        if (!session.isAlive()) {
            startAnew();
        }
        return run;
    }

    private MistakeRun fromTheBeginning(Cell.Mistake mistake, Step exercise) {
        int at = steps.indexOf(exercise);
        try (CellRunner fresh = sessions.start(folder)) {
            return run(mistake, steps.subList(0, at), exercise, steps.subList(at + 1, steps.size()), fresh);
        }
    }

    private MistakeRun run(
            Cell.Mistake mistake, List<Step> before, Step exercise, List<Step> after, CellRunner runner) {
        Run.of(before, runner);
        Ran made = new Ran(exercise, runner.run(mistake.code()));
        return new MistakeRun(
                mistake, made.ok() ? "" : made.failure(), Run.of(after, runner).answers());
    }

    /** The control: the solution, the way that the mistakes went. */
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
