package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mistakes that are made most: each error says what to do. */
@Timeout(300)
class AdviceTest {
    private static CellServerProcess server;

    @BeforeAll
    static void start() throws IOException {
        server = CellServerProcess.shared();
        server.run("int thermometer = 3;\nrecord Box(int size) {}\nvoid warm() {}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "thermometre + 1|Did you mean ‘thermometer’?",
                "Thermometer|Did you mean ‘thermometer’?",
                "warn();|Did you mean ‘warm’?",
                "Modles.load(\"world\")|Did you mean ‘Models’?",
                "System.out.prntln(1);|Did you mean ‘println’?",
                "print(3);|System.out.println",
                "boolean b = True;|true and false",
                "nowhereAtAll + 1|No cell that has run defines ‘nowhereAtAll’",
                "new StringJoinr(\",\")|No cell that has run defines",
                "new BigDecimal(\"1\")|import java.math.BigDecimal;",
                "int a = 1 int c = 2;|ends with a semicolon",
                "for (int i = 0; i < 3; i++) {|count { and }",
                "String t = 'hello';|double quotes",
                "String t = \"hello;|The closing \" is missing",
                "float f = 0.5;|0.5f",
                "int n = 3.5;|(int) x",
                "if (thermometer = 3) { }|Compare with ==",
                "int n = \"3\";|Integer.parseInt",
                "float n = Tensor.of(1.0);|.item()",
                "var l = new ArrayList<>(); int k = l.get(0);|new ArrayList<Integer>()",
                "var q = null;|write the type instead",
                "int g(int z) { if (z > 0) return 1; }|without a return",
                "List<int> bad = null;|Integer, Long",
                "Tensor.of(1.0) + Tensor.of(2.0)|a.add(b)",
                "int h() { Thread.sleep(1); return 1; }|throws Exception",
                "{ int i = 0; i++; Runnable r = () -> System.out.println(i); }|A lambda only sees",
                "Tensor.of(1.0).reshape(\"a\")|help(",
                "new List<String>()|new ArrayList<>()",
                "def f(x): return x|reads like Python",
                "for x in range(3):|reads like Python",
                "x = [1, 2, 3]|List.of(1, 2, 3)",
                "Hook h = \"blocks.1.hook_resid_post\";|Hook.parse(",
                "double d = sqrt(2);|Write Math.sqrt(…).",
                "if (thermometer + 1 = 4) { }|compare with ==",
                "LogitLens.of((Transformer) null)|model.run(",
            })
    void aCompileErrorSaysWhatToDo(String cell, String advice) throws IOException {
        CellEvents events = server.run(cell);
        assertThat(events.errorName()).isEqualTo("CompileError");
        assertThat(arrow(events)).contains(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "int[] three = new int[3]; three[3]|length − 1",
                "String nothing = null; nothing.length()|‘nothing’ holds nothing",
                "List.of(1, 2).add(3)|new ArrayList<>(list)",
                "var m = new ArrayList<>(List.of(1, 2, 3)); for (var e : m) m.remove(e);|removeIf",
                "Integer.parseInt(\"x1\")|Double.parseDouble",
                "1 / (thermometer - 3)|divided by 0",
                "Optional.empty().get()|isPresent()",
                "Files.readString(Path.of(\"nofile.txt\"))|Paths begin at this notebook's folder, /",
                "int deep(int n) { return deep(n + 1); } deep(0)|calls itself without end",
                "\"%d\".formatted(0.5)|%d takes a whole number",
                "Tensor.of(1.0, 2.0).add(Tensor.of(1.0, 2.0, 3.0))|shows its shape",
                "new int[Integer.MAX_VALUE].length + new long[Integer.MAX_VALUE].length|take smaller batches",
                "Tensor.zeros(100_000_000, 100_000_000)|A tensor of 40000000.0 GB does not fit",
                "Plot.attention(Tensor.zeros(1, 4, 3, 3), List.of(\"a\"))|Plot.attentionGrid",
            })
    void anExceptionSaysWhatToDo(String cell, String advice) throws IOException {
        assertThat(arrow(server.run(cell))).contains(advice);
    }

    @Test
    void anExceptionThatNobodyKnowsGetsNoAdvice() throws IOException {
        CellEvents events = server.run("throw new IllegalStateException(\"mine\");");
        assertThat(String.join("\n", events.traceback())).contains("mine").doesNotContain("→");
    }

