package practicum.site;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.Output;
import practicum.report.Html;
import practicum.report.JavaCode;
import practicum.report.Markdown;
import practicum.report.OutputHtml;

/** A notebook's cells as HTML, each by the part that it plays: prose, exercise, check, hidden check, mistake, alternative. */
final class NotebookCells {
    static final String HEADER = "_header";
    private static final String SETUP = "setup";
    private static final String LABEL = "_label";

    private final String file;
    private final SiteMap map;
    private final Outline outline;
    private final Html html = new Html();

    /**
     * Nothing yet.
     *
     * @param file the notebook, from the course's root
     * @param outline what the headings are noted in
     */
    NotebookCells(String file, SiteMap map, Outline outline) {
        this.file = file;
        this.map = map;
        this.outline = outline;
    }

    void add(NotebookCell cell) {
        if (cell.id().equals(SETUP) || isLabel(cell)) {
            // The one only tells the kernel which practicum it runs; the other says what the page's own label says.
            return;
        }
        switch (cell.kind()) {
            case MARKDOWN -> prose(cell);
            case RAW -> version(cell);
            case CODE -> code(cell);
        }
    }

    private void prose(NotebookCell cell) {
        if (cell.id().endsWith(HEADER)) {
            String exercise = cell.id().substring(0, cell.id().length() - HEADER.length());
            html.open("section", "class", "prose exercise", "id", outline.id("exercise-" + exercise));
        } else {
            html.open("section", "class", "prose");
        }
        html.raw("\n" + Markdown.html(cell.source(), map.placement(file, outline, cell.attachments())));
        html.closeLine();
    }

    private void version(NotebookCell cell) {
        String says = option(cell, "says");
        boolean wrong = option(cell, "alternative").isEmpty();
        html.open("details", "class", wrong ? "mistake" : "alternative")
                .raw("\n")
                .open("summary")
                .element("b", wrong ? "Mistake" : "Also right");
        html.text(" " + says).closeLine();
        source(cell);
        html.closeLine();
    }

    private void code(NotebookCell cell) {
        if (!option(cell, "hidden").isEmpty()) {
            html.open("details", "class", "hidden").raw("\n").open("summary").element("b", "Hidden check");
            html.text(" ").element("code", cell.id().replace('_', '.')).closeLine();
        } else {
            String label = label(cell);
            html.open("section", "class", label.isEmpty() ? "code" : "code labelled")
                    .raw("\n");
            if (!label.isEmpty()) {
                html.open("p", "class", "label").element("b", label);
                html.text(hint(cell)).closeLine();
            }
        }
        source(cell);
        for (Output output : cell.outputs()) {
            html.raw(OutputHtml.html(output));
        }
        html.closeLine();
    }

    private void source(NotebookCell cell) {
        html.raw("<pre class=\"source\" tabindex=\"0\"><code>" + JavaCode.html(cell.source()) + "</code></pre>\n");
    }

    private static String label(NotebookCell cell) {
        if (!option(cell, "exercise").isEmpty()) {
            return "Solution";
        }
        if (!option(cell, "check").isEmpty()) {
            return "Check";
        }
        JsonObject marks = metadata(cell, "nbgrader");
        if (isTrue(marks, "solution")) {
            return "Your code";
        }
        return isTrue(marks, "grade") ? "Check" : "";
    }

    private static String hint(NotebookCell cell) {
        String hint = option(cell, "hint");
        return hint.isEmpty() ? "" : " Hint: " + hint;
    }

    private static boolean isLabel(NotebookCell cell) {
        return cell.id().endsWith(LABEL) && isTrue(metadata(cell, "practicum"), "generated");
    }

    private static boolean isTrue(JsonObject marks, String name) {
        return marks.get(name) instanceof JsonPrimitive mark && mark.isBoolean() && mark.getAsBoolean();
    }

    private static String option(NotebookCell cell, String name) {
        return metadata(cell, "practicum").get(name) instanceof JsonPrimitive value ? value.getAsString() : "";
    }

    private static JsonObject metadata(NotebookCell cell, String name) {
        return cell.metadata().get(name) instanceof JsonObject object ? object : new JsonObject();
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
