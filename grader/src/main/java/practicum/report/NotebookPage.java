package practicum.report;

import java.nio.file.Path;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.Output;

/**
 * A notebook as one HTML file that needs nothing else: style, pictures and formulas are in it, scripts are not, and the
 * page forbids the browser to run or fetch any.
 */
public final class NotebookPage {
    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:";

    private final Path folder;

    private NotebookPage(Path folder) {
        this.folder = folder;
    }

    /**
     * The page's text.
     *
     * @param title what stands in the browser's tab
     * @param folder where the pictures lie that the notebook's text refers to
     */
    public static String html(Notebook notebook, String title, Path folder) {
        StringBuilder html = new StringBuilder();
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<title>").append(HtmlText.escape(title)).append("</title>\n");
        html.append("<style>\n").append(Stylesheet.of("notebook")).append("</style>\n</head>\n<body>\n<main>\n");
        NotebookPage page = new NotebookPage(folder.toAbsolutePath().normalize());
        notebook.cells().forEach(cell -> html.append(page.cell(cell)));
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private String cell(NotebookCell cell) {
        return switch (cell.kind()) {
            case MARKDOWN ->
                "<section class=\"prose\">\n" + Markdown.html(cell.source(), new Pictures(folder, cell.attachments()))
                        + "</section>\n";
            case RAW -> "<section class=\"raw\"><pre>" + HtmlText.escape(cell.source()) + "</pre></section>\n";
            case CODE -> code(cell);
        };
    }

    private static String code(NotebookCell cell) {
        StringBuilder html = new StringBuilder("<section class=\"code\">\n");
        String count = cell.executionCount() == 0 ? "" : Integer.toString(cell.executionCount());
        html.append("<div class=\"count\" aria-hidden=\"true\">").append(count).append("</div>\n");
        html.append("<pre class=\"source\"><code>")
                .append(JavaCode.html(cell.source()))
                .append("</code></pre>\n");
        for (Output output : cell.outputs()) {
            html.append(OutputHtml.html(output));
        }
        return html.append("</section>\n").toString();
    }
}