    @Test
    void theCaretStandsUnderTheNameThatIsMissing() throws IOException {
        assertThat(server.run("System.out.printn(1);").traceback())
                .contains("    System.out.printn(1);", "               ^^^^^^");
        assertThat(server.run("int g(int z) { if (z > 0) return 1; }").traceback())
                .contains("    int g(int z) { if (z > 0) return 1; }", "                                        ^");
    }

    @Test
    void packagesAreLeftOutOfWhatTheCompilerSays() throws IOException {
        CellEvents events = server.run("Tensor.of(1.0).reshape(\"a\")");
        assertThat(String.join("\n", events.traceback())).contains("String").doesNotContain("java.lang.", "practicum.");
    }

    @Test
    void aMethodThatALaterCellBreaksIsNamedWithTheReason() throws IOException {
        server.run("int width = 3;\nint twiceTheWidth() { return 2 * width; }");
        CellEvents changed = server.run("String width = \"wide\";");
        assertThat(changed.printed("stderr"))
                .contains("twiceTheWidth() no longer compiles, since a cell has changed what it uses");
        CellEvents called = server.run("twiceTheWidth()");
        assertThat(called.errorName()).isEqualTo("UndefinedName");
        assertThat(called.errorMessage()).startsWith("twiceTheWidth() no longer compiles");
        assertThat(arrow(called)).contains("Run the cell that defines ‘twiceTheWidth()’ again");
        server.run("int width = 4;");
        assertThat(server.run("twiceTheWidth()").result()).isEqualTo("8");
    }

    @Test
    void aMethodThatLacksANameIsToldWhatItMayMean() throws IOException {
        server.run("int hot() { return thermometr; }");
        assertThat(arrow(server.run("hot()"))).contains("Did you mean ‘thermometer’?");
    }

    @Test
    void typesThatNeedOneAnotherMayBearNamesOfTheLibrary() throws IOException {
        CellEvents events = server.run(
                """
                class Layer { Run run = new Run(); int steps() { return run.count; } }
                class Run { int count = 4; Layer inner; }
                new Layer().steps()""");
        assertThat(events.result()).isEqualTo("4");
    }

    @Test
    void aCellThatFailsLeavesTheLibrarysNamesAsTheyWere() throws IOException {
        CellEvents failed =
                server.run("class Outer { Figure f; int x = \"no\"; }\nclass Figure { Outer o; int y = \"no\"; }");
        assertThat(failed.errorName()).isEqualTo("CompileError");
        assertThat(server.run("Plot.bars(List.of(\"a\"), new double[] {1}) instanceof Figure")
                        .result())
                .isEqualTo("true");
    }

    @Test
    void aTypeInsideAnotherOneHidesNothing() throws IOException {
        server.run("class Shelf { static class Hook { int size; } }\nclass Board { Shelf shelf; }");
        assertThat(server.run("Hook.residPost(2).toString()").result()).contains("resid_post");
    }

    @Test
    void aCauseIsToldWithoutItsPlumbing() throws IOException {
        List<String> trace =
                server.run("Tensor.of(1.0, 2.0).add(Tensor.of(1.0, 2.0, 3.0))").traceback();
        assertThat(trace).hasSizeLessThan(12);
        assertThat(trace.stream().filter(line -> line.contains("line 1"))).hasSize(1);
        assertThat(trace).as("a cause that the message quotes").noneMatch(line -> line.contains("Caused by"));
    }

    @Test
    void anotherLanguageIsToldOnce() throws IOException {
        assertThat(server.run("for x in range(3): print(x)").traceback().stream()
                        .filter(line -> line.contains("In [")))
                .hasSize(1);
    }

    @Test
    void aVariableWhoseClassChangedIsNotCalledUnknown() throws IOException {
        server.run("class Pot { int k; }\nvar pot = new Pot();");
        server.run("class Pot { int k; int j; }");
        assertThat(arrow(server.run("pot.k"))).contains("what it is made of has changed since");
    }

    @Test
    void namesAreFarApartByTheirChanges() {
        assertThat(NameAdvice.changes("model", "modle")).isEqualTo(1);
        assertThat(NameAdvice.changes("model", "mode")).isEqualTo(1);
        assertThat(NameAdvice.changes("kitten", "sitting")).isEqualTo(3);
        assertThat(NameAdvice.nearest("x", List.of("y"))).isEmpty();
        assertThat(NameAdvice.nearest("PLOT", List.of("Plot"))).contains("Plot");
    }

    private static String arrow(CellEvents events) {
        return events.traceback().stream()
                .filter(line -> line.contains("→"))
                .findFirst()
                .orElse("no advice in " + events.traceback());
    }
}
