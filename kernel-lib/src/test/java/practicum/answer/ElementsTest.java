package practicum.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The share of an answer that is right, counted by hand. */
class ElementsTest {
    private static double share(String comparison, Object expected, Object actual) {
        return Comparison.parse(comparison)
                .compare(Value.of(expected), Value.of(actual))
                .score();
    }

    @Test
    void rightElementsOfArraysListsAndMapsAreCounted() {
        assertThat(share("", new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4}))
                .isEqualTo(1);
        assertThat(share("", new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 5}))
                .isEqualTo(0.75);
        assertThat(share("", new double[] {1, 2}, new double[] {1, Double.NaN})).isEqualTo(0.5);
        assertThat(share("", new double[] {1, 2}, new double[] {1, 2, 3})).isZero();
        assertThat(share("", List.of("a", "b", "c"), List.of("a", "x", "c"))).isEqualTo(2 / 3.0, within(1e-12));
        var right = Map.of("a", 1, "b", List.of("x", "y"));
        assertThat(share("", right, Map.of("a", 1, "b", List.of("x", "z")))).isEqualTo(0.75);
        var nothing = new LinkedHashMap<String, Object>();
        nothing.put("a", null);
        nothing.put("b", null);
        assertThat(share("", right, nothing)).isZero();
    }

    @Test
    void aNumberIsRightOrWrongAndNothingBetween() {
        assertThat(share("", 3, 3.1)).isZero();
        assertThat(share("", 3, "3")).isZero();
    }

    @Test
    void whatDoesNotBelongIntoASetCountsAgainstWhatDoes() {
        assertThat(share("set", Set.of(1, 2, 3, 4), Set.of(1, 2, 3))).isEqualTo(0.75);
        assertThat(share("set", Set.of(1, 2, 3, 4), Set.of(1, 2, 3, 9))).isEqualTo(0.5);
        assertThat(share("set", Set.of(1, 2), Set.of(1, 2, 3, 4, 5))).isZero();
    }

    @Test
    void rightRowsPlacesAndSlicesAreCounted() {
        var right = table(1, 2, 3, 4);
        assertThat(share("table", right, table(4, 3, 2, 9))).isEqualTo(0.75);
        assertThat(share("table(rows=ordered)", right, table(1, 2, 4, 3))).isEqualTo(0.5);
        assertThat(share("ranking", List.of("a", "b", "c", "d"), List.of("a", "b", "d", "c")))
                .isEqualTo(0.5);
        double[][] rows = {{1, 2}, {3, 4}};
        double[][] other = {{3, 4}, {0, 0}};
        assertThat(share("order", rows, other)).isEqualTo(0.5);
    }

    /** Each 0 fits both 0.4 and −0.4, but 0.8 fits only 0.4. */
    @Test
    void rowsOfATableArePairedSoThatAsManyAsCanBeAgree() {
        assertThat(share("table(rtol=0, atol=0.5)", table(0, 0.8), table(0.4, -0.4)))
                .isEqualTo(1);
    }

    @Test
    void aNumberThatIsNoneInATableIsToldAsThat() {
        var comparison = Comparison.parse("table");
        var expected = Value.of(table(1, 2));
        assertThat(comparison.compare(expected, Value.of(table(1, Double.POSITIVE_INFINITY))))
                .satisfies(verdict -> assertThat(verdict.fault()).isEqualTo(Fault.INFINITE));
        assertThat(comparison
                        .compare(expected, Value.of(Table.create(StringColumn.create("n", List.of("1", "2")))))
                        .rationale())
                .contains("of type text, but number");
    }

    @Test
    void aNumberThatIsNoneInASetOrARankingIsToldAsThat() {
        assertThat(Comparison.parse("set")
                        .compare(Value.of(Set.of(1.5)), Value.of(Set.of(Double.NaN)))
                        .fault())
                .isEqualTo(Fault.NAN);
        assertThat(Comparison.parse("ranking")
                        .compare(Value.of(List.of(2.0, 1.0)), Value.of(List.of(Double.NEGATIVE_INFINITY, 2.0)))
                        .fault())
                .isEqualTo(Fault.INFINITE);
    }

    private static Table table(double... numbers) {
        return Table.create(DoubleColumn.create("n", numbers));
    }
}
