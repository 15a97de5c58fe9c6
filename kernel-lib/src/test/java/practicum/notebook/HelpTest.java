package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import practicum.method.ActivationPatching;
import practicum.method.LogitLens;
import practicum.plot.Axis;
import practicum.tensor.Tensor;

@Timeout(300)
class HelpTest {
    private static CellServerProcess server;

    @BeforeAll
    static void start() throws IOException {
        server = CellServerProcess.shared();
    }

    @Test
    void helpSaysWhatAClassIsForAndWhatItsMethodsDo() {
        String text = Help.page(Axis.class).text();
        assertThat(text).startsWith("Axis: One side of a heat map");
        assertThat(text)
                .contains("static Axis numbered(String name, int count)\n    An axis numbered from 0.")
                .doesNotContain("blank(", "{@code", "@param");
    }

    @Test
    void everyPublicClassThatNotebooksSeeHasHelp() throws IOException {
        assertThat(Help.page(LogitLens.class).entries()).isNotEmpty();
        CellEvents events = server.run("help(Tensor.class)");
        assertThat(events.displayed("text/plain")).contains("Tensor", "More in help(");
        assertThat(server.run("help(Plot.attention(new float[][] {{1}}, List.of(\"a\")))")
                        .displayed("text/plain"))
                .startsWith("Figure: A finished picture");
        assertThat(server.run("help()").displayed("text/plain")).contains("examples()", "status()");
    }

    /** What a release has in place of the sources says the same as they do. */
    @Test
    void theFileOfAReleaseSaysWhatTheSourcesSay(@TempDir Path folder) throws IOException {
        String text = JavadocFile.of(Path.of("src/main/java"));
        Path file = Files.writeString(folder.resolve(JavadocFile.NAME), text);
        var all = JavadocFile.read(file);
        for (Class<?> type : List.of(LogitLens.class, Axis.class, Tensor.class, ActivationPatching.class)) {
            assertThat(all.get(type.getName())).isEqualTo(Sources.of(type)).hasSizeGreaterThan(1);
        }
        assertThat(text).doesNotContain("return new", "@Override");
    }

    @Test
    void ofAClassFromElsewhereHelpListsTheMethods() {
        assertThat(Help.page(StringBuilder.class).text()).contains("StringBuilder reverse()");
    }

    @Test
    void examplesAreListedAndFoundByAWord() throws IOException {
        assertThat(server.run("examples()").displayed("text/plain")).contains("The logit lens", "A circuit");
        assertThat(server.run("examples(\"spectrum\")").displayed("text/plain"))
                .contains("```java", "Plot.spectrum(power)")
                .doesNotContain("Plot.waterfall");
        assertThat(server.run("examples(\"quidditch\")").displayed("text/plain"))
                .contains("No example has");
    }

    @Test
    void anExampleHasATitleATextAndCodeThatEnds() {
        List<Example> examples = Example.parse(
                "# All\n\n## One\n\nA sentence.\n\n```java\nint x = 1;\n```\n\n## Two\n```java\n2\n```\n");
        assertThat(examples)
                .containsExactly(new Example("One", "A sentence.", "int x = 1;"), new Example("Two", "", "2"));
        assertThatThrownBy(() -> Example.parse("## One\n```java\n1\n")).hasMessageContaining("“One” has no end");
    }

    @Test
    void javadocBecomesPlainText() {
        assertThat(DocText.plain("A {@code Tensor} of {@link Hook#z z}, see {@link Run#get}.\n\n"
                        + "<pre>{@code a.b()}</pre>\n"
                        + "@param x the\n"
                        + "     number"))
                .isEqualTo("A Tensor of z, see Run.get.\n\n    a.b()\n\n  x: the number");
        assertThat(DocText.plain(" One line\n and another.\n\n <p>More: <ul><li>this\n one<li>that</ul>"))
                .isEqualTo("One line and another.\n\nMore:\n- this one\n- that");
        assertThat(DocText.summary("First one. Second.")).isEqualTo("First one.");
    }

    @Test
    void shiftTabShowsTheJavadocOfWhatStandsThere() {
        var kernel = new CourseKernel();
        DisplayData method = kernel.inspect("Axis.numbered(\"layer\", 3)", 9, false);
        assertThat(method).isNotNull();
        assertThat(String.valueOf(method.getData(MIMEType.TEXT_PLAIN)))
                .contains("Axis numbered(String name, int count)", "An axis numbered from 0.");
        DisplayData type = kernel.inspect("LogitLens", 5, false);
        assertThat(type).isNotNull();
        assertThat(String.valueOf(type.getData(MIMEType.TEXT_PLAIN))).startsWith("LogitLens");
    }
}
