package practicum.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import practicum.answer.Value;
import practicum.progress.Progress;
import practicum.runner.CellRunner;

/** Steps that ran in one session, in order. */
record Run(List<Ran> steps) {
    Run {
        steps = List.copyOf(steps);
    }

    /** Runs steps one after another, whatever becomes of each, and shows how far it is. */
    static Run of(String what, List<Step> steps, CellRunner runner) {
        try (Progress progress = Progress.start(what, steps.size())) {
            return of(steps, runner, () -> progress.advance(1));
        }
    }

    /** Runs steps one after another, whatever becomes of each. */
    static Run of(List<Step> steps, CellRunner runner) {
        return of(steps, runner, () -> {});
    }

    private static Run of(List<Step> steps, CellRunner runner, Runnable afterEach) {
        List<Ran> ran = new ArrayList<>();
        for (Step step : steps) {
            ran.add(new Ran(step, runner.run(step.code())));
            afterEach.run();
        }
        return new Run(ran);
    }

    /** The first step that did not end well. */
    Optional<Ran> firstFailure() {
        return steps.stream().filter(ran -> !ran.ok()).findFirst();
    }

    /** The answers handed over, by their ids. */
    Map<String, Value> answers() {
        Map<String, Value> answers = new LinkedHashMap<>();
        for (Ran ran : steps) {
            ran.answer().ifPresent(value -> answers.put(ran.step().answer(), value));
        }
        return answers;
    }
}
