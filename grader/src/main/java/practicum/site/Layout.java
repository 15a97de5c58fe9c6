package practicum.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import practicum.report.Html;

/**
 * What surrounds each page: the course's bar, the table of contents, the way on. A page is complete in itself, with its
 * style and pictures in it, and forbids the browser to run scripts or to fetch anything.
 *
 * @param menu the pages that the bar leads to
 * @param edition what the foot says of the site; empty for nothing
 */
record Layout(List<Page.Link> menu, String edition) {
    /** The id of the text proper. */
    static final String CONTENT = "content";

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    Layout {
        menu = List.copyOf(menu);
    }

    String html(Page page) {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").raw("\n<head>\n<meta charset=\"utf-8\">\n");
        html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.element("title", page.title().equals("Practicum") ? "Practicum" : page.title() + " · Practicum");
        html.raw("\n<style>\n" + style() + "</style>\n</head>\n").open("body").raw("\n");
        html.element("a", "Skip to the text", "class", "skip", "href", "#" + CONTENT)
                .raw("\n");
        bar(page, html);
        boolean hasContents = page.outline().size() > 1;
        html.open("main", "id", CONTENT, "class", hasContents ? "with-contents" : "plain");
        html.raw("\n" + page.head());
        if (hasContents) {
            contents(page.outline(), html);
        }
        html.raw(page.body());
        steps(page, html);
        html.closeLine();
        html.open("footer").raw("\n").element("p", edition).raw("\n").closeLine();
        return html.closeLine().raw("</html>\n").toString();
    }

    private void bar(Page page, Html html) {
        html.open("header").raw("\n").open("nav", "aria-label", "Course").raw("\n");
        for (Page.Link link : menu) {
            String address = Address.of(link.path(), page.path());
            boolean here = link.path().equals(page.path());
            if (here) {
                html.open("a", "href", address, "aria-current", "page");
            } else {
                html.open("a", "href", address);
            }
            html.text(link.title()).closeLine();
        }
        html.closeLine().closeLine();
    }

    private static void contents(List<Outline.Entry> outline, Html html) {
        html.open("nav", "class", "contents", "aria-label", "On this page").raw("\n");
        html.element("p", "On this page").raw("\n<ul>\n");
        for (Outline.Entry entry : outline) {
            html.open("li", "class", "level-" + entry.level());
            html.element("a", entry.title(), "href", "#" + entry.id()).closeLine();
        }
        html.raw("</ul>\n").closeLine();
    }

    private static void steps(Page page, Html html) {
        if (page.before().isEmpty() && page.after().isEmpty()) {
            return;
        }
        html.open("nav", "class", "steps", "aria-label", "Before and after").raw("\n");
        step(page.before(), "prev", "Before", page, html);
        step(page.after(), "next", "Next", page, html);
        html.closeLine();
    }

    private static void step(Optional<Page.Link> link, String rel, String word, Page page, Html html) {
        link.ifPresent(to -> html.open("a", "rel", rel, "href", Address.of(to.path(), page.path()))
                .element("span", word)
                .text(" " + to.title())
                .closeLine());
    }

    private static String style() {
        try (InputStream stream =
                Objects.requireNonNull(Layout.class.getResourceAsStream("site.css"), "site.css is missing")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
