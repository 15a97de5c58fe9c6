package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class FailuresTest {
    private static CellServerProcess server;

    @BeforeAll
    static void start() throws IOException {
        server = CellServerProcess.shared();
    }

    @Test
    void marksACompileErrorUnderItsLine() throws IOException {
        CellEvents events = server.run("int fine = 1;\n\n  int bad = \"text\";");
        assertThat(events.errorName()).isEqualTo("CompileError");
        assertThat(events.errorMessage()).contains("line 3").contains("incompatible types");
        assertThat(events.traceback()).contains("      int bad = \"text\";", "                ^^^^^^");
    }

    @Test
    void namesTheSymbolThatIsMissing() throws IOException {
        assertThat(server.run("nowhere + 1").errorMessage()).endsWith("cannot find symbol: variable nowhere");
    }

    @Test
    void saysThatACellIsIncomplete() throws IOException {
        CellEvents events = server.run("int a = 1;\nfor (int i = 0; i < 3; i++) {");
        assertThat(events.errorName()).isEqualTo("CompileError");
        assertThat(events.errorMessage()).contains("line 2").contains("end of file");
    }

    @Test
    void tellsAnExceptionWithItsCauseAndTheLinesOfTheCells() throws IOException {
        server.run(
                """
                // one
                int divide(int x) {
                    // three
                    return 10 / x;
                }
                int wrap(int x) {
                    try { return divide(x); }
                    catch (ArithmeticException e) {
                        throw new IllegalStateException("no luck", e);
                    }
                }""");
        CellEvents events = server.run("int before = 1;\n\nwrap(0)");
        assertThat(events.errorName()).isEqualTo("IllegalStateException");
        assertThat(events.errorMessage()).isEqualTo("no luck");
        String trace = String.join("\n", events.traceback());
        assertThat(trace)
                .containsSubsequence(
                        "java.lang.IllegalStateException: no luck",
                        "line 9 in wrap():  throw new IllegalStateException",
                        "line 3:  wrap(0)",
                        "Caused by: java.lang.ArithmeticException: / by zero",
                        "line 4 in divide():  return 10 / x;")
                .doesNotContain("REPL", "$JShell", "practicum.notebook");
    }

    @Test
    void tellsWhatTheLibraryRefusesWithTheReadersOwnLineAlone() throws IOException {
        CellEvents hook = server.run("\nModels.load(\"induction\").run(\"wo pe fi\").get(Hook.residPost(7))");
        assertThat(hook.traceback().get(0)).startsWith("HookException: There is no hook blocks.7.hook_resid_post");
        assertThat(String.join("\n", hook.traceback()))
                .contains("line 2:  Models.load", "… ")
                .doesNotContain("practicum.hook", "Run.java");
        CellEvents plot = server.run("Plot.bars(List.of(\"a\"), new double[] {1, 2})");
        assertThat(String.join("\n", plot.traceback()))
                .startsWith("IllegalArgumentException: ")
                .contains("line 1:  Plot.bars")
                .doesNotContain("practicum.plot");
    }

    @Test
    void leavesTheWrapperClassesOfJShellOutOfMessages() throws IOException {
        CellEvents cast = server.run("record Point(int x) {}\nObject o = new Point(3);\n((Integer) o) + 1");
        assertThat(cast.errorMessage()).isEqualTo("class Point cannot be cast to class java.lang.Integer");
        CellEvents nothing = server.run("int[] missing = null;\nmissing.length");
        assertThat(nothing.errorMessage()).contains("\"missing\" is null").doesNotContain("REPL");
    }

    @Test
    void foldsAnEndlessRecursion() throws IOException {
        CellEvents events = server.run("int depth(int n) { return 1 + depth(n + 1); }\ndepth(0)");
        assertThat(events.errorName()).isEqualTo("StackOverflowError");
        assertThat(events.traceback()).hasSizeLessThan(6);
    }

    @Test
    void survivesAnErrorInToString() throws IOException {
        CellEvents events =
                server.run("class Loop { public String toString() { return toString() + 1; } }\nnew Loop()");
        assertThat(events.errorName()).isEqualTo("StackOverflowError");
        assertThat(events.errorMessage()).contains("a Loop, could not be shown");
        assertThat(server.run("1 + 1").result()).isEqualTo("2");
    }

    @Test
    void survivesAnExpressionThatOverflowsTheCompiler() throws IOException {
        CellEvents events = server.run("1" + "+1".repeat(30_000));
        assertThat(events.errorMessage()).contains("The compiler gave up");
        assertThat(server.run("1 + 1").result()).isEqualTo("2");
    }

    @Test
    void warnsOfANameThatNothingDefinesWhereItIsUsed() throws IOException {
        CellEvents declared = server.run("\nvoid early() { laterOn(3); }");
        assertThat(declared.printed("stderr"))
                .contains("line 2: early() uses ‘laterOn(int)’, which no cell has defined yet");
        CellEvents called = server.run("early();");
        assertThat(called.errorName()).isEqualTo("UndefinedName");
        assertThat(called.errorMessage()).contains("early() uses ‘laterOn(int)’");
        server.run("void laterOn(int x) { System.out.println(x); }");
        assertThat(server.run("early();").printed("stdout")).isEqualTo("3\n");
    }

    @Test
    void doesNotWarnOfANameThatTheSameCellDefinesFurtherDown() throws IOException {
        CellEvents events = server.run("int first() { return second(); }\nint second() { return 7; }\nfirst()");
        assertThat(events.printed("stderr")).isEmpty();
        assertThat(events.result()).isEqualTo("7");
    }

    @Test
    void takesTypesThatNeedOneAnother() throws IOException {
        CellEvents events = server.run(
                """
                sealed interface Tree permits Leaf, Branch {}
                record Leaf(int x) implements Tree {}
                record Branch(Tree inner) implements Tree {}
                new Branch(new Leaf(3))""");
        assertThat(events.result()).isEqualTo("Branch[inner=Leaf[x=3]]");
    }

    @Test
    void refusesAMagicWithItsLineAndTheRemedy() throws IOException {
        CellEvents events = server.run("int a = 1;\n%maven org.example:lib:1.0");
        assertThat(events.errorMessage()).contains("line 2").contains("magics").contains("delete the line");
    }

    @Test
    void leavesAPercentSignAloneWhereJavaAllowsIt() throws IOException {
        assertThat(server.run("\"\"\"\n%d items\n\"\"\".formatted(3)").result()).isEqualTo("3 items\n");
        assertThat(server.run("int seven = 7\n%4;\nseven").result()).isEqualTo("3");
    }

    @Test
    void keepsAnExerciseThatIsStillToDoShort() throws IOException {
        CellEvents events = server.run("int solve() { throw new NotImplemented(\"lens\"); }\nsolve()");
        assertThat(events.errorName()).isEqualTo("NotImplemented");
        assertThat(events.errorMessage()).contains("lens").contains("still to do");
        assertThat(events.traceback()).hasSizeLessThan(4);
    }
}
