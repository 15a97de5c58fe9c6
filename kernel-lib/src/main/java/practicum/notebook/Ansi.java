package practicum.notebook;

import java.util.regex.Pattern;

/**
 * How an error message is set, in the ANSI escapes that every Jupyter front end and terminal understands.
 *
 * <p>Words have the page's own colour: no colour can be read on the pale red and on the dark red that front ends put behind
 * errors. Only marks are red, of a red that stands out on both.
 */
final class Ansi {
    /** Of the 256 colours of terminals, the one that is pure red: its contrast is 3 or more on all those grounds. */
    static final int MARK = 196;

    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;]*m");

    private Ansi() {}

    static String mark(String text) {
        return paint("1;38;5;" + MARK, text);
    }

    static String bold(String text) {
        return paint("1", text);
    }

    static String faint(String text) {
        return paint("2", text);
    }

    static String strip(String text) {
        return ESCAPE.matcher(text).replaceAll("");
    }

    private static String paint(String code, String text) {
        return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
