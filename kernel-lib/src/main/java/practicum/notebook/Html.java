package practicum.notebook;

import practicum.plot.Rgb;

/** Text made safe to stand in HTML, and the few inline styles that suit a light and a dark page alike. */
final class Html {
    static final String RIM = "rgba(128,128,128,.35)";
    static final String TINT = "rgba(128,128,128,.08)";

    private Html() {}

    /** A style that gives something one colour on a light page and its counterpart on a dark one. */
    static String paint(String property, Rgb light, Rgb dark) {
        return "%s:%s;%s:light-dark(%s,%s)".formatted(property, light.hex(), property, light.hex(), dark.hex());
    }

    static String paint(String property, Rgb light) {
        return paint(property, light, light.onDark());
    }

    static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
