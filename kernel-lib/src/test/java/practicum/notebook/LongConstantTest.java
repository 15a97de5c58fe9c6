package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class LongConstantTest {
    private static final String LONG = "x".repeat(40_000);

    @Test
    void aTextThatNoClassFileHoldsIsFoundHoweverItIsWritten() {
        assertThat(LongConstant.in("var a = 1;\nvar s = \"" + LONG + LONG + "\";"))
                .contains(19);
        assertThat(LongConstant.in("f(\"" + LONG + "\" // one\n + (\"" + LONG + "\"))"))
                .contains(2);
        assertThat(LongConstant.in("var s = \"\"\"\n    " + LONG + "\n    " + LONG + "\n    \"\"\";"))
                .contains(8);
        assertThat(LongConstant.in("\"" + "é".repeat(33_000) + "\".length()")).contains(0);
        assertThat(LongConstant.in("\"" + "\\n".repeat(65_535) + "\"")).contains(0);
        assertThat(LongConstant.in("\"" + "\\\"".repeat(65_535) + "\"")).contains(0);
    }

    @Test
    void whatTheCompilerTakesIsLetThrough() {
        assertThat(LongConstant.in("\"" + "x".repeat(65_534) + "\"")).isEmpty();
        assertThat(LongConstant.in("f(\"" + LONG + "\", \"" + LONG + "\")")).isEmpty();
        assertThat(LongConstant.in("\"" + LONG + "\" + name + \"" + LONG + "\""))
                .isEmpty();
        assertThat(LongConstant.in("// \"" + LONG + LONG + "\"\n/* \"" + LONG + LONG + "\" */ 1"))
                .isEmpty();
        assertThat(LongConstant.in("'\"' + 1; '\\''; " + "x + ".repeat(30_000) + "'\"'"))
                .isEmpty();
        assertThat(LongConstant.in("\"" + LONG + "never closed\n" + LONG)).isEmpty();
        assertThat(LongConstant.in("\"" + "\\n".repeat(40_000) + "\"")).isEmpty();
    }

    @Test
    void theSessionLivesOn() throws IOException {
        var server = CellServerProcess.shared();
        server.run("int kept = 7;");
        CellEvents refused = server.run("int before = 1;\nString s = \"" + LONG + LONG + "\";");
        assertThat(refused.errorName()).isEqualTo("CompileError");
        assertThat(refused.errorMessage()).contains("line 2", "65,535 bytes", "Files.readString");
        assertThat(server.run("kept + 1").result()).contains("8");
        String longest = "x".repeat(65_534);
        assertThat(server.run("\"" + longest + "\".length() + kept").result()).contains("65541");
    }
}
