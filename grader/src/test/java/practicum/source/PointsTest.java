package practicum.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points, credit, what is forbidden, and variants, as a source says them. */
class PointsTest {
    private static final String HEAD = "---\ntitle: Points\nnumber: 3\nclaim: They add up.\n---\n";

    private static String exercise(String options) {
        return cell(
                "exercise: sum\nminutes: 5\nhint: Add.\n" + options,
                "int sum() {\n// BEGIN SOLUTION\nreturn 1;\n// END SOLUTION\n}");
    }

    private static String check(String name, String options) {
        return cell("check: sum\n" + options, "answer(\"sum." + name + "\", sum());");
    }

    private static String hidden(String name, String options) {
        return cell("hidden: sum\n" + options, "answer(\"sum." + name + "\", sum());");
    }

    private static String cell(String options, String code) {
        return "```{code-cell} java\n---\n" + options + "\n---\n" + code + "\n```\n";
    }

    private static Practicum parse(String source) {
        return PracticumParser.parse(source, "03_points", "03_points.md");
    }

    /** Otter-grader's rules: the question's points, the four checks' points or none, and what each is worth. */
    @ParameterizedTest
    @CsvSource({
        "4,      , , , ,      1, 1, 1, 1,    4",
        "5,     2, , , ,      2, 1, 1, 1,    5",
        "5,     2, 3, , ,     2, 3, 0, 0,    5",
        ",      2, 0.5, , ,   2, 0.5, 0, 0,  2.5",
        ",      1, 1, 1, 1,   1, 1, 1, 1,    4",
        "2,     0, , , ,      0, 0.6666666666666666, 0.6666666666666666, 0.6666666666666666, 2"
    })
    void pointsAreDeclaredOrSharedEqually(
            Double points,
            Double a,
            Double b,
            Double c,
            Double d,
            double wa,
            double wb,
            double wc,
            double wd,
            double all) {
        StringBuilder source = new StringBuilder(HEAD).append(exercise(points == null ? "" : "points: " + points));
        int i = 0;
        for (Double each : new Double[] {a, b, c, d}) {
            source.append(check("c" + i++, each == null ? "" : "points: " + each));
        }
        Practicum practicum = parse(source.toString());
        assertThat(practicum.points()).isEqualTo(all, within(1e-12));
        double[] worths =
                practicum.checks().stream().mapToDouble(practicum::worth).toArray();
        assertThat(worths).containsExactly(new double[] {wa, wb, wc, wd}, within(1e-12));
        assertThat(PracticumParser.parse(PracticumWriter.write(practicum), "03_points", "x")
                        .points())
                .isEqualTo(all, within(1e-12));
    }

    @Test
    void weightsShareWhatDeclaredPointsLeave() {
        Practicum practicum = parse(
                HEAD + exercise("points: 7") + check("a", "points: 1") + check("b", "weight: 2") + hidden("c", ""));
        assertThat(practicum.checks()).extracting(practicum::worth).containsExactly(1.0, 4.0, 2.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    points: 1       | points: 2                | has 1.0 points, but its checks have 2.0
                    points: 3       | points: 2                | has 3.0 points, but its checks have 2.0
                    credit: whole   | points: 2                | The option "credit" is "whole"
                    credit: all-or-nothing | credit: elements  | earns all or nothing
                    points: 1       | {points: 1, weight: 2}   | This check has points and a weight
                    points: 1       | credit: parts            | Write one of whole, elements
                    points: 1       | compare: metric(of=auc, least=0.9) | would be in the release
                    points: 1       | after: [sum]             |
                    forbids: [a b]  | points: 2                | is no name of a type or method
                    """)
    void whatDoesNotAddUpIsReported(String exercise, String check, String message) {
        String options = check.startsWith("{") ? check.replaceAll("[{}]", "").replace(", ", "\n") : check;
        String source = HEAD
                + exercise(exercise.startsWith("points") ? exercise : exercise + "\npoints: 2")
                + check("a", options);
        if (message == null) {
            assertThat(parse(source).checks()).hasSize(1);
        } else {
            assertThatThrownBy(() -> parse(source)).hasMessageContaining(message);
        }
    }

    @Test
    void aCheckWaitsForChecksAndExercisesThatRunBeforeIt() {
        String source =
                HEAD + cell("id: begin", "int a = 1;") + exercise("points: 2") + hidden("h", "") + check("a", "");
        assertThat(parse(source + hidden("b", "after: [sum.h, sum.a, sum]")).checks())
                .hasSize(3);
        assertThatThrownBy(() -> parse(source + check("b", "after: [sum.h]")))
                .hasMessageContaining("runs after all visible");
        assertThatThrownBy(() -> parse(source + check("b", "after: [begin]")))
                .hasMessageContaining("neither a check nor");
        assertThatThrownBy(() -> parse(source + check("b", "after: [sum.b]"))).hasMessageContaining("no cell above it");
    }

    @Test
    void everyOptionComesBackFromWhatIsWritten() {
        Practicum practicum = parse(HEAD.replace("claim:", "variants: 8\nclaim:")
                + exercise("points: 4\nforbids: [LogitLens, Tensor.softmax]")
                + check("a", "points: 1\ncredit: elements\nforbids: [Arrays]")
                + hidden("b", "compare: metric(of=rmse, most=2)\ntruth: List.of(1.0, 2.0)"));
        assertThat(practicum.about().variants()).isEqualTo(8);
        assertThat(practicum.hasVariants()).isTrue();
        assertThat(practicum.in(3).expectedName()).isEqualTo("03_points-3");
        assertThatThrownBy(practicum::expectedName).hasMessageContaining("not known whose numbers");
        Cell.Check first = practicum.checks().get(0);
        assertThat(first.perElement()).isTrue();
        assertThat(practicum.forbidden(first)).containsExactly("LogitLens", "Tensor.softmax", "Arrays");
        assertThat(practicum.forbidden(practicum.checks().get(1))).containsExactly("LogitLens", "Tensor.softmax");
        assertThat(practicum.checks().get(1).truth()).isEqualTo("List.of(1.0, 2.0)");
        Practicum again = PracticumParser.parse(PracticumWriter.write(practicum), "03_points", "03_points.md");
        assertThat(PracticumWriter.write(again)).isEqualTo(PracticumWriter.write(practicum));
        assertThat(again.about()).isEqualTo(practicum.about());
        assertThat(again.checks()).extracting(again::worth).isEqualTo(List.of(1.0, 3.0));
    }

    @ParameterizedTest
    @CsvSource({"1", "0", "65", "many"})
    void aNumberOfVariantsThatCannotBeMeantIsReported(String variants) {
        String source =
                HEAD.replace("claim:", "variants: " + variants + "\nclaim:") + exercise("points: 1") + check("a", "");
        assertThatThrownBy(() -> parse(source)).hasMessageContaining("variants");
    }
}
