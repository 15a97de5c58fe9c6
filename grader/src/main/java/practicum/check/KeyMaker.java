package practicum.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import practicum.answer.Comparison;
import practicum.answer.Value;
import practicum.runner.CellOutcome;
import practicum.runner.CellRunner;
import practicum.source.Cell;
import practicum.source.CellIds;
import practicum.source.Practicum;

/** The making of an answer key: the solution runs once, then each named mistake takes its exercise's place. */
final class KeyMaker {
    private final Practicum practicum;
    private final Supplier<CellRunner> processes;
    private final List<Step> visible;
    private final List<Step> hidden;
    private final Map<String, Value> expected = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private Duration slowest = Duration.ZERO;

    KeyMaker(Practicum practicum, Supplier<CellRunner> processes) {
        this.practicum = practicum;
        this.processes = processes;
        this.visible = Attempt.solution(practicum).visible(practicum);
        this.hidden = Attempt.hidden(practicum);
    }

    AnswerKey make() {
        var session = new Session(processes);
        try {
            solve(session);
            var mistakes = new ArrayList<AnswerKey.Mistake>();
            for (Cell.Exercise exercise : practicum.exercises()) {
                for (Cell.Mistake mistake : practicum.mistakes(exercise.id())) {
                    mistakes.add(new AnswerKey.Mistake(
                            mistake.id(), exercise.id(), mistake.says(), answers(session, exercise, mistake.code())));
                    if (!restored(session, exercise)) {
                        session.close();
                        session = replayed();
                    }
                }
            }
            return new AnswerKey(practicum.stem(), expected, mistakes, slowest);
        } finally {
            session.close();
        }
    }

    private void solve(Session session) {
        visible.forEach(step -> solve(session, step));
        hidden.forEach(step -> solve(session, step));
        if (!problems.isEmpty()) {
            throw new AnswerKeyException(practicum.file(), problems);
        }
    }

    private void solve(Session session, Step step) {
        var outcome = session.run(step.code());
        slowest = slowest.compareTo(outcome.took()) < 0 ? outcome.took() : slowest;
        if (step instanceof Step.Asked asked) {
            var handed = HandedOver.of(outcome, asked.check().answer());
            if (handed instanceof HandedOver.Answer answer) {
                expected.put(asked.check().answer(), answer.value());
            } else {
                problems.add(place(asked.check().line(), step) + reason(handed));
            }
        } else if (outcome.status() != CellOutcome.Status.OK) {
            int line = step instanceof Step.Solved solved ? solved.exercise().line() : line(step.id());
            problems.add(place(line, step) + Failures.of(outcome));
        }
    }

    private static String reason(HandedOver handed) {
        if (handed instanceof HandedOver.Nothing nothing) {
            return nothing.reason();
        }
        return handed instanceof HandedOver.Forged forged ? forged.reason() : "";
    }

    private String place(int line, Step step) {
        return practicum.file() + ":" + line + ": " + step.id() + ": ";
    }

    private int line(String id) {
        int index = CellIds.of(practicum).indexOf(id);
        return index < 0 ? 0 : practicum.cells().get(index).line();
    }

    /** The answers to an exercise's checks with other code in the solution's place. */
    private Map<String, Value> answers(Session session, Cell.Exercise exercise, String code) {
        var answers = new LinkedHashMap<String, Value>();
        session.run(code);
        var affected = new ArrayList<>(affected(exercise));
        hidden.stream().filter(step -> checks(step, exercise)).forEach(affected::add);
        for (Step step : affected) {
            var outcome = session.run(step.code());
            if (step instanceof Step.Asked asked
                    && HandedOver.of(outcome, asked.check().answer()) instanceof HandedOver.Answer answer) {
                answers.put(asked.check().answer(), answer.value());
            }
        }
        return answers;
    }

    /** Whether the solution answers again as it did before a mistake. */
    private boolean restored(Session session, Cell.Exercise exercise) {
        var again = answers(session, exercise, exercise.code());
        return practicum.checks().stream()
                .filter(check -> check.exercise().equals(exercise.id()))
                .allMatch(check -> Comparison.parse(check.compare())
                        .compare(
                                expected.getOrDefault(check.answer(), new Value.Null()),
                                again.getOrDefault(check.answer(), new Value.Null()))
                        .passed());
    }

    private Session replayed() {
        var fresh = new Session(processes);
        visible.forEach(step -> fresh.run(step.code()));
        return fresh;
    }

    /** What stands from an exercise to its last visible check, without other exercises and their checks. */
    private List<Step> affected(Cell.Exercise exercise) {
        int first = 0;
        int last = 0;
        for (int i = 0; i < visible.size(); i++) {
            if (visible.get(i) instanceof Step.Solved solved
                    && solved.exercise().equals(exercise)) {
                first = i + 1;
            } else if (checks(visible.get(i), exercise)) {
                last = i + 1;
            }
        }
        return first >= last
                ? List.of()
                : visible.subList(first, last).stream()
                        .filter(step -> step instanceof Step.Plain || checks(step, exercise))
                        .toList();
    }

    private static boolean checks(Step step, Cell.Exercise exercise) {
        return step instanceof Step.Asked asked && asked.check().exercise().equals(exercise.id());
    }
}
