package practicum.answer;

import org.jspecify.annotations.Nullable;

/** The verdict on a whole whose parts are judged one after another: the first fault is told, and all parts count. */
final class Parts {
    private final Value expected;
    private final Value actual;
    private @Nullable Verdict first;
    private double right;
    private int count;

    Parts(Value expected, Value actual) {
        this.expected = expected;
        this.actual = actual;
    }

    void add(String place, Verdict part) {
        count++;
        right += part.score();
        if (first == null && !part.passed()) {
            first = Verdict.fail(part.fault(), expected, actual, place + part.rationale(), part.diagnosis());
        }
    }

    Verdict verdict(String allAgree) {
        return first == null ? Verdict.pass(expected, actual, "All " + allAgree) : first.scoring(right / count);
    }
}
