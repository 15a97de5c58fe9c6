package practicum.notebook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Javadoc as plain text: no tags, no markup, its paragraphs and its code kept. */
final class DocText {
    private static final Pattern BLOCK_CODE = Pattern.compile("(?s)<pre>\\s*\\{@code\\s?(.*?)\\}\\s*</pre>");
    private static final Pattern LINK = Pattern.compile("\\{@(?:link|linkplain)\\s+([^\\s}]+)(?:\\s+([^}]*))?\\}");
    private static final Pattern INLINE = Pattern.compile("\\{@\\w+\\s+([^{}]*)\\}");

    private DocText() {}

    static String plain(String comment) {
        String text = BLOCK_CODE.matcher(comment).replaceAll(code -> "\n" + quote(indented(code.group(1))) + "\n");
        text = LINK.matcher(text)
                .replaceAll(link -> quote(
                        link.group(2) == null
                                ? link.group(1).replaceFirst("^#", "").replace('#', '.')
                                : link.group(2)));
        text = INLINE.matcher(text).replaceAll(code -> quote(code.group(1)));
        return tags(text.replaceAll("<p>\\s*", "\n").replaceAll("</?\\w+[^<>]*>", ""))
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
        return text.replaceAll("(?m)^\\s*@param\\s+(\\S+)\\s+", "  $1: ")
                .replaceAll("(?m)^\\s*@return\\s+", "  result: ")
                .replaceAll("(?m)^\\s*@throws\\s+(\\S+)\\s+", "  throws $1 ")
                .replaceAll("(?m)^\\s*@(\\w+)\\s+", "  $1: ");
    }

    private static String indented(String code) {
        return code.strip().replaceAll("(?m)^", "    ");
    }

    private static String quote(String text) {
        return Matcher.quoteReplacement(text);
    }
}
