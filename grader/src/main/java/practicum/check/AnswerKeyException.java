package practicum.check;

import java.util.List;

/** A solution that does not answer its own checks: the release is at fault, not a submission. */
public final class AnswerKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnswerKeyException(String file, List<String> problems) {
        super("The solution in " + file + " does not run through, so nothing can be compared with it:\n"
                + String.join("\n", problems));
    }
}
