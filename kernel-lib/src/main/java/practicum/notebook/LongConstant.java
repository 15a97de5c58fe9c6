package practicum.notebook;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A text in a cell that is longer than a class file can hold. Java's shell has to be kept from it: the compiler finds out
 * only while it writes the class, and fails from then on at every cell.
 */
final class LongConstant {
    /** The Java Virtual Machine Specification, §4.4.7: lengths are numbers of two bytes. */
    static final int LONGEST = 0xFFFF;

    private static final String BLOCK = "\"\"\"";

    private final String code;
    private int at;
    private int begin;
    private int bytes;

    private LongConstant(String code) {
        this.code = code;
    }

    /**
     * Where the first one begins in a cell. Texts that {@code +} joins are one; names that stand for texts are not
     * followed.
     */
    static Optional<Integer> in(String code) {
        // A character takes three bytes at most.
        return code.length() <= LONGEST / 3 ? Optional.empty() : new LongConstant(code).find();
    }

    private Optional<Integer> find() {
        while (at < code.length()) {
            char c = code.charAt(at);
            if (c == '"') {
                text(code.startsWith(BLOCK, at) ? BLOCK : "\"");
                if (bytes >= LONGEST) {
                    return Optional.of(begin);
                }
            } else if (code.startsWith("//", at)) {
                at = behind("\n", at);
            } else if (code.startsWith("/*", at)) {
                at = behind("*/", at + 2);
            } else {
                at = c == '\'' ? end("'") : at + 1;
                bytes = Character.isWhitespace(c) || "+()".indexOf(c) >= 0 ? bytes : 0;
            }
        }
        return Optional.empty();
    }

    private int behind(String end, int from) {
        int found = code.indexOf(end, from);
        return found < 0 ? code.length() : found + end.length();
    }

    private void text(String quotes) {
        begin = bytes == 0 ? at : begin;
        int first = at + quotes.length();
        at = end(quotes);
        int last = Math.max(first, at - quotes.length());
        bytes += length(code.substring(first, last), quotes.equals(BLOCK));
    }

    /** Behind the quotation that begins here; a plain one ends with its line in any case. */
    private int end(String quotes) {
        int i = at + quotes.length();
        while (i < code.length() && !code.startsWith(quotes, i)) {
            if (code.charAt(i) == '\n' && !quotes.equals(BLOCK)) {
                return i;
            }
            i += code.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(code.length(), i + quotes.length());
    }

    private static int length(String inside, boolean isBlock) {
        try {
            int line = isBlock ? inside.indexOf('\n') + 1 : 0;
            String text = isBlock ? inside.substring(line).stripIndent() : inside;
            return text.translateEscapes().getBytes(StandardCharsets.UTF_8).length;
        } catch (IllegalArgumentException e) {
            // Characters by number, or no Java; of the first kind, six characters make three bytes at most.
            return inside.length() / 2;
        }
    }
}
