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
                "LogitLens.of(\"a text\")|model.run(",
                "Models.load(\"induction\").W_E|‘W_E’ is a method: write W_E().",
                "Models.load(\"induction\").nLayers()|.config().nLayers(",
                "Tensor logs(Tensor x) { return x.logsoftmax(-1); }|Did you mean ‘logSoftmax’?",
                "Tensor flat(Tensor x) { return x.softmax(); }|help(Tensor.class)",
                "Tensor.of(1.0).plot()|Pictures are made by Plot",
                "record Crate(int size) {} new Crate(1).getSize()|Did you mean ‘size’?",
                "double[] few = {1}; few.sum()|Arrays.stream(a).sum()",
                "new Tensor(3, 4)|help(Tensor.class) says how one is made",
                "system.out.println(1);|Did you mean ‘System’?",
                "unheard = 5;|var unheard = …",
                "for (String w in List.of(\"a\")) { }|for (var x : list)",
                "import numpy as np|reads like Python",
                "Stream.of({1, 2})|new int[] {1, 2, 3}",
                "List.of(1)[0]|list.get(0)",
                "Tensor.of(1.0)[0]|t.get(0)",
                "long[] whole = new int[] {1};|make one of the kind that is wanted",
                "List<Double> halves = List.of(1, 2);|write 1.0 for a double",
                "List<Long> longs = List.of(1, 2);|an L stands behind them",
                "List<Box> boxes = new Box(3);|List.of(…) makes a list",
                "if (thermometer + 1L = 4L) { }|compare with ==",
                "boolean warmer = thermometer = 4;|Compare with ==",
                "float cut = Math.sqrt(2);|(float) (…)",
                "char one = \"a\";|single quotes",
                "long large = 3000000000;|3000000000L",
                "int 3x = 4;|A name begins with a letter",
                "void none() { return 3; }|in place of void",
                "Function<Integer, Integer> sum = (a, b) -> a + b;|a Function takes one",
                "Hook.head(0)|as in Hook.z(0).head(1)",
                "new Box(3).size + 1|.size()",
                "Models.load(\"induction\").run(null)|(String) null",
                "Tensor.stack(List.of(Tensor.of(1.0)), 0)|The dimension comes first",
                "double[] logits = List.of(1.0).stream().map(r -> r + 1).toArray();|mapToDouble",
                "KeyValueMemories.of(Models.load(\"world\"), \"Emma lives in\", 3)|model.tokens(",
                "Metric m = \"Mary\";|Metric.logitDiff(",
                "String prompt = Models.load(\"world\").run(\"Emma\");|leave it out",
                "Set<String> both = new HashSet<String>().retainAll(Set.of(\"a\"));|make a copy",
                "double[] order = {2, 1}; Arrays.sort(order, (x, y) -> x - y);|sort their places",
                "Tensor.of(1.0).max() > 0.5|.item()",
                "Arrays.toString({1, 2})|new int[] {1, 2, 3}",
                "double[] three() { return {1, 2, 3}; }|new int[] {1, 2, 3}",
                "Tensor.of(1.0, 2.0).get(:, 1)|t.narrow(",
                "Tensor.of(1.0).transpose(0, 1)|t.t()",
                "Tensor.of(1.0).topk(5)|argMax",
                "Tensor.of(1.0).eig()|Linalg.eigenvalues",
                "Tensor.of(1.0).set(0, 5)|never change",
                "Tensor.of(1.0).nonsense()|help(Tensor.class)",
                "Eigenvalues.of(Tensor.of(1.0))|help(Eigenvalues.class)",
                "Hook.z(0).head(1).zero()|ablate()",
                "Circuit.none(Models.load(\"tasks\")).add(\"a0.h0\", \"logits\")|with(writer, reader)",
                "List.of(1).map(x -> x)|list.stream().map(…)",
                "ToDoubleFunction<String> damage = String::length; damage.apply(\"a\")|.applyAsDouble(…)",
                "var chosen = switch (3) { case 1 -> 2; };|default -> …",
                "Function<Integer, Integer> plusOne = n -> n + 1; plusOne(2)|call it with plusOne.apply(…)",
                "display(3)|show(x)",
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
                "int warmer(int t) { assert t > 3; return t + 1; } warmer(thermometer)|asserts does not hold",
                "assert thermometer == 4 : \"it is \" + thermometer;|asserts does not hold",
                "Optional.empty().get()|isPresent()",
                "Map.of(\"a\", 1).get(\"b\") + 1|no such key",
                "Tensor nil() { return null; } nil().sum()|nil() gave null",
                "var once = Stream.of(1); once.toList(); once.toList();|gone through once",
                "new Scanner(System.in).nextLine()|A cell cannot ask for input",
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
    void whatPyTorchSaysOfAnOperationIsToldOnce() throws IOException {
        CellEvents events = server.run("Tensor.einsum(\"ab,cb->ac\", Tensor.zeros(2, 3), Tensor.zeros(2, 4))");
        assertThat(String.join("\n", events.traceback()))
                .contains("TensorException: einsum failed", "subscript b has size 4")
                .doesNotContain("TorchScript", "Caused by");
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
    void aMethodThatCannotCompileIsRefusedWithItsPlaceAndItsCallsSaySo() throws IOException {
        CellEvents refused = server.run("int cubed(int x) {\n    return Math.pow(x).intValue();\n}\nint after = 1;");
        assertThat(refused.errorName()).isEqualTo("CompileError");
        assertThat(refused.errorMessage()).contains("line 2: method pow in class Math cannot be applied");
        assertThat(refused.printed("stderr")).isEmpty();
        assertThat(arrow(server.run("cubed(2) + 1"))).contains("The cell that defines ‘cubed’ has an error");
        server.run("int cubed(int x) { return x * x * x; }");
        assertThat(server.run("cubed(2)").result()).isEqualTo("8");
    }

    @Test
    void aMethodThatIsCalledWhereItIsWrittenIsRefusedAtTheLineThatIsWrong() throws IOException {
        CellEvents refused = server.run("double root(double x) {\n    return Math.sqrt();\n}\nroot(2)");
        assertThat(refused.errorMessage()).contains("line 2: method sqrt in class Math cannot be applied");
    }

    @Test
    void aParameterThatHoldsAFunctionIsCalledByItsMethod() throws IOException {
        CellEvents declared = server.run("double twice(ToDoubleFunction<Tensor> f, Tensor x) { return 2 * f(x); }");
        assertThat(declared.printed("stderr"))
                .contains("uses ‘f(Tensor)’, which no cell has defined yet")
                .contains("‘f’ holds a function: call it with f.applyAsDouble(…).");
        assertThat(arrow(server.run("twice(null, null)"))).contains("f.applyAsDouble(…)");
    }

    @Test
    void aClassThatHidesTheLibrarysIsNamedAsTheReason() throws IOException {
        try (var fresh = new CellServerProcess()) {
            fresh.run("class Tensor { int rows; }");
            assertThat(arrow(fresh.run("Tensor.of(1.0)"))).contains("hides the library's");
        }
    }

    @Test
    void whatJavaSaysOfNullNamesNoPackages() throws IOException {
        CellEvents events = server.run("String none() { return null; } none().length()");
        assertThat(events.errorMessage())
                .contains("\"String.length()\" because the return value of \"none()\" is null");
    }

    @Test
    void anObjectThatSaysNothingOfItselfIsShownWithoutItsWrapper() throws IOException {
        assertThat(server.run("class Silent { } new Silent()").result()).startsWith("Silent@");
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
