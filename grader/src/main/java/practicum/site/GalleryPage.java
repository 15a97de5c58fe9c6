package practicum.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import practicum.source.Project;

/** The gallery that {@code ./practicum gallery} drew, with the site's bar and a table of contents. */
final class GalleryPage {
    static final String FILE = "docs/gallery.html";
    static final String PATH = "gallery.html";

    private static final Pattern MAIN = Pattern.compile("<main>\\n(.*)</main>", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("<h([123])>(.*?)</h\\1>");

    /** The title stands in the first section there, and above all sections here. */
    private static final String OPENING = "^\\s*<section class=\"prose\">\\s*(<h1.*?</h1>)";

    private GalleryPage() {}

    static Page of(Project project) {
        Matcher main = MAIN.matcher(text(project.root().resolve(FILE)));
        if (!main.find()) {
            throw new SiteException(FILE + " is no page of pictures. Run ./practicum gallery.");
        }
        Outline outline = new Outline();
        String body = HEADING.matcher(main.group(1))
                .replaceAll(heading -> Matcher.quoteReplacement(withId(heading.group(1), heading.group(2), outline)));
        String untitled = body.replaceFirst(OPENING, "$1\n<section class=\"prose\">");
        return Page.of(PATH, "Gallery", outline.entries(), untitled, "gallery");
    }

    private static String withId(String level, String words, Outline outline) {
        String id = outline.heading(Integer.parseInt(level), PageText.of(words));
        return "<h" + level + " id=\"" + id + "\">" + words + "</h" + level + ">";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new SiteException(FILE + " cannot be read: " + e + ". Run ./practicum gallery, or restore it from"
                    + " version control.");
        }
    }
}
