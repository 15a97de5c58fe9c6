package practicum.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SolutionBlocksTest {
    private static final String METHOD =
            """
            /** Twice a number. */
            int twice(int a) {
                // BEGIN SOLUTION
                int b = a + a;
                return b;
                // END SOLUTION
            }""";
    private static final String TWO_BLOCKS =
            """
            int sign(int a) {
                if (a < 0) {
                    // BEGIN SOLUTION
                    return -1;
                    // END SOLUTION
                }
                // BEGIN SOLUTION
                return a == 0 ? 0 : 1;
                // END SOLUTION
            }""";
    private static final String CODE_AFTER =
            """
            int sum(int[] values) {
                int sum = 0;
                // BEGIN SOLUTION
                for (int value : values) sum += value;
                // END SOLUTION
                return sum;
            }""";
    private static final String CLASS =
            """
            class Counter {
                private int count = "{".length();

                int next() {
                    // BEGIN SOLUTION
                    return ++count;
                    // END SOLUTION
                }
            }""";
    private static final String MEMBERS =
            """
            record Point(double x, double y) {
                // BEGIN SOLUTION
                double norm() { return Math.hypot(x, y); }
                // STUB: double norm() { throw new NotImplemented("point"); }
                // END SOLUTION
            }""";
    private static final String ANONYMOUS =
            """
            Object named() {
                return new Object() {
                    @Override
                    public String toString() {
                        // BEGIN SOLUTION
                        return "named";
                        // END SOLUTION
                    }
                };
            }""";
    private static final String STUB_LINES =
            """
            double mean(double[] values) {
                double sum = 0;
                // BEGIN SOLUTION
                for (double value : values) sum += value;
                double count = values.length;
                // STUB: double count = 1; // change me
                // END SOLUTION
                return sum / count;
            }""";

    @ParameterizedTest
    @ValueSource(strings = {METHOD, TWO_BLOCKS, CODE_AFTER, CLASS, MEMBERS, ANONYMOUS, STUB_LINES})
    void everyStubCompilesInAJavaShellAsTheSolutionDoes(String code) {
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.eval("class NotImplemented extends RuntimeException { NotImplemented(String id) { super(id); } }");
            for (String version : List.of(code, SolutionBlocks.of(code).stub("ex"))) {
                assertThat(shell.eval(version))
                        .as(version)
                        .extracting(SnippetEvent::status)
                        .isNotEmpty()
                        .isSubsetOf(Snippet.Status.VALID, Snippet.Status.OVERWRITTEN);
            }
        }
    }

    @Test
    void keepsTheDocCommentAndThrowsWhereTheSolutionWas() {
        assertThat(SolutionBlocks.of(METHOD).stub("twice"))
                .isEqualTo(
                        """
                        /** Twice a number. */
                        int twice(int a) {
                            throw new NotImplemented("twice");
                        }""");
    }

    @Test
    void replacesEachOfSeveralBlocks() {
        assertThat(SolutionBlocks.of(TWO_BLOCKS).stub("sign"))
                .isEqualTo(
                        """
                        int sign(int a) {
                            if (a < 0) {
                                throw new NotImplemented("sign");
                            }
                            throw new NotImplemented("sign");
                        }""");
    }

    @Test
    void guardsTheThrowWhereCodeFollows() {
        assertThat(SolutionBlocks.of(CODE_AFTER).stub("sum"))
                .contains("    if (true) throw new NotImplemented(\"sum\");\n    return sum;");
    }

    @Test
    void givesTheStudentTheLinesMeantForThem() {
        assertThat(SolutionBlocks.of(STUB_LINES).stub("mean"))
                .contains("    double sum = 0;\n    double count = 1; // change me\n    return sum / count;")
                .doesNotContain("NotImplemented", "STUB", "length");
    }

    @Test
    void refusesMembersThatNoStubStandsFor() {
        Problems problems = new Problems("x.md");
        String bare = MEMBERS.replaceAll("(?m)^.*STUB.*\\n", "");
        SolutionBlocks.of(bare).check(10, problems);
        assertThat(problems.isEmpty()).isFalse();
    }

    @Test
    void tellsMembersFromStatements() {
        assertThat(scopeOf("class A { @ }")).isEqualTo(JavaText.Scope.MEMBERS);
        assertThat(scopeOf("class A { int f() { @ } }")).isEqualTo(JavaText.Scope.STATEMENTS);
        assertThat(scopeOf("var a = f(x -> { @ });")).isEqualTo(JavaText.Scope.STATEMENTS);
        assertThat(scopeOf("var a = new Foo<>(1, g(2)) { @ };")).isEqualTo(JavaText.Scope.MEMBERS);
        assertThat(scopeOf("if (new Foo().bar()) { @ }")).isEqualTo(JavaText.Scope.STATEMENTS);
        assertThat(scopeOf("f(String.class); { @ }")).isEqualTo(JavaText.Scope.STATEMENTS);
        assertThat(scopeOf("/* class A { */ '{' \"{\" @")).isEqualTo(JavaText.Scope.TOP);
        assertThat(scopeOf("var record = 1; @")).isEqualTo(JavaText.Scope.TOP);
    }

    private static JavaText.Scope scopeOf(String code) {
        return JavaText.scopeAt(JavaText.blanked(code.replace('@', ' ')), code.indexOf('@'));
    }
}
