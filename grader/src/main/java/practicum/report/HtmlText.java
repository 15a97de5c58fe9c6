package practicum.report;

/** Text made safe to stand in HTML. */
public final class HtmlText {
    private HtmlText() {}

    /** The text with the characters escaped that mean something in HTML, in attributes too. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isAllowed(c) ? c : '\uFFFD');
            }
        }
        return escaped.toString();
    }

    /** Control characters have no business in a page. */
    private static boolean isAllowed(char c) {
        return c >= ' ' && c != 0x7F || c == '\n' || c == '\t' || c == '\r';
    }
}
