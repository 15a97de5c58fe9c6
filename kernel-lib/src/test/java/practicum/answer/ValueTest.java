package practicum.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChartBuilder;
import practicum.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ValueTest {
    record Score(String name, double value) {}

    /** An object that lies about itself. */
    static final class Liar {
        @Override
        public boolean equals(Object other) {
            return true;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    @Test
    void everyKindOfAnswerBecomesDataAndComesBackFromItsJson() {
        var chart = new XYChartBuilder()
                .title("Lens")
                .xAxisTitle("layer")
                .yAxisTitle("logit")
                .build();
        chart.addSeries("clean", new double[] {0, 1}, new double[] {0.5, Double.NaN});
        var bars = new CategoryChartBuilder().build();
        bars.addSeries("heads", List.of("L0H1", "L0H2"), List.of(1, 2));
        var table =
                Table.create("t", StringColumn.create("token", "NaN", "b"), DoubleColumn.create("p", 0.5, Double.NaN));
        var objects = new ArrayList<Object>(List.of(
                3, 2.5f, -0.0, 7L, true, "text", 'c', new StringBuilder("x"), Thread.State.NEW, new Score("a", 1)));
        objects.addAll(List.of(
                new float[] {1, 0.1f},
                new double[][] {{1, 2}, {3, Double.NEGATIVE_INFINITY}},
                new long[2][0][3],
                new int[][][] {{{1}, {2}}},
                new boolean[] {true, false},
                new Integer[] {1, 2},
                new String[] {"a"}));
        objects.addAll(List.of(
                List.of(" Mary", 2, List.of()),
                Set.of(1),
                Map.of("k", Map.of("n", 1.5)),
                table,
                chart,
                bars,
                Tensor.of(new float[] {1, 2, 3, 4}, 2, 2).named("batch", "pos"),
                Tensor.scalar(2)));
        objects.add(null);

        for (Object object : objects) {
            var value = Value.of(object);
            assertThat(ValueJson.read(ValueJson.write(value)))
                    .as(String.valueOf(object))
                    .isEqualTo(value);
        }
    }

    @Test
    void aTensorKeepsItsShapeTypeAndAxisNames() {
        var value = Value.of(Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3).named("batch", "pos"));
        assertThat(value)
                .isEqualTo(new Value.Array(
                        "float32", List.of(2, 3), new double[] {1, 2, 3, 4, 5, 6}, List.of("batch", "pos")));
    }

    @Test
    void arraysKeepTheirShapeAlsoWhereTheyAreEmpty() {
        assertThat(((Value.Array) Value.of(new float[2][3][4])).shape()).containsExactly(2, 3, 4);
        assertThat(((Value.Array) Value.of(new float[0][5])).shape()).containsExactly(0, 0);
    }

    @Test
    void aRaggedArrayIsRefusedWithThePlace() {
        assertThatThrownBy(() -> Value.of(new int[][] {{1, 2}, {3}}))
                .isInstanceOf(AnswerException.class)
                .hasMessageContaining("axis 1")
                .hasMessageContaining("length 1 beside one of 2");
    }

    @Test
    void anotherTypeIsRefusedByNameWithWhatIsAllowed() {
        assertThatThrownBy(() -> Value.of(new Liar()))
                .hasMessageContaining("practicum.answer.ValueTest$Liar")
                .hasMessageContaining("a Tensor");
        assertThatThrownBy(() -> Value.of(Map.of(List.of(1), 1))).hasMessageContaining("keys");
    }

    @Test
    void anAnswerThatIsTooLargeTooDeepOrContainsItselfIsRefused() {
        var self = new ArrayList<Object>();
        self.add(self);
        assertThatThrownBy(() -> Value.of(self)).hasMessageContaining("contains itself");
        assertThatThrownBy(() -> Value.of(new float[1000][1000])).hasMessageContaining("at most 250000");
        assertThatThrownBy(() -> Value.of(Long.MAX_VALUE)).hasMessageContaining("too large to be compared exactly");
    }

    @Test
    void aValueDoesNotChangeWithTheObjectItCameFrom() {
        var map = new HashMap<String, Object>(Map.of("a", 1));
        var numbers = new double[] {1};
        var ofMap = Value.of(map);
        var ofNumbers = Value.of(numbers);
        map.put("b", 2);
        numbers[0] = 5;
        assertThat(ofMap).isEqualTo(new Value.Mapping(new LinkedHashMap<>(Map.of("a", new Value.Num(1)))));
        assertThat(Summary.of(ofNumbers)).isEqualTo("shape [1] [1]");
    }
}
