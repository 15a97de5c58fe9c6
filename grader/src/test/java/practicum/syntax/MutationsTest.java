package practicum.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every mutant of small cells, listed by hand. */
class MutationsTest {
    private static List<String> of(String cell) {
        return Mutations.of(cell, place -> true).stream().map(Mutant::toString).toList();
    }

    @Test
    void operatorsAndNumbers() {
        assertThat(of("int f(int a) { return a + 2; }"))
                .containsExactlyInAnyOrder(
                        "arithmetic: `a + 2` → `a - 2`",
                        "constant: `2` → `3`",
                        "constant: `2` → `1`",
                        "constant: `2` → `0`");
        assertThat(of("double f(double a) { return -a * 0.5; }"))
                .containsExactlyInAnyOrder(
                        "arithmetic: `-a * 0.5` → `-a / 0.5`",
                        "arithmetic: `-a` → `a`",
                        "constant: `0.5` → `1.5`",
                        "constant: `0.5` → `-0.5`",
                        "constant: `0.5` → `0.0`");
        assertThat(of("boolean f(int a, int b) { return a < b && !(a == b); }"))
                .containsExactlyInAnyOrder(
                        "logic: `a < b && !(a == b)` → `a < b || !(a == b)`",
                        "comparison: `a < b` → `a <= b`",
                        "logic: `!(a == b)` → `(a == b)`",
                        "comparison: `a == b` → `a != b`");
        assertThat(of("String f(int a) { return \"a\" + a; }")).isEmpty();
    }

    @Test
    void axesLayersChainsAndArguments() {
        assertThat(of("Tensor f(Tensor x) { return x.softmax(-1).mean(1); }"))
                .containsExactlyInAnyOrder(
                        "axis: `-1` → `0`",
                        "axis: `-1` → `-2`",
                        "axis: `1` → `2`",
                        "axis: `1` → `0`",
                        "call: `x.softmax(-1).mean(1)` → `x.softmax(-1)`",
                        "call: `x.softmax(-1)` → `x`");
        assertThat(of("Tensor f(Run r, int l) { return r.get(Hook.residPost(l)); }"))
                .containsExactlyInAnyOrder(
                        "call: `r.get(Hook.residPost(l))` → `r`",
                        "layer: `l` → `(l) + 1`",
                        "layer: `l` → `(l) - 1`",
                        "layer: `Hook.residPost(l)` → `Hook.residPre(l)`");
        assertThat(of("double f(double a, double b) { return Math.pow(a, b); }"))
                .containsExactly("arguments: `a, b` → `b, a`");
    }

    @Test
    void statementsAndIndices() {
        assertThat(of("void f(double[] a, int i) { a[i] += i; }"))
                .containsExactlyInAnyOrder(
                        "statement: `a[i] += i;` left out",
                        "arithmetic: `a[i] += i` → `a[i] -= i`",
                        "index: `i` → `i + 1`",
                        "index: `i` → `i - 1`");
    }

    @Test
    void onlyWhatIsInsideIsChangedAndTheRestStaysAsItIs() {
        String cell = "int f(int a) {\n    int b = a + 1;\n    // BEGIN\n    return b * a;\n}";
        int begin = cell.indexOf("// BEGIN");
        assertThat(Mutations.of(cell, place -> place > begin)).singleElement().satisfies(mutant -> {
            assertThat(mutant.line()).isEqualTo(4);
            assertThat(mutant.code()).isEqualTo(cell.replace("b * a", "b / a"));
        });
    }

    @Test
    void everyMutantOfACellWithManySnippetsDiffersFromItInOnePlace() {
        String cell = "import java.util.List;\nvar limit = 3;\nint f(int a) { return a % limit; }\nf(7)";
        var mutants = Mutations.of(cell, place -> true);
        assertThat(mutants).isNotEmpty().allSatisfy(mutant -> assertThat(mutant.code())
                .isNotEqualTo(cell));
        assertThat(mutants).extracting(Mutant::line).contains(2, 3, 4);
        assertThat(mutants).extracting(Mutant::code).doesNotHaveDuplicates();
    }
}
