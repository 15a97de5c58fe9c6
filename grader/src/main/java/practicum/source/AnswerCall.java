package practicum.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call of {@code answer(…)} in Java; the id is empty where it is not a literal. */
record AnswerCall(String id) {
    private static final Pattern CALL = Pattern.compile("(?:(?<![.\\w])|\\bAnswers\\.)answer\\s*\\(\\s*");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\]*)\"\\s*,");

    /** The calls in code, comments and literals left aside. */
    static List<AnswerCall> in(String code) {
        List<AnswerCall> calls = new ArrayList<>();
        Matcher call = CALL.matcher(JavaText.blanked(code));
        while (call.find()) {
            Matcher literal = LITERAL.matcher(code).region(call.end(), code.length());
            calls.add(new AnswerCall(literal.lookingAt() ? literal.group(1) : ""));
        }
        return calls;
    }
}
