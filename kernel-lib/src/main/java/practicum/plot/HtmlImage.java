package practicum.plot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

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

    /**
     * Whether the picture is dark. A page of ours says so in {@code --figures}. A length is no scheme, and then the
     * picture has the scheme that the page about it has: JupyterLab and VS Code, which define these lengths, have themes.
     * Every other page is taken to be light.
     */
    private static final String SCHEME = "var(--figures,var(--jp-border-width,var(--vscode-font-size,light)))";

    private HtmlImage() {}

    static String of(Picture picture, String title, String text) {
        Picture drawn = picture.shapes().size() > MOST_SHAPES ? pixels(picture) : picture;
        String source = base64(Svg.image(drawn, title).getBytes(StandardCharsets.UTF_8));
        boolean hinted = !picture.hints().isEmpty() && picture.hints().size() <= MOST_HINTS;
        String map = hinted ? "figure-" + digest(source + picture.hints()) : "";
        StringBuilder html =
                new StringBuilder("<div style=\"overflow-x:auto\"><img alt=\"%s\" width=\"%d\" height=\"%d\""
                        .formatted(Svg.escape(shorten(text)), (int) picture.width(), (int) picture.height()));
        html.append(" style=\"display:block;max-width:none;margin:0;color-scheme:" + SCHEME + "\"");
        html.append(hinted ? " usemap=\"#%s\"".formatted(map) : "");
        html.append(" src=\"data:image/svg+xml;base64,").append(source).append("\">");
        if (hinted) {
            html.append("<map name=\"").append(map).append("\">\n");
            picture.hints().forEach(hint -> area(html, hint));
            html.append("</map>");
        }
        return html.append("</div>\n").toString();
    }

    private static Picture pixels(Picture picture) {
        Shape.Painter day = Raster.painter(picture);
        Shape.Painter night = Raster.painter(Night.of(picture));
        return new Picture(
                picture.width(),
                picture.height(),
                List.of(new Shape.Painting(0, 0, (int) picture.width(), (int) picture.height(), day, night)),
                List.of());
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
