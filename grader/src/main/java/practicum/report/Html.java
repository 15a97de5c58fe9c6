package practicum.report;

import java.util.ArrayDeque;
import java.util.Deque;
import practicum.check.PlainText;

/** HTML as it is written: every text and attribute is escaped, bounded and without what is not seen. */
public final class Html {
    private static final int LONGEST = 20_000;

    private final StringBuilder html = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element; attributes are names and values in turn. */
    public Html open(String tag, String... attributes) {
        html.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            html.append(escaped(attributes[i + 1])).append('"');
        }
        html.append('>');
        open.push(tag);
        return this;
    }

    /** Ends the element that began last. */
    public Html close() {
        html.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Forgets the element that began last: it has no end. */
    Html dropped() {
        open.pop();
        return this;
    }

    /** Ends the element that began last, and the line. */
    public Html closeLine() {
        close();
        html.append('\n');
        return this;
    }

    /** A whole element with a text in it. */
    public Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** A text. */
    public Html text(String text) {
        html.append(escaped(text));
        return this;
    }

    /** HTML that is known to be safe. */
    public Html raw(String safe) {
        html.append(safe);
        return this;
    }

    /** Made plain, which strips it, but with the spaces around it that part it from its neighbours. */
    private static String escaped(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return text.isEmpty() ? "" : " ";
        }
        int start = text.indexOf(stripped);
        String before = text.substring(0, start).replaceAll("[^ \\t]", " ");
        String after = start + stripped.length() < text.length() ? " " : "";
        return before + HtmlText.escape(PlainText.of(stripped, LONGEST)) + after;
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
