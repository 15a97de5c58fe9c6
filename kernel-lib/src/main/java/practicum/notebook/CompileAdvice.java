package practicum.notebook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A compiler's complaint, and what to do about it in one sentence, for the mistakes that are made most in notebooks.
 *
 * @param code the kind of complaint, as in {@code compiler.err.prob.found.req}
 * @param words the compiler's own words
 * @param source the line it is about
 */
record CompileAdvice(String code, String words, String source) {
    private static final Pattern PYTHON = Pattern.compile(
            "^\\s*(def |elif |for \\w+ in |from \\w+ import |import \\w+$" + "|import [\\w.]+ as |lambda |with .*:$)");
    private static final Pattern EACH_IN = Pattern.compile("\\bfor\\s*\\(\\s*[\\w<>\\[\\]]+\\s+\\w+\\s+in\\b");
    private static final Pattern BARE_ARRAY = Pattern.compile("(?:[(,]|\\breturn)\\s*\\{");
    private static final Pattern SLICE = Pattern.compile("[(\\[,]\\s*:|:\\s*[,)\\]]");
    private static final Pattern MEMBER_OF_ONE =
            Pattern.compile("(?:method|constructor) \\w+ in (?:class|interface|record|enum) (\\w+)");
    private static final Pattern MEMBER_OF_SEVERAL = Pattern.compile("method (\\w+)\\.\\w+\\(");
    private static final Pattern PRIVATE = Pattern.compile("^(\\w+) (?:has private access|is not public)");

    /** The advice of the first rule that fits. */
    Optional<String> text() {
        return CompileRules.first(this);
    }

    /** Whether what the compiler says after it is about the same thing: this is another language, or no name. */
    boolean isLast() {
        return isPython() || isEachIn() || isBareArray() || isSlice() || words.startsWith("'.class' expected");
    }

    boolean isPython() {
        return PYTHON.matcher(source).find();
    }

    /** A loop of JavaScript's or C#'s form. */
    boolean isEachIn() {
        return EACH_IN.matcher(source).find();
    }

    /** Numbers between braces where only a declaration can have them. */
    boolean isBareArray() {
        return is("illegal.start.of.expr") && BARE_ARRAY.matcher(source).find();
    }

    /** A colon between brackets, as NumPy has it. */
    boolean isSlice() {
        return is("illegal.start.of.expr") && SLICE.matcher(source).find();
    }

    boolean is(String kind) {
        return code.startsWith("compiler.err." + kind);
    }

    boolean says(String part) {
        return words.contains(part);
    }

    /** Whether the words contain what a regular expression describes. */
    boolean tells(String expression) {
        return Pattern.compile(expression).matcher(words).find();
    }

    /** The class whose method or constructor was called wrongly, or "". */
    String owner() {
        return found(MEMBER_OF_ONE).or(() -> found(MEMBER_OF_SEVERAL)).orElse("");
    }

    /** What is not to be seen from outside, or "". */
    String hidden() {
        return found(PRIVATE).orElse("");
    }

    private Optional<String> found(Pattern pattern) {
        Matcher matcher = pattern.matcher(words);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
