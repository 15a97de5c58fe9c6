package practicum.notebook;

import java.util.regex.Pattern;

/** The three colours of an error message, as the ANSI escapes that every Jupyter front end understands. */
final class Ansi {
    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;]*m");

    private Ansi() {}

    static String red(String text) {
        return paint("1;31", text);
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
