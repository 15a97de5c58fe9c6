package practicum.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AffectedTest {
    @Test
    void readsWhatACellDeclaresAssignsAndMayChange() {
        CellNames names = CellNames.of(
                        List.of(
                                """
                        import java.util.List;
                        /** Doc. */
                        int f(int a) { int local = a; return local; }
                        record R(int x) {}
                        var list = new ArrayList<Integer>();
                        int n = 1, m;
                        n = f(2);
                        list.add(g);
                        for (int i = 0; i < n; i++) { total += i; }"""))
                .get(0);
        assertThat(names.sets()).contains("f", "R", "list", "n", "m", "total").doesNotContain("local", "a", "g");
        assertThat(names.uses()).contains("g", "local", "total");
    }

    @Test
    void followsAnExerciseThroughWhatIsComputedWithIt() {
        List<String> code = List.of(
                "var model = 1;",
                "int lens(int a) { return a; }",
                "var unrelated = model + 1;",
                "var kept = lens(model);",
                "int deeper() { return kept; }",
                "answer(\"lens.deeper\", deeper());",
                "answer(\"other.x\", unrelated);",
                "answer(\"lens.far\", unrelated);");
        List<String> exercises = List.of("", "lens", "", "", "", "lens", "other", "lens");
        List<String> answers = List.of("", "", "", "", "", "lens.deeper", "other.x", "lens.far");
        List<Step> steps = IntStream.range(0, code.size())
                .mapToObj(i -> new Step("c" + i, code.get(i), i, exercises.get(i), answers.get(i), false))
                .toList();
        assertThat(Affected.by(steps.get(1), steps, CellNames.of(code)))
                .extracting(Step::id)
                .containsExactly("c3", "c4", "c5", "c7");
    }

    @Test
    void leavesOutWhatNoCheckOfTheExerciseLooksAt() {
        List<String> code = List.of(
                "int lens(int a) { return a; }",
                "var picture = lens(1);",
                "show(picture);",
                "var input = lens(2);",
                "answer(\"lens.x\", lens(input));",
                "answer(\"other.x\", lens(3));");
        List<String> exercises = List.of("lens", "", "", "", "lens", "other");
        List<String> answers = List.of("", "", "", "", "lens.x", "other.x");
        List<Step> steps = IntStream.range(0, code.size())
                .mapToObj(i -> new Step("c" + i, code.get(i), i, exercises.get(i), answers.get(i), false))
                .toList();
        assertThat(Affected.by(steps.get(0), steps, CellNames.of(code)))
                .extracting(Step::id)
                .containsExactly("c3", "c4");
    }

    @Test
    void survivesACellThatIsNoJava() {
        assertThat(CellNames.of(List.of("int x = (;", "")))
                .extracting(CellNames::uses)
                .containsExactly(Set.of("int", "x"), Set.of());
    }
}
