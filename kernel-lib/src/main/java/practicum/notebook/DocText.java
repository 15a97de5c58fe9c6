package practicum.notebook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Javadoc as plain text: no tags, no markup, its paragraphs and its code kept. */
final class DocText {
    private static final Pattern BLOCK_CODE = Pattern.compile("(?s)<pre>\\s*\\{@code\\s?(.*?)\\}\\s*</pre>");
    private static final Pattern LINK = Pattern.compile("\\{@(?:link|linkplain)\\s+([^\\s}]+)(?:\\s+([^}]*))?\\}");
    private static final Pattern INLINE = Pattern.compile("\\{@\\w+\\s+([^{}]*)\\}");

    /** Stands before a line of code until the lines of paragraphs are joined. */
    private static final String CODE = "\0";

    /** The first line of a tag or of an item. */
    private static final Pattern BEGINNING = Pattern.compile("^(?:  \\S+: |  throws |- )");

    private DocText() {}

    static String plain(String comment) {
        String text = BLOCK_CODE.matcher(comment).replaceAll(code -> "\n" + quote(indented(code.group(1))) + "\n");
        text = LINK.matcher(text)
                .replaceAll(link -> quote(
                        link.group(2) == null
                                ? link.group(1).replaceFirst("^#", "").replace('#', '.')
                                : link.group(2)));
        text = INLINE.matcher(text).replaceAll(code -> quote(code.group(1)));
        text = text.replaceAll("<p>\\s*", "\n\n")
                .replaceAll("\\s*<li>\\s*", "\n- ")
                .replaceAll("</?\\w+[^<>]*>", "");
        return flowed(tags(text))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .strip();
    }

    /** The first sentence. */
    static String summary(String comment) {
        String text = plain(comment).replaceAll("\\s+", " ");
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String tags(String text) {
        return text.replaceAll("(?m)^[ \\t]*@param\\s+(\\S+)\\s+", "  $1: ")
                .replaceAll("(?m)^[ \\t]*@return\\s+", "  result: ")
                .replaceAll("(?m)^[ \\t]*@throws\\s+(\\S+)\\s+", "  throws $1 ")
                .replaceAll("(?m)^[ \\t]*@(\\w+)\\s+", "  $1: ");
    }

    /** A comment's lines end where the source's do: those of a paragraph are joined; code, tags and items are not. */
    private static String flowed(String text) {
        var flowed = new StringBuilder();
        boolean inParagraph = false;
        for (String line : text.strip().split("\n")) {
            boolean isCode = line.startsWith(CODE);
            boolean joins = inParagraph
                    && !isCode
                    && !line.isBlank()
                    && !BEGINNING.matcher(line).find();
            flowed.append(joins ? " " : flowed.isEmpty() ? "" : "\n");
            flowed.append(
                    isCode ? "    " + line.substring(CODE.length()) : joins ? line.strip() : line.stripTrailing());
            inParagraph = !isCode && !line.isBlank();
        }
        return flowed.toString().replaceAll("\n{3,}", "\n\n");
    }

    private static String indented(String code) {
        return code.strip().replaceAll("(?m)^", CODE);
    }

    private static String quote(String text) {
        return Matcher.quoteReplacement(text);
    }
}
