package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import practicum.plot.Rgb;

/**
 * A table of finished texts, shown as HTML or as aligned plain text.
 *
 * @param title what stands above it, or ""
 * @param header the names of the columns
 * @param rows the cells, row by row
 * @param numeric per column, whether it is aligned to the right
 * @param note what stands below it, or ""
 * @param fills per row and column the colour of the cell; rows may be missing, and cells null
 */
record Sheet(
        String title,
        List<String> header,
        List<List<String>> rows,
        List<Boolean> numeric,
        String note,
        List<List<@Nullable Rgb>> fills) {
    private static final String CELL = "padding:.25em .7em;border:0;white-space:nowrap;text-align:";
    private static final String TABLE = "<div style=\"overflow-x:auto;max-width:100%\"><table"
            + " style=\"border-collapse:collapse;border:0;margin:.3em"
            + " 0;font-size:inherit;font-variant-numeric:tabular-nums\">";

    /** A table without colours. */
    Sheet(String title, List<String> header, List<List<String>> rows, List<Boolean> numeric, String note) {
        this(title, header, rows, numeric, note, List.of());
    }

    DisplayData display() {
        var data = new DisplayData(text());
        data.putHTML(html());
        return data;
    }

    String html() {
        var html = new StringBuilder();
        if (!title.isEmpty()) {
            html.append("<div style=\"font-weight:600\">")
                    .append(Html.escape(title))
                    .append("</div>");
        }
        html.append(TABLE).append("<thead><tr style=\"border-bottom:2px solid " + Html.RIM + ";background:none\">");
        for (int i = 0; i < header.size(); i++) {
            cell(html, "th", header.get(i), i, "");
        }
        html.append("</tr></thead><tbody>");
        for (int r = 0; r < rows.size(); r++) {
            List<String> row = rows.get(r);
            html.append("<tr style=\"border-bottom:1px solid " + Html.RIM + ";background:none\">");
            for (int i = 0; i < row.size(); i++) {
                cell(html, "td", row.get(i), i, fill(r, i));
            }
            html.append("</tr>");
        }
        html.append("</tbody></table></div>");
        if (!note.isEmpty()) {
            html.append("<div style=\"opacity:.7;font-size:90%\">")
                    .append(Html.escape(note))
                    .append("</div>");
        }
        return html.toString();
    }

    private String fill(int row, int column) {
        Rgb fill = row < fills.size() ? fills.get(row).get(column) : null;
        return fill == null
                ? ""
                : ";" + Html.paint("background", fill) + ";"
                        + Html.paint("color", fill.ink(), fill.onDark().ink());
    }

    private void cell(StringBuilder html, String tag, String text, int column, String style) {
        String align = numeric.get(column) ? "right" : "left";
        html.append("<%s style=\"%s%s%s\">".formatted(tag, CELL, align, style))
                .append(Html.escape(text))
                .append("</" + tag + ">");
    }

    String text() {
        int[] widths = new int[header.size()];
        measure(header, widths);
        rows.forEach(row -> measure(row, widths));
        var lines = new ArrayList<String>();
        if (!title.isEmpty()) {
            lines.add(title);
        }
        lines.add(line(header, widths));
        lines.add("─".repeat(Math.max(3, lines.get(lines.size() - 1).length())));
        rows.forEach(row -> lines.add(line(row, widths)));
        if (!note.isEmpty()) {
            lines.add(note);
        }
        return String.join("\n", lines);
    }

    private static void measure(List<String> row, int[] widths) {
        for (int i = 0; i < row.size(); i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
        }
    }

    private String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String pad = " ".repeat(widths[i] - row.get(i).length());
            line.append(i == 0 ? "" : "  ").append(numeric.get(i) ? pad + row.get(i) : row.get(i) + pad);
        }
        return line.toString().stripTrailing();
    }
}
