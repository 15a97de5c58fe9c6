package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Each test goes on in the same session: what passed a limit must not show in the cells after it. */
final class ClassFileLimitsTest {
    private static final String LONG = "x".repeat(40_000);

    private final CellServerProcess server;

    ClassFileLimitsTest() throws IOException {
        server = CellServerProcess.shared();
    }

    @Test
    void aTextThatNoClassFileHoldsIsAnErrorOfItsCellAlone() throws IOException {
        server.run("int kept = 7;");
        CellEvents refused = server.run("int before = 1;\nString s = \"" + LONG + "\" + \"" + LONG + "\";");
        assertThat(refused.errorName()).isEqualTo("CompileError");
        assertThat(refused.errorMessage()).contains("line 2", "constant string too long");
        assertThat(String.join("\n", refused.traceback())).contains("65,535 bytes", "Files.readString");
        assertThat(server.run("kept + before").result()).contains("8");
        assertThat(server.run("\"" + "é".repeat(33_000) + "\".length()").errorMessage())
                .contains("too long for the constant pool");
        String longest = "x".repeat(65_534);
        assertThat(server.run("\"" + longest + "\".length() + kept").result()).contains("65541");
    }

    @Test
    void soIsATextThatIsJoinedFromNames() throws IOException {
        server.run("class Half { static final String TEXT = \"" + LONG + "\"; }");
        assertThat(server.run("String both = Half.TEXT + Half.TEXT;").errorMessage())
                .contains("constant string too long");
        assertThat(server.run("class Whole { static final String TEXT = Half.TEXT + Half.TEXT; }")
                        .errorMessage())
                .contains("constant string too long");
        assertThat(server.run("String joined() { final String half = Half.TEXT; return half + half; }")
                        .errorMessage())
                .contains("constant string too long");
        assertThat(server.run("String both = Half.TEXT; both.length()").result())
                .contains("40000");
        assertThat(server.run("class Whole { static final String TEXT = Half.TEXT; }\nWhole.TEXT.length()")
                        .result())
                .contains("40000");
    }

    @Test
    void soIsAMethodThatIsTooLarge() throws IOException {
        CellEvents refused =
                server.run("int large(int i) {\n" + "i += 70000 * i + 90000;\n".repeat(9_000) + "return i; }");
        assertThat(refused.errorMessage()).contains("code too large");
        assertThat(String.join("\n", refused.traceback())).contains("split it");
        assertThat(server.run("int large(int i) { return i + 1; }\nlarge(41)").result())
                .contains("42");
    }

    @Test
    void whatUsesAGrownTextIsWarnedOfAndRecovers() throws IOException {
        server.run("class Part { static final String TEXT = \"" + "x".repeat(30_000) + "\"; }");
        server.run("class Twice { static final String TEXT = Part.TEXT + Part.TEXT; }");
        assertThat(server.run("class Part { static final String TEXT = \"" + LONG + "\"; }")
                        .printed("stderr"))
                .contains("Twice", "no longer compiles");
        assertThat(server.run("class Part { static final String TEXT = \"x\"; }\nTwice.TEXT.length()")
                        .result())
                .contains("2");
    }
}
