package practicum.plot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A picture as an {@code <img>} with its data inside. That form survives the sanitizers of Jupyter and of git hosts,
 * which remove inline SVG from notebooks that are not trusted, and no style or id of one figure can reach another. An
 * image map carries the tooltips.
 */
final class HtmlImage {
    /** Beyond this many marks, pixels take less room than the drawing. */
    private static final int MOST_SHAPES = 2500;

    /** Beyond this many, tooltips cost more bytes than the picture. */
    private static final int MOST_HINTS = 1500;

    private static final int LONGEST_TEXT = 2000;

    private HtmlImage() {}

    static String of(Picture picture, String title, String text) {
        boolean pixels = picture.painted() || picture.shapes().size() > MOST_SHAPES;
        String source = pixels
                ? "image/png;base64," + base64(Raster.png(picture, 2))
                : "image/svg+xml;base64," + base64(Svg.image(picture, title).getBytes(StandardCharsets.UTF_8));
        boolean hinted = !picture.hints().isEmpty() && picture.hints().size() <= MOST_HINTS;
        String map = hinted ? "figure-" + digest(source + picture.hints()) : "";
        StringBuilder html =
                new StringBuilder("<div style=\"overflow-x:auto\"><img alt=\"%s\" width=\"%d\" height=\"%d\""
                        .formatted(Svg.escape(shorten(text)), (int) picture.width(), (int) picture.height()));
        html.append(" style=\"display:block;max-width:none;margin:0\"");
        html.append(hinted ? " usemap=\"#%s\"".formatted(map) : "");
        html.append(" src=\"data:").append(source).append("\">");
        if (hinted) {
            html.append("<map name=\"").append(map).append("\">\n");
            picture.hints().forEach(hint -> area(html, hint));
            html.append("</map>");
        }
        return html.append("</div>\n").toString();
    }

    /** An alternative text is read aloud from its beginning; nobody listens to a thousand numbers. */
    private static String shorten(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end) + " …";
    }

    private static void area(StringBuilder html, Hint hint) {
        html.append("<area shape=\"rect\" coords=\"%d,%d,%d,%d\" title=\"%s\">\n"
                .formatted(
                        Math.round(hint.x()),
                        Math.round(hint.y()),
                        Math.round(hint.x() + hint.width()),
                        Math.round(hint.y() + hint.height()),
                        Svg.escape(hint.text())));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
