package practicum.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java as text, read just far enough to tell code from comments and literals, and a class's body from a method's. */
final class JavaText {
    /** What a place in the code belongs to. */
    enum Scope {
        /** The cell itself. */
        TOP,
        /** The members of a type. */
        MEMBERS,
        /** The statements of a method, a lambda or a block. */
        STATEMENTS
    }

    private static final Pattern TYPE =
            Pattern.compile("(?<![.\\w])(class|interface|enum)\\s+\\w|\\brecord\\s+\\w+\\s*[(<]");
    private static final Pattern NEW = Pattern.compile("\\bnew\\s+[\\w.]+\\s*(<[^()]*>)?\\s*$");
    private static final Pattern TOKEN = Pattern.compile(
            "(?s)//[^\\n]*" // a comment to the end of the line
                    + "|/\\*.*?(\\*/|$)" // a comment between marks
                    + "|\"\"\"(\\\\.|[^\\\\])*?(\"\"\"|$)" // a text block
                    + "|\"(\\\\.|[^\"\\\\\\n])*\"?" // a string
                    + "|'(\\\\.|[^'\\\\\\n])*'?"); // a character

    private JavaText() {}

    /** The code with comments and the insides of literals blanked out; every other character stays where it is. */
    static String blanked(String code) {
        StringBuilder text = new StringBuilder(code);
        Matcher token = TOKEN.matcher(code);
        while (token.find()) {
            boolean comment = code.charAt(token.start()) == '/';
            int from = comment ? token.start() : token.start() + 1;
            int to = comment ? token.end() : Math.max(from, token.end() - 1);
            for (int i = from; i < to; i++) {
                if (code.charAt(i) != '\n') {
                    text.setCharAt(i, ' ');
                }
            }
        }
        return text.toString();
    }

    /** What the character at {@code offset} of blanked code belongs to. */
    static Scope scopeAt(String blanked, int offset) {
        var open = new java.util.ArrayDeque<Scope>();
        int boundary = 0;
        for (int i = 0; i < offset; i++) {
            char c = blanked.charAt(i);
            if (c == '{') {
                open.push(opens(blanked, boundary, i));
            } else if (c == '}' && !open.isEmpty()) {
                open.pop();
            }
            if (c == '{' || c == '}' || c == ';') {
                boundary = i + 1;
            }
        }
        return open.isEmpty() ? Scope.TOP : open.peek();
    }

    private static Scope opens(String blanked, int boundary, int brace) {
        boolean type = TYPE.matcher(blanked.substring(boundary, brace)).find() || isAnonymousClass(blanked, brace);
        return type ? Scope.MEMBERS : Scope.STATEMENTS;
    }

    private static boolean isAnonymousClass(String blanked, int brace) {
        int at = brace - 1;
        while (at >= 0 && Character.isWhitespace(blanked.charAt(at))) {
            at--;
        }
        if (at < 0 || blanked.charAt(at) != ')') {
            return false;
        }
        int depth = 0;
        for (; at >= 0; at--) {
            char c = blanked.charAt(at);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (depth == 0) {
                return NEW.matcher(blanked.substring(0, at)).find();
            }
        }
        return false;
    }
}
