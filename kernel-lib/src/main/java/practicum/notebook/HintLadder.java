package practicum.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import practicum.answer.Expectations.Check;
import practicum.answer.Expectations.Mistake;
import practicum.notebook.AnswerCard.Line;

/** How much a wrong answer is told: first a nudge, then the whole hint, then the mistakes that are often made here. */
final class HintLadder {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+(?=[\\p{Lu}`$])");

    private HintLadder() {}

    /**
     * The lines for one wrong answer.
     *
     * @param hint the exercise's hint, or ""
     * @param attempts how many different wrong answers the exercise has seen, this one included
     * @param diagnosis what is known to be the mistake, or ""
     */
    static List<Line> rungs(Check check, String hint, int attempts, String diagnosis) {
        var lines = new ArrayList<Line>();
        if (!hint.isEmpty()) {
            lines.add(new Line("Hint", attempts == 1 ? nudge(hint) : hint));
        }
        if (attempts > 2 && diagnosis.isEmpty()) {
            check.mistakes().stream()
                    .map(Mistake::says)
                    .distinct()
                    .forEach(says -> lines.add(new Line("Often made here", says)));
        }
        return lines;
    }

    /** Whether another wrong answer will be told more than this one, in words, or "". */
    static String next(Check check, String hint, int attempts, String diagnosis) {
        boolean moreOfHint = attempts == 1 && !nudge(hint).equals(hint);
        boolean mistakes =
                attempts <= 2 && diagnosis.isEmpty() && !check.mistakes().isEmpty();
        return moreOfHint || mistakes ? "Another attempt shows more. " : "";
    }

    /** The hint's first sentence. */
    private static String nudge(String hint) {
        return SENTENCE_END.split(hint, 2)[0];
    }
}
