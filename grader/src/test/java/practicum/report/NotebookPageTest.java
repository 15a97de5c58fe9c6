package practicum.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookCell;
import practicum.nbformat.NotebookCell.Kind;
import practicum.nbformat.Output;

final class NotebookPageTest {
    @TempDir
    Path folder;

    private String page(NotebookCell... cells) {
        return NotebookPage.html(new Notebook(new JsonObject(), List.of(cells)), "A <title>", folder);
    }

    private static NotebookCell prose(String text) {
        return NotebookCell.of("a", Kind.MARKDOWN, text, new JsonObject());
    }

    private static NotebookCell code(String source, Output... outputs) {
        return NotebookCell.of("b", Kind.CODE, source, new JsonObject()).ran(7, List.of(outputs));
    }

    private static Output display(String... typesAndValues) {
        Map<String, JsonElement> data = new LinkedHashMap<>();
        for (int i = 0; i < typesAndValues.length; i += 2) {
            data.put(typesAndValues[i], new JsonPrimitive(typesAndValues[i + 1]));
        }
        return new Output.Display(data);
    }

    @Test
    void thePageForbidsScriptsAndFetching() {
        assertThat(page())
                .contains("Content-Security-Policy")
                .contains("default-src 'none'")
                .doesNotContain("http:")
                .doesNotContain("https:");
        assertThat(page()).contains("<title>A &lt;title&gt;</title>");
    }

    @Test
    void proseHasTablesAndFormulas() {
        String page = page(
                prose("# Title\n\n|a|b|\n|-|-|\n|1|2|\n\nWe use $d_{head}$ and\n\n$$\n\\frac{QK^T}{\\sqrt{d}}\n$$\n"));
        assertThat(page).contains("<h1>Title</h1>").contains("<td>1</td>");
        assertThat(page)
                .contains("<msub>")
                .contains("<math display=\"block\"")
                .contains("<msqrt>")
                .doesNotContain("$");
    }

    @Test
    void moneyIsNoFormula() {
        assertThat(page(prose("It costs $5, or 6 $ if late."))).contains("It costs $5, or 6 $ if late.");
    }

    @Test
    void codeIsEscapedAndCounted() {
        String page = page(code("List<String> x = List.of(\"</pre>\"); // a & b"));
        assertThat(page)
                .contains(">7</div>")
                .contains("<span class=\"j-string\">&quot;&lt;/pre&gt;&quot;</span>")
                .contains("<span class=\"j-comment\">// a &amp; b</span>")
                .contains("<span class=\"j-type\">List</span>");
    }

    @Test
    void theRichestFormIsShown() {
        assertThat(page(code("x", display("text/plain", "plain", "text/html", "<b>rich</b>"))))
                .contains("<b>rich</b>")
                .doesNotContain("plain</pre>");
        assertThat(page(code("x", display("text/plain", "plain", "image/png", "aGVsbG8=\n"))))
                .contains("src=\"data:image/png;base64,aGVsbG8=\"");
        assertThat(page(code("x", display("text/plain", "a < b")))).contains("<pre>a &lt; b</pre>");
        assertThat(page(code("x", display("image/svg+xml", "<svg onload='x()'/>"))))
                .contains("data:image/svg+xml;base64,")
                .doesNotContain("onload");
        assertThat(page(code("x", display("image/png", "\"><script>")))).doesNotContain("<script>");
    }

    @Test
    void textAndErrorsKeepTheirColoursAndNothingElse() {
        String page = page(code(
                "x",
                new Output.Stream("stdout", "\u001b[2Jone <two>\n"),
                new Output.Failure("E", "bad", List.of("\u001b[1;31mE\u001b[0m: <bad>"))));
        assertThat(page).contains("one &lt;two&gt;").doesNotContain("\u001b");
        assertThat(page).contains("<span class=\"ansi-bold ansi-31\">E</span>: &lt;bad&gt;");
    }

    @Test
    void aColourOfManyIsTheNearestOfThosePagesHaveAndTakesNothingElseAlong() {
        String page = page(code(
                "x",
                new Output.Stream(
                        "stdout",
                        "\u001b[1;38;5;196mone\u001b[0m \u001b[38;2;20;90;250mtwo\u001b[0m \u001b[48;5;2mthree\u001b[0m"
                                + " \u001b[38;5;240mfour\u001b[0m \u001b[38;5;mfive\u001b[0m")));
        assertThat(page)
                .contains(
                        "<span class=\"ansi-bold ansi-31\">one</span> <span class=\"ansi-34\">two</span> three four five");
    }

    @Test
    void picturesBesideTheNotebookComeAlongAndNoOtherFile() throws Exception {
        Files.write(folder.resolve("p.png"), new byte[] {1, 2, 3});
        Path outside = Files.write(folder.resolveSibling("outside.png"), new byte[] {4});
        try {
            String page = page(prose("![p](p.png) ![o](../outside.png) ![n](none.png)"));
            assertThat(page).contains("data:image/png;base64,AQID").contains("src=\"../outside.png\"");
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void anAttachedPictureComesAlong() {
        JsonObject attachments = new JsonObject();
        JsonObject bundle = new JsonObject();
        bundle.addProperty("image/png", "AQID");
        attachments.add("a.png", bundle);
        NotebookCell cell = new NotebookCell(
                "a", Kind.MARKDOWN, "![p](attachment:a.png)", new JsonObject(), attachments, List.of(), 0);
        assertThat(page(cell)).contains("src=\"data:image/png;base64,AQID\"");
    }
}
