package practicum.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import practicum.answer.Value;
import practicum.runner.CellRunner;
import practicum.source.Cell;
import practicum.source.Practicum;

/**
 * A practicum's solution and all its mistakes, run.
 *
 * @param practicum what ran
 * @param answers what is expected, by the answers' ids: what the solution handed over, or a check's own truth
 * @param mistakes what each mistake handed over
 * @param alternatives what each alternative handed over; none where it is no proof
 */
public record Rehearsal(
        Practicum practicum,
        Map<String, Value> answers,
        List<VersionRun<Cell.Mistake>> mistakes,
        List<VersionRun<Cell.Alternative>> alternatives) {
    /** What is handed over is copied. */
    public Rehearsal {
        answers = Map.copyOf(answers);
        mistakes = List.copyOf(mistakes);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * Runs one practicum for a key for grading, in {@code folder}.
     *
     * @throws BuildException where the solution itself does not run or hands over no answer
     */
    public static Rehearsal of(Practicum practicum, Sessions sessions, Path folder) {
        return Rehearsals.forKeys(sessions).of(practicum, folder);
    }

    /**
     * What is expected, from a run of the solution alone; no mistake is run.
     *
     * @throws BuildException where it does not run or hands over no answer
     */
    public static Map<String, Value> expected(Practicum practicum, Sessions sessions, Path folder) {
        try (CellRunner session = sessions.start(folder)) {
            return Truths.over(practicum, complete(practicum, session).answers(), session);
        }
    }

    /** A run of the whole solution in a fresh session. */
    static Run complete(Practicum practicum, Sessions sessions, Path folder) {
        try (CellRunner session = sessions.start(folder)) {
            return complete(practicum, session);
        }
    }

    /** A run of the whole solution in a session that has just begun. */
    static Run complete(Practicum practicum, CellRunner session) {
        Run run = Run.of("Executing " + practicum.stem(), Step.of(practicum), session);
        requireComplete(practicum, run);
        return run;
    }

    /** Whether a check is handed what the solution hands it. */
    public boolean passes(Cell.Check check, Map<String, Value> others) {
        return new Judgement(practicum, answers).passes(check, others);
    }

    /** Whether no check of its exercise tells a version from the solution. */
    public boolean isUnnoticed(VersionRun<?> run) {
        return !new Judgement(practicum, answers).losesPoints(run.version().exercise(), run.answers());
    }

    /** The checks of its exercise that tell a version from the solution. */
    public List<Cell.Check> noticed(VersionRun<?> run) {
        Judgement judgement = new Judgement(practicum, answers);
        return practicum.checks().stream()
                .filter(check -> check.exercise().equals(run.version().exercise()))
                .filter(check -> !judgement.passes(check, run.answers()))
                .toList();
    }

    /** Refuses a run of the solution in which a cell failed or a check handed over nothing. */
    static void requireComplete(Practicum practicum, Run solution) {
        List<String> failures = new ArrayList<>();
        for (Ran ran : solution.steps()) {
            String place = practicum.file() + ":" + ran.step().line() + ": ";
            if (!ran.ok()) {
                failures.add(place + "this cell fails in the solution:\n" + ran.failure());
            } else if (ran.step().isCheck() && ran.answer().isEmpty()) {
                failures.add(place + "this check hands over no answer \""
                        + ran.step().answer() + "\". Call answer(…) on every way through the cell.");
            }
        }
        if (!failures.isEmpty()) {
            throw new BuildException(String.join("\n", failures.subList(0, Math.min(3, failures.size()))));
        }
    }
}
