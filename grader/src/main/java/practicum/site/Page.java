package practicum.site;

import java.util.List;
import java.util.Optional;

/**
 * One page before it is laid out.
 *
 * @param path its place, from the site's root
 * @param title what stands in the browser's tab
 * @param outline its headings, of which those of the second and third rank make its table of contents
 * @param head its title and what belongs to it, as HTML
 * @param body the rest of the text, as HTML
 * @param before the page to read before it
 * @param after the page to read after it
 */
record Page(
        String path,
        String title,
        List<Outline.Entry> outline,
        String head,
        String body,
        Optional<Link> before,
        Optional<Link> after) {
    /** A page of the site by its place, and what a link to it says. */
    record Link(String path, String title) {}

    Page {
        outline = outline.stream()
                .filter(entry -> entry.level() == 2 || entry.level() == 3)
                .toList();
    }

    /** A page that stands alone. */
    Page(String path, String title, List<Outline.Entry> outline, String head, String body) {
        this(path, title, outline, head, body, Optional.empty(), Optional.empty());
    }

    /** A page of one text, whose title is the head. */
    static Page of(String path, String title, List<Outline.Entry> outline, String text, String style) {
        int end = text.indexOf("</h1>") < 0 ? 0 : text.indexOf("</h1>") + "</h1>".length();
        String body = "<div class=\"" + style + "\">" + text.substring(end) + "</div>\n";
        return new Page(path, title, outline, text.substring(0, end) + "\n", body);
    }

    /** The same page between two others. */
    Page between(Optional<Link> earlier, Optional<Link> later) {
        return new Page(path, title, outline, head, body, earlier, later);
    }
}
