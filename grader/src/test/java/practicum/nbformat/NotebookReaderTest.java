package practicum.nbformat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookReaderTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void readsEveryMinorVersionOfFour(int minor) {
        Notebook notebook = parse(
                """
                {"nbformat": 4, "nbformat_minor": %d, "metadata": {"kernelspec": {"name": "practicum"}}, "cells": [
                 {"cell_type": "markdown", "metadata": {}, "source": ["# A\\n", "b"]},
                 {"cell_type": "code", "metadata": {}, "execution_count": 3, "source": "int x = 1;", "outputs": [
                   {"output_type": "stream", "name": "stderr", "text": ["a\\n", "b"]},
                   {"output_type": "execute_result", "execution_count": 3, "metadata": {},
                    "data": {"text/plain": ["1"], "application/vnd.practicum.answer+json": {"id": "x"}}},
                   {"output_type": "display_data", "metadata": {}, "data": {"image/png": "aGk="}},
                   {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["t"]}]},
                 {"cell_type": "raw", "metadata": {}, "source": []}]}
                """
                        .formatted(minor));
        assertThat(notebook.metadata().getAsJsonObject("kernelspec").get("name").getAsString())
                .isEqualTo("practicum");
        assertThat(notebook.cells())
                .extracting(NotebookCell::id, NotebookCell::kind, NotebookCell::source, NotebookCell::executionCount)
                .containsExactly(
                        tuple("cell-1", NotebookCell.Kind.MARKDOWN, "# A\nb", 0),
                        tuple("cell-2", NotebookCell.Kind.CODE, "int x = 1;", 3),
                        tuple("cell-3", NotebookCell.Kind.RAW, "", 0));
        List<Output> outputs = notebook.cells().get(1).outputs();
        assertThat(outputs.get(0)).isEqualTo(new Output.Stream("stderr", "a\nb"));
        assertThat(((Output.Result) outputs.get(1)).data())
                .containsEntry("text/plain", new JsonPrimitive("1"))
                .hasEntrySatisfying("application/vnd.practicum.answer+json", value -> assertThat(value.isJsonObject())
                        .isTrue());
        assertThat(((Output.Display) outputs.get(2)).data()).containsEntry("image/png", new JsonPrimitive("aGk="));
        assertThat(outputs.get(3)).isEqualTo(new Output.Failure("E", "v", List.of("t")));
    }

    @Test
    void keepsGoodIdsAndMakesTheOthers() {
        Notebook notebook = parse(
                """
                {"nbformat": 4, "cells": [
                 {"cell_type": "raw", "id": "good_1", "source": ""}, {"cell_type": "raw", "id": "good_1", "source": ""},
                 {"cell_type": "raw", "id": "no good", "source": ""}, {"cell_type": "raw", "source": ""}]}
                """);
        assertThat(notebook.cells())
                .extracting(NotebookCell::id)
                .containsExactly("good_1", "cell-2", "cell-3", "cell-4");
    }

    @Test
    void upgradesVersionThree() {
        Notebook notebook = parse(
                """
                {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": "old"}, "worksheets": [{"cells": [
                 {"cell_type": "heading", "level": 2, "source": ["Old"]},
                 {"cell_type": "code", "input": ["int x;"], "language": "java", "outputs": [{"output_type": "pyout"}]},
                 {"cell_type": "markdown", "source": "text"}]}]}
                """);
        assertThat(notebook.cells())
                .extracting(NotebookCell::kind, NotebookCell::source)
                .containsExactly(
                        tuple(NotebookCell.Kind.MARKDOWN, "## Old"),
                        tuple(NotebookCell.Kind.CODE, "int x;"),
                        tuple(NotebookCell.Kind.MARKDOWN, "text"));
        assertThat(notebook.cells().get(1).outputs()).isEmpty();
    }

    @Test
    void saysWhereTheJsonBreaks() {
        assertThatThrownBy(() -> parse("{\"nbformat\": 4,\n \"cells\": [}"))
                .isInstanceOf(NotebookException.class)
                .hasMessageMatching("x\\.ipynb: line 2, column 1\\d: the JSON is malformed or cut off\\.");
        assertThatThrownBy(() -> parse("{\"nbformat\": 4, \"cells\": [")).hasMessageContaining("cut off");
        assertThatThrownBy(() -> parse("{\"nbformat\": 4, \"cells\": []} x")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> parse("{\"nbformat\": 4, \"nbformat\": 3}"))
                .hasMessageContaining("the key \"nbformat\" twice");
    }

    @Test
    void refusesWhatIsNoNotebook() {
        assertThatThrownBy(() -> parse("")).hasMessage("x.ipynb: the file is empty.");
        assertThatThrownBy(() -> parse("[1]")).hasMessageContaining("no notebook");
        assertThatThrownBy(() -> parse("{}")).hasMessageContaining("there is no \"nbformat\"");
        assertThatThrownBy(() -> parse("{\"nbformat\": 5}")).hasMessageContaining("nbformat 5; known are 3 and 4");
        assertThatThrownBy(() -> parse("{\"nbformat\": 4}")).hasMessageContaining("no list \"cells\"");
        assertThatThrownBy(() -> parse("{\"nbformat\": 4, \"cells\": [7]}"))
                .hasMessageContaining("cell 1 is no object");
        assertThatThrownBy(() -> parse("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"cod\"}]}"))
                .hasMessageContaining("unknown type \"cod\"");
        assertThatThrownBy(() -> parse("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\"}]}"))
                .hasMessageContaining("the text of cell 1 is missing");
        assertThatThrownBy(() -> parse("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": [3]}]}"))
                .hasMessageContaining("something other than text");
    }

    @Test
    void boundsDepthAndCells() {
        assertThatThrownBy(() -> parse("[".repeat(100_000))).isInstanceOf(NotebookException.class);
        String cells = "{\"cell_type\": \"raw\", \"source\": \"\"},".repeat(10_001);
        assertThatThrownBy(
                        () -> parse("{\"nbformat\": 4, \"cells\": [" + cells.substring(0, cells.length() - 1) + "]}"))
                .hasMessageContaining("10001 cells");
    }

    @Test
    void boundsTheNumberOfValuesWhateverTheyAreIn() {
        String ones = "1" + ",1".repeat(1_000_000);
        assertThatThrownBy(() -> parse("{\"nbformat\": 4, \"metadata\": {\"bomb\": [" + ones + "]}, \"cells\": []}"))
                .hasMessageContaining("line 1")
                .hasMessageContaining("more than 1000000 values");
    }

    @Test
    void readsFilesWithAByteOrderMarkAndRefusesOtherEncodings(@TempDir Path folder) throws Exception {
        String json = "\uFEFF{\"nbformat\": 4, \"cells\": []}";
        Path file = folder.resolve("a.ipynb");
        Files.writeString(file, json);
        assertThat(NotebookReader.read(file, "a").cells()).isEmpty();
        Files.write(file, json.getBytes(StandardCharsets.UTF_16LE));
        assertThatThrownBy(() -> NotebookReader.read(file, "a")).hasMessageContaining("Save it as UTF-8");
        Files.write(file, json.substring(1).getBytes(StandardCharsets.UTF_16BE));
        assertThatThrownBy(() -> NotebookReader.read(file, "a")).hasMessageContaining("UTF-16");
        Files.write(file, "{\n \"nbformat\": 4, \"né".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> NotebookReader.read(file, "a"))
                .hasMessage("a: line 2, column 19: the file is not UTF-8 text from here on.");
        assertThatThrownBy(() -> NotebookReader.read(folder.resolve("none"), "none"))
                .hasMessage("none: there is no such file.");
    }

    @Test
    void numbersWithoutEndAreNoTrap() {
        assertThatThrownBy(() -> parse("{\"nbformat\": " + "9".repeat(100_000) + "}"))
                .isInstanceOf(NotebookException.class);
        for (String huge : List.of("1e999999999", "-1e999999999")) {
            assertThatThrownBy(() -> parse("{\"nbformat\": " + huge + ", \"cells\": []}"))
                    .isInstanceOf(NotebookException.class);
            Notebook notebook = parse("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": \"\","
                    + "\"execution_count\": " + huge + "}]}");
            assertThat(notebook.cells()).hasSize(1);
        }
    }

    @Test
    void halfACharacterIsReplacedBecauseNoFileCanHoldIt(@TempDir Path folder) throws Exception {
        Notebook notebook = parse(
                "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"raw\", \"source\": \"a\\ud800b \\ud83d\\ude00\"}]}");
        assertThat(notebook.cells().get(0).source()).isEqualTo("a\uFFFDb 😀");
        Files.writeString(folder.resolve("written"), notebook.cells().get(0).source());
    }

    @Test
    void onlyTheKnownMajorVersionsAreRead() {
        for (int major : new int[] {1, 2, 5, 40}) {
            assertThatThrownBy(() -> parse("{\"nbformat\": " + major + ", \"worksheets\": [], \"cells\": []}"))
                    .hasMessageContaining("this is nbformat " + major)
                    .hasMessageContaining("Open it in Jupyter");
        }
    }

    @Test
    void refusesAFileThatIsTooLargeWithoutReadingIt(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("large.ipynb");
        try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(500L << 20);
        }
        assertThatThrownBy(() -> NotebookReader.read(file, "large.ipynb")).hasMessageContaining("500 MiB");
    }

    @Test
    void aLaterMinorVersionMayBringCellsAndOutputsThatNobodyKnows() {
        String cells =
                """
                {"nbformat": 4, "nbformat_minor": %d, "extra": 1, "cells": [
                 {"cell_type": "hologram", "id": "h", "key": "value"},
                 {"cell_type": "code", "id": "c", "extra": [], "source": "int x;", "outputs": [
                   {"output_type": "smell", "of": "roses"},
                   {"output_type": "stream", "name": "stdout", "text": "seen"}]}]}
                """;
        Notebook later = parse(cells.formatted(99));
        assertThat(later.cells())
                .extracting(NotebookCell::id, NotebookCell::kind, NotebookCell::source)
                .containsExactly(tuple("h", NotebookCell.Kind.RAW, ""), tuple("c", NotebookCell.Kind.CODE, "int x;"));
        assertThat(later.cells().get(1).outputs()).containsExactly(new Output.Stream("stdout", "seen"));
        assertThatThrownBy(() -> parse(cells.formatted(5))).hasMessageContaining("cell 1 has the unknown type");
        assertThatThrownBy(() -> parse(cells.formatted(99).replace("hologram", "code")))
                .hasMessageContaining("the text of cell 1 is missing");
    }

    @Test
    void outputsThatNobodyCanReadCostNobodyTheirNotebook() {
        Notebook notebook = parse(
                """
                {"nbformat": 4, "nbformat_minor": 5, "cells": [{"cell_type": "code", "id": "c", "source": "x", "outputs": [
                   7, null, "text", {}, {"output_type": "bad stream"}, {"output_type": "stream"},
                   {"output_type": "stream", "text": [1]}, {"output_type": "display_data", "data": []},
                   {"output_type": "display_data", "data": {"text/plain": 3, "text/html": ["a", "b"],
                     "application/vnd.fruit.v1+json": {"apples": ["🍎"]}, "image/png": {"not": "text"}}},
                   {"output_type": "error", "traceback": [1, {}, "line"]}]}]}
                """);
        assertThat(notebook.cells().get(0).outputs())
                .hasSize(3)
                .contains(new Output.Display(java.util.Map.of()), new Output.Failure("", "", List.of("1", "", "line")));
        assertThat(((Output.Display) notebook.cells().get(0).outputs().get(1)).data())
                .containsOnlyKeys("text/html", "application/vnd.fruit.v1+json");
        assertThat(parse("{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": \"x\","
                                + "\"outputs\": \"none\"}]}")
                        .cells())
                .hasSize(1);
    }

    @Test
    void metadataOfTheWrongTypesIsKeptAsItIsAndDecidesNothing() {
        Notebook notebook = parse(
                """
                {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": "none", "authors": 1}, "cells": [
                 {"cell_type": "code", "id": "a", "execution_count": "1", "metadata": {"collapsed": "yes", "tags": "x",
                   "jupyter": 3, "nbgrader": "graded"}, "attachments": "none", "source": "1"},
                 {"cell_type": "code", "id": 7, "metadata": [], "source": "2"},
                 {"cell_type": "markdown", "id": "a/../b", "metadata": null, "source": "3"}]}
                """);
        assertThat(notebook.cells()).extracting(NotebookCell::id).containsExactly("a", "cell-2", "cell-3");
        assertThat(notebook.cells().get(0).metadata().get("nbgrader").getAsString())
                .isEqualTo("graded");
        assertThat(NbgraderMetadata.of(notebook.cells().get(0))).isEmpty();
        assertThat(NotebookWriter.write(notebook)).contains("\"kernelspec\": \"none\"");
    }

    @Test
    void oddNotebooksOfVersionThreeAreReadOrRefusedWithTheReason() {
        assertThatThrownBy(() -> parse("{\"nbformat\": 3, \"metadata\": {}}")).hasMessageContaining("worksheets");
        assertThat(parse("{\"nbformat\": 3, \"worksheets\": [{\"metadata\": {}}, 7, {\"cells\": []}]}")
                        .cells())
                .isEmpty();
        Notebook notebook = parse(
                """
                {"nbformat": 3, "worksheets": [{"cells": [
                  {"cell_type": "heading", "level": 1e999999999, "source": "One"},
                  {"cell_type": "heading", "level": "two", "source": ["Two"]},
                  {"cell_type": "html", "source": "<b>bold</b>"}]},
                 {"cells": [{"cell_type": "code", "input": "1", "prompt_number": 3,
                   "metadata": {"nbgrader": {"grade": true, "grade_id": "one", "points": ""}}}]}]}
                """);
        assertThat(notebook.cells())
                .extracting(NotebookCell::source)
                .containsExactly("# One", "# Two", "<b>bold</b>", "1");
        assertThat(NbgraderMetadata.of(notebook.cells().get(3)))
                .get()
                .extracting(NbgraderMetadata::gradeId, NbgraderMetadata::points)
                .containsExactly("one", 0.0);
        assertThatThrownBy(() -> parse("{\"nbformat\": 3, \"worksheets\": [{\"cells\": [{\"cell_type\": \"code\"}]}]}"))
                .hasMessageContaining("the text of cell 1 is missing");
    }

    private static Notebook parse(String json) {
        return NotebookReader.parse(json, "x.ipynb");
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
