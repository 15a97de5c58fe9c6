package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Shows things in the notebook from anywhere in a cell; every method returns nothing, so that nothing else is shown. */
public final class Show {
    private Show() {}

    /** Shows a value as it would be shown at the end of a cell: a table, a chart, a figure, a tensor, anything. */
    public static void show(@Nullable Object value) {
        Front.current().display(Rendering.of(value == null ? "null" : value));
    }

    /**
     * Shows a table with the cells of some columns coloured by their numbers, each column on a scale of its own.
     *
     * @param columns names of columns of numbers
     */
    public static void show(Table table, String... columns) {
        Front.current().display(Tables.coloured(table, List.of(columns)).display());
    }

    /** Shows HTML as it is. */
    public static void html(String html) {
        var data = new DisplayData(plain(html));
        data.putHTML(html);
        Front.current().display(data);
    }

    /** Shows Markdown, formulas between dollar signs included. */
    public static void markdown(String markdown) {
        var data = new DisplayData(markdown);
        data.putMarkdown(markdown);
        Front.current().display(data);
    }

    /** The words of a piece of HTML, for readers that show no HTML. */
    private static String plain(String html) {
        return html.replaceAll("(?s)<(style|script)\\b.*?</\\1>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
