package practicum.notebook;

import java.util.regex.Pattern;

/** The classes that JShell wraps around snippets, which no reader should meet. */
final class Wrappers {
    private static final Pattern NAME = Pattern.compile("REPL\\.\\$JShell\\$\\w+[.$]");
    private static final Pattern LOADER = Pattern.compile(" \\([^()]*(?:are|is) in (?:unnamed )?module [^()]*\\)");

    private Wrappers() {}

    static String strip(String text) {
        return NAME.matcher(LOADER.matcher(text).replaceAll("")).replaceAll("");
    }
}
