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
 * A practicum's solution and all its mistakes, run.
 *
 * @param practicum what ran
 * @param answers what the solution handed over, by the answers' ids
 * @param mistakes what each mistake handed over
 */
public record Rehearsal(Practicum practicum, Map<String, Value> answers, List<MistakeRun> mistakes) {
    /** What is handed over is copied. */
    public Rehearsal {
        answers = Map.copyOf(answers);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * Runs a practicum in {@code folder}.
     *
     * @throws BuildException where the solution itself does not run or hands over no answer
     */
    public static Rehearsal of(Practicum practicum, Sessions sessions, Path folder) {
        List<Step> steps = Step.of(practicum);
        CellRunner session = sessions.start(folder);
        try (Progress progress = Progress.start("Running " + practicum.stem(), steps.size())) {
            Run solution = Run.of(steps, session, progress);
            requireComplete(practicum, solution);
            progress.note("mistakes");
            MistakeRuns mistakes = new MistakeRuns(practicum, solution.answers(), session, sessions, folder, progress);
            return new Rehearsal(practicum, solution.answers(), mistakes.all());
        } finally {
            session.close();
        }
    }

    /** What a check makes of an answer, with the solution's. */
    public boolean passes(Cell.Check check, Map<String, Value> others) {
        return new Judgement(practicum, answers).passes(check, others);
    }

    /** The mistakes that no check of their exercise notices. */
    public List<MistakeRun> unnoticed() {
        Judgement judgement = new Judgement(practicum, answers);
        return mistakes.stream()
                .filter(run -> !judgement.losesPoints(run.mistake().exercise(), run.answers()))
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
