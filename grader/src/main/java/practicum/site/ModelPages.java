package practicum.site;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import practicum.report.Html;
import practicum.report.Markdown;
import practicum.source.Project;

/** The cards of the models that ship, and the page that lists them. */
final class ModelPages {
    static final String INDEX = "models/index.html";

    private static final String MODELS = "kernel-lib/src/main/resources/practicum/models/";
    private static final String CARD = "/README.md";

    private final Project project;

    ModelPages(Project project) {
        this.project = project;
    }

    /** The cards by their places in the course. */
    List<String> files() {
        Path folder = project.root().resolve(MODELS);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> models = Files.list(folder)) {
            return models.map(model -> MODELS + model.getFileName() + CARD)
                    .filter(card -> Files.exists(project.root().resolve(card)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SiteException("Cannot list " + MODELS + ": " + e + ".");
        }
    }

    /** Where a card's page stands. */
    static String path(String file) {
        return "models/" + name(file) + ".html";
    }

    private static String name(String file) {
        return file.substring(MODELS.length(), file.length() - CARD.length());
    }

    /** The page of each, in order of the alphabet, and last the page that lists them. */
    List<Page> of(List<String> files, SiteMap map) {
        List<Page> pages = new ArrayList<>();
        Html list = new Html();
        list.element("h1", "Models").raw("\n");
        list.element(
                        "p",
                        "They ship with the library and need no network. Each card says what the model was measured to"
                                + " do, beside a control that must fail.",
                        "class",
                        "lead")
                .raw("\n");
        list.open("dl", "class", "entries").raw("\n");
        for (String file : files) {
            Outline outline = new Outline();
            String card = text(file);
            String body = Markdown.html(card, map.placement(file, outline, new JsonObject()));
            pages.add(Page.of(path(file), name(file), outline.entries(), body, "prose card"));
            list.open("dt").element("a", name(file), "href", Address.of(path(file), INDEX));
            list.closeLine().open("dd").raw(Markdown.html(says(card), address -> address));
            list.closeLine();
        }
        pages.add(new Page(INDEX, "Models", List.of(), "", list.closeLine().toString()));
        return pages;
    }

    /** The first sentence below the title. */
    private static String says(String card) {
        return card.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .replaceFirst("(?<=\\.) .*", "");
    }

    private String text(String file) {
        try {
            return Files.readString(project.root().resolve(file));
        } catch (IOException e) {
            throw new SiteException(file + " cannot be read: " + e + ".");
        }
    }
}
