package practicum.notebook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what stands before a dot: {@code model.run("Anna")} in {@code var x = model.run("Anna").}. */
final class Receiver {
    private Receiver() {}

    /** The expression or class whose members are asked for at a place; empty where no dot stands before it. */
    static Optional<String> before(String code, int place) {
        int dot = skipSpace(code, place);
        if (dot == 0 || code.charAt(dot - 1) != '.') {
            return Optional.empty();
        }
        int start = startOf(code, dot - 1);
        String receiver = code.substring(start, dot - 1).strip();
        return receiver.isEmpty() ? Optional.empty() : Optional.of(receiver);
    }

    /** What a variable is set to where the same cell declares it, so that it need not have run. */
    static Optional<String> declaration(String variable, String code) {
        if (!variable.matches("\\w+")) {
            return Optional.empty();
        }
        Matcher declared = Pattern.compile("\\b[\\w.<>]+\\s+" + variable + "\\s*=\\s*([^;]+);")
                .matcher(code);
        return declared.find() ? Optional.of(declared.group(1).strip()) : Optional.empty();
    }

    /** Where the chain of names and calls begins that ends here. */
    private static int startOf(String code, int end) {
        int at = skipSpace(code, end);
        while (at > 0) {
            char last = code.charAt(at - 1);
            if (last == ')' || last == ']') {
                at = opening(code, at - 1);
            } else if (Character.isJavaIdentifierPart(last)) {
                while (at > 0 && Character.isJavaIdentifierPart(code.charAt(at - 1))) {
                    at--;
                }
                int before = skipSpace(code, at);
                if (before == 0 || code.charAt(before - 1) != '.') {
                    return at;
                }
                at = skipSpace(code, before - 1);
            } else if (last == '"') {
                return Math.max(0, code.lastIndexOf('"', at - 2));
            } else {
                return at;
            }
        }
        return 0;
    }

    /** The place of the bracket that the one at a place closes. */
    private static int opening(String code, int closing) {
        int depth = 0;
        boolean text = false;
        for (int at = closing; at >= 0; at--) {
            char c = code.charAt(at);
            if (c == '"' && (at == 0 || code.charAt(at - 1) != '\\')) {
                text = !text;
            } else if (!text && (c == ')' || c == ']')) {
                depth++;
            } else if (!text && (c == '(' || c == '[') && --depth == 0) {
                return at;
            }
        }
        return 0;
    }

    private static int skipSpace(String code, int from) {
        int at = from;
        while (at > 0 && Character.isWhitespace(code.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
