package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What somebody asked for: a name, what it is for, and what belongs to it, one below the other.
 *
 * @param title what it is about
 * @param about some paragraphs, or ""
 * @param entries what belongs to it
 * @param note what stands below it, or ""
 */
record HelpPage(String title, String about, List<Entry> entries, String note) {
    private static final String CODE = "font-family:var(--jp-code-font-family,monospace)";

    /**
     * A part of it.
     *
     * @param name how it is written in code, or its title
     * @param says what it does, or ""
     */
    record Entry(String name, String says) {}

    DisplayData display() {
        var data = new DisplayData(text());
        data.putHTML(html());
        return data;
    }

    String text() {
        String body = entries.stream()
                .map(entry -> entry.name() + (entry.says().isEmpty() ? "" : "\n    " + entry.says()))
                .collect(Collectors.joining("\n"));
        return List.of(about.isEmpty() ? title : title + ": " + about, body, note).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    String html() {
        var html = new StringBuilder("<div style=\"max-width:54em\"><div style=\"white-space:pre-wrap\"><b>");
        html.append(Html.escape(title)).append("</b>");
        html.append(about.isEmpty() ? "" : ": " + Html.escape(about)).append("</div>");
        for (Entry entry : entries) {
            html.append("<div style=\"margin-top:.45em;padding-left:2em;text-indent:-2em;" + CODE + "\">")
                    .append(Html.escape(entry.name()))
                    .append("</div>");
            if (!entry.says().isEmpty()) {
                html.append("<div style=\"padding-left:2em;opacity:.8\">")
                        .append(Html.escape(entry.says()))
                        .append("</div>");
            }
        }
        if (!note.isEmpty()) {
            html.append("<div style=\"margin-top:.6em;opacity:.7;font-size:90%\">")
                    .append(Html.escape(note))
                    .append("</div>");
        }
        return html.append("</div>").toString();
    }
}
