package practicum.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java source as HTML, its words told apart by class. */
public final class JavaCode {
    private static final String KEYWORDS =
            "abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do"
                    + "|double|else|enum|extends|final|finally|float|for|if|implements|import|instanceof|int|interface|long"
                    + "|native|new|null|package|permits|private|protected|public|record|return|sealed|short|static|super|switch"
                    + "|synchronized|this|throw|throws|transient|true|false|try|var|void|volatile|while|yield";

    // Each alternative is a named group whose name is the class; possessive, so that no input is slow or deep.
    private static final Pattern WORD = Pattern.compile("(?<comment>//[^\\n]*+|/\\*(?s:(?!\\*/).)*+(?:\\*/)?)"
            + "|(?<string>\"\"\"(?s:(?!\"\"\").)*+(?:\"\"\")?|\"(?:[^\"\\\\\\n]|\\\\.)*+\"?|'(?:[^'\\\\\\n]|\\\\.)*+'?)"
            + "|(?<number>\\b\\d[\\w.]*+)"
            + "|(?<keyword>\\b(?:" + KEYWORDS + ")\\b)"
            + "|(?<annotation>@\\w++)"
            + "|(?<type>\\b[A-Z]\\w*+)"
            + "|\\w++");

    private static final String[] CLASSES = {"comment", "string", "number", "keyword", "annotation", "type"};

    private JavaCode() {}

    /** The source, escaped, with a span around each word that has a class. */
    public static String html(String code) {
        StringBuilder html = new StringBuilder();
        Matcher word = WORD.matcher(code);
        int from = 0;
        while (word.find()) {
            html.append(HtmlText.escape(code.substring(from, word.start())));
            html.append(word(word));
            from = word.end();
        }
        return html.append(HtmlText.escape(code.substring(from))).toString();
    }

    private static String word(Matcher word) {
        String text = HtmlText.escape(word.group());
        for (String name : CLASSES) {
            if (word.group(name) != null) {
                return "<span class=\"j-" + name + "\">" + text + "</span>";
            }
        }
        return text;
    }
}
