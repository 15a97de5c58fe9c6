package practicum.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.answer.AnswerException;
import practicum.answer.Comparison;
import practicum.answer.Value;
import practicum.answer.Verdict;
import practicum.runner.CellRunner;
import practicum.source.Cell;
import practicum.source.Practicum;

/**
 * What is expected where it is not what the solution hands over: the values of the checks' options {@code truth}, computed
 * in the solution's session, which no student's process ever sees. Labels of a held-out set are such.
 */
final class Truths {
    private Truths() {}

    /**
     * The solution's answers, with truths in their places.
     *
     * @throws BuildException where a truth has no value, or the solution does not pass its own check
     */
    static Map<String, Value> over(Practicum practicum, Map<String, Value> solution, CellRunner session) {
        Map<String, Value> expected = new LinkedHashMap<>(solution);
        List<String> failures = new ArrayList<>();
        for (Cell.Check check : practicum.checks()) {
            String place = practicum.file() + ":" + check.line() + ": ";
            if (!check.truth().isEmpty()) {
                Ran ran = run(check, session);
                ran.answer().ifPresent(value -> expected.put(check.answer(), value));
                if (ran.answer().isEmpty()) {
                    failures.add(place + "the truth of \"" + check.answer() + "\" has no value:\n" + ran.failure());
                    continue;
                }
            }
            String why = whyNot(check, expected, solution);
            if (!why.isEmpty()) {
                failures.add(place + "the solution does not pass its own check \"" + check.answer() + "\". " + why);
            }
        }
        if (!failures.isEmpty()) {
            throw new BuildException(String.join("\n", failures.subList(0, Math.min(3, failures.size()))));
        }
        return expected;
    }

    private static Ran run(Cell.Check check, CellRunner session) {
        String code = "practicum.notebook.Answers.answer(\"" + check.answer() + "\", (\n" + check.truth() + "\n));";
        Step step = new Step(check.gradeId(), code, check.line(), check.exercise(), check.answer(), true);
        return new Ran(step, session.run(code));
    }

    private static String whyNot(Cell.Check check, Map<String, Value> expected, Map<String, Value> solution) {
        Value wanted = expected.getOrDefault(check.answer(), new Value.Null());
        Value own = solution.getOrDefault(check.answer(), new Value.Null());
        try {
            Verdict verdict = Comparison.parse(check.compare()).compare(wanted, own);
            return verdict.passed() ? "" : verdict.rationale();
        } catch (AnswerException cannot) {
            return String.valueOf(cannot.getMessage());
        }
    }
}
