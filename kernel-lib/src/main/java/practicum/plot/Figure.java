package practicum.plot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A finished picture with its text twin: the same in every front end, and in a file. {@link Plot} makes them.
 *
 * <pre>{@code Plot.attention(pattern, tokens).titled("Layer 2, head 1").save(Path.of("head.svg"))}</pre>
 */
public final class Figure {
    private static volatile Viewer viewer = new BrowserViewer();

    private final Picture body;
    private final String twin;
    private final String title;
    private final String caption;

    private Figure(Picture body, String twin, String title, String caption) {
        this.body = body;
        this.twin = twin;
        this.title = title;
        this.caption = caption;
    }

    static Figure of(Picture body, String twin, String title) {
        return new Figure(body, twin.stripTrailing(), title, "");
    }

    /** This figure under another title. */
    public Figure titled(String newTitle) {
        return new Figure(body, twin, newTitle, caption);
    }

    /** This figure with a caption below it: a sentence on what to see. */
    public Figure captioned(String newCaption) {
        return new Figure(body, twin, title, newCaption);
    }

    public String title() {
        return title;
    }

    public String caption() {
        return caption;
    }

    /** The figure for a web page or a notebook: one self-contained image, no scripts, no network. */
    public String html() {
        return HtmlImage.of(card(), title, text());
    }

    /** The figure as an SVG document with tooltips. */
    public String svg() {
        return Svg.document(card(), title);
    }

    /** The figure as a PNG at twice its size, for sharp screens and for print. */
    public byte[] png() {
        return Raster.png(card(), 2);
    }

    /** What the figure shows, in words and numbers: for a terminal, a diff, a screen reader. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(title.isEmpty() ? "" : title + "\n").append(twin);
        return text.append(caption.isEmpty() ? "" : "\n" + caption).toString();
    }

    /** Says where this process shows figures from now on. */
    public static void showIn(Viewer newViewer) {
        viewer = newViewer;
    }

    /** Shows the figure: in a notebook below its cell, else in the browser, else in words and with a file's address. */
    public void show() {
        viewer.show(this);
    }

    /** Writes the figure to a file; its name ends in .svg, .png, .html or .txt, which decides what is written. */
    public void save(Path file) {
        byte[] content =
                switch (extension(file)) {
                    case "svg" -> utf8(svg());
                    case "png" -> png();
                    case "html" -> utf8(page());
                    case "txt" -> utf8(text() + "\n");
                    default ->
                        throw new IllegalArgumentException(
                                "Cannot save a figure as %s: the name must end in .svg, .png, .html or .txt."
                                        .formatted(file.getFileName()));
                };
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not save the figure to %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** {@link #save(Path)} to a file of this name. */
    public void save(String file) {
        save(Path.of(file));
    }

    /** The text twin, so that a figure is readable wherever a value is printed. */
    @Override
    public String toString() {
        return text();
    }

    /** The picture without paper, title and caption. */
    Picture body() {
        return body;
    }

    /** The picture on its paper, with title and caption. */
    Picture card() {
        return Card.of(body, title, caption);
    }

    private String page() {
        String heading = Svg.escape(title.isEmpty() ? "Figure" : title);
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\"><style>:root{--figures:light dark}</style><title>%s</title></head>\n<body>\n%s</body></html>\n"
                .formatted(heading, html());
    }

    private static String extension(Path file) {
        String name = file.toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
