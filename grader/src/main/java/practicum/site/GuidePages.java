package practicum.site;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import practicum.report.Html;
import practicum.report.Markdown;
import practicum.source.Project;

/** The guides of {@code docs/}, and the page that lists them. */
final class GuidePages {
    static final String INDEX = "guides/index.html";

    private static final String DOCS = "docs/";
    private static final List<String> FIRST = List.of("docs/student.md", "docs/instructor.md", "docs/adding.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+\\.md)[)#\\s]");

    private final Project project;

    GuidePages(Project project) {
        this.project = project;
    }

    /** The guides by their places in the course: all, or for students what their own guide leads to. */
    List<String> files(Edition edition) {
        return edition.hasSolutions() ? all() : reachable(FIRST.get(0));
    }

    private List<String> all() {
        var files = new LinkedHashSet<String>();
        FIRST.stream()
                .filter(file -> Files.exists(project.root().resolve(file)))
                .forEach(files::add);
        files.addAll(markdown(DOCS));
        files.addAll(markdown(DOCS + "decisions/"));
        return List.copyOf(files);
    }

    private List<String> markdown(String folder) {
        Path path = project.root().resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> folder + file.getFileName())
                    .filter(file -> file.endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SiteException("Cannot list " + folder + ": " + e + ".");
        }
    }

    private List<String> reachable(String first) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            String file = open.remove();
            if (file.startsWith(DOCS) && Files.exists(project.root().resolve(file)) && found.add(file)) {
                LINK.matcher(text(file)).results().forEach(link -> open.add(Address.resolve(link.group(1), file)));
            }
        }
        return List.copyOf(found);
    }

    /** Where a guide's page stands. */
    static String path(String file) {
        String inDocs = file.substring(DOCS.length()).replaceFirst("(^|/)README\\.md$", "$1index.md");
        return "guides/" + inDocs.replaceFirst("\\.md$", ".html");
    }

    /** The page of each, and last the page that lists them. */
    List<Page> of(List<String> files, SiteMap map) {
        List<Page> pages = new ArrayList<>();
        for (String file : files) {
            Outline outline = new Outline();
            String body = Markdown.html(text(file), map.placement(file, outline, new JsonObject()));
            String title = outline.entries().stream()
                    .findFirst()
                    .map(Outline.Entry::title)
                    .orElse(file);
            pages.add(Page.of(path(file), title, outline.entries(), body, "prose"));
        }
        pages.add(index(pages));
        return pages;
    }

    private static Page index(List<Page> guides) {
        Html html = new Html();
        html.element("h1", "Guides").raw("\n").open("ul", "class", "entries").raw("\n");
        for (Page guide : guides) {
            if (!guide.path().matches("guides/decisions/\\d.*")) {
                html.open("li").element("a", guide.title(), "href", Address.of(guide.path(), INDEX));
                html.closeLine();
            }
        }
        return new Page(INDEX, "Guides", List.of(), "", html.closeLine().toString());
    }

    private String text(String file) {
        try {
            return Files.readString(project.root().resolve(file));
        } catch (IOException e) {
            throw new SiteException(file + " cannot be read: " + e + ".");
        }
    }
}
