package practicum.build;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;
import practicum.source.Practicum;
import practicum.source.PracticumParser;
import practicum.source.SourceText;

/** The text source of an instructors' notebook that was edited in Jupyter: {@link SolutionNotebook}, backwards. */
public final class NotebookSource {
    /** What a build adds to the options of the front matter. */
    private static final Set<String> ADDED = Set.of("stem", "source_sha256", "expected_sha256");

    private final Notebook notebook;
    private final String shown;

    private NotebookSource(Notebook notebook, String shown) {
        this.notebook = notebook;
        this.shown = shown;
    }

    /** The stem of the practicum that an instructors' notebook belongs to; {@code shown} is its name in messages. */
    public static String stem(Notebook notebook, String shown) {
        JsonObject own = own(notebook.metadata());
        if (!own.has("stem") || !own.has("claim")) {
            throw new BuildException(shown + ": this is no instructors' notebook of a practicum; what students get"
                    + " does not hold the solutions. Edit a notebook of the folder solutions.");
        }
        return own.get("stem").getAsString();
    }

    /** The source, read once to be sure that it is right. */
    public static String of(Notebook notebook, String shown) {
        String text = new NotebookSource(notebook, shown).text();
        Practicum practicum = PracticumParser.parse(text, stem(notebook, shown), shown + " as text");
        return practicum.cells().isEmpty() ? "" : text;
    }

    /** Whether a source has changed since the build that made this notebook. */
    public static boolean isOlderThan(Practicum practicum, Notebook notebook) {
        JsonElement made = own(notebook.metadata()).get("source_sha256");
        return made == null
                || !made.getAsString().equals(Provenance.of(practicum, "").source());
    }

    private String text() {
        Map<String, Object> about = options(own(notebook.metadata()));
        ADDED.forEach(about::remove);
        SourceText text = new SourceText(about);
        for (NotebookCell cell : notebook.cells()) {
            JsonObject own = own(cell.metadata());
            if (!own.has(SolutionNotebook.GENERATED)) {
                add(text, cell, options(own));
            }
        }
        return text.toString();
    }

    private void add(SourceText text, NotebookCell cell, Map<String, Object> options) {
        if (cell.kind() == Kind.MARKDOWN) {
            if (options.containsKey("written")) {
                text.written(options, cell.source());
            } else if (!cell.source().isBlank()) {
                refuseAttachments(cell);
                text.prose(cell.source().strip());
            }
        } else if (cell.kind() == Kind.CODE || options.containsKey("mistake") || options.containsKey("alternative")) {
            if (!cell.source().isBlank()) {
                text.code(options, cell.source().stripTrailing());
            }
        } else {
            throw new BuildException(shown + ": the raw cell \"" + cell.id()
                    + "\" has no place in a source. Make it Markdown or Java, or delete it.");
        }
    }

    private void refuseAttachments(NotebookCell cell) {
        if (!cell.attachments().isEmpty()) {
            throw new BuildException(shown + ": the cell \"" + cell.id()
                    + "\" holds a pasted picture, which a text source cannot. Save the picture as a file and link it.");
        }
    }

    private static JsonObject own(JsonObject metadata) {
        return metadata.get("practicum") instanceof JsonObject own ? own : new JsonObject();
    }

    private static Map<String, Object> options(JsonObject json) {
        Map<String, Object> options = new LinkedHashMap<>();
        json.asMap().forEach((name, value) -> options.put(name, option(value)));
        return options;
    }

    private static Object option(JsonElement value) {
        if (value instanceof JsonArray array) {
            List<String> texts = new ArrayList<>();
            array.forEach(text -> texts.add(text.getAsString()));
            return texts;
        }
        if (value instanceof JsonPrimitive number && number.isNumber()) {
            double real = number.getAsDouble();
            return real == Math.rint(real) ? (Object) (long) real : (Object) real;
        }
        return value.getAsString();
    }
}
