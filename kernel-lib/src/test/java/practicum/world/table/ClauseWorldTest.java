package practicum.world.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import practicum.world.Split;

class ClauseWorldTest {
    private static final ClauseWorld WORLD = new ClauseWorld(6, List.of(Set.of(0, 1), Set.of(1, 2, 3), Set.of(4, 5)));

    @Test
    void aRowIsTrueIfAllVariablesOfAClauseAre() {
        for (int bits = 0; bits < 64; bits++) {
            boolean[] x = new boolean[6];
            List<Boolean> values = new java.util.ArrayList<>();
            for (int i = 0; i < 6; i++) {
                x[i] = (bits >> i & 1) == 1;
                values.add(x[i]);
            }
            ClauseRow row = WORLD.row(values);
            assertThat(row.isTrue()).isEqualTo(x[0] && x[1] || x[1] && x[2] && x[3] || x[4] && x[5]);
            assertThat(row.satisfied().contains(1)).isEqualTo(x[1] && x[2] && x[3]);
            assertThat(WORLD.without(2).row(values).isTrue()).isEqualTo(x[0] && x[1] || x[1] && x[2] && x[3]);
        }
        assertThat(WORLD).hasToString("(x0 ∧ x1) ∨ (x1 ∧ x2 ∧ x3) ∨ (x4 ∧ x5)");
        assertThat(WORLD.table().stringColumn("formula").asList()).contains("x1 ∧ x2 ∧ x3");
    }

    @Test
    void halfOfTheRowsAreTrueTheOthersMissByOneAndNoneIsInBothSplits() {
        ClauseWorld world = ClauseWorld.random(24, 8, 3, 1);
        assertThat(world.clauses()).hasSize(8).doesNotHaveDuplicates().allMatch(clause -> clause.size() == 3);
        List<ClauseRow> rows = world.rows(Split.TRAIN, 1000, 2);
        assertThat(rows.stream().filter(ClauseRow::isTrue)).hasSize(500);
        assertThat(rows).filteredOn(row -> !row.isTrue()).allSatisfy(row -> assertThat(world.clauses())
                .anyMatch(clause -> clause.stream().filter(row.variables()::get).count() == 2));
        Set<Integer> seen = new HashSet<>();
        rows.forEach(row -> seen.addAll(row.satisfied()));
        assertThat(seen).hasSize(8);
        Set<List<Boolean>> trained = new HashSet<>();
        rows.forEach(row -> trained.add(row.variables()));
        assertThat(world.rows(Split.HELD_OUT, 300, 3)).noneMatch(row -> trained.contains(row.variables()));
        assertThat(world.rows(Split.TRAIN, 1000, 2)).isEqualTo(rows);
        assertThat(ClauseWorld.random(24, 8, 3, 1)).isEqualTo(world);
    }

    @Test
    void aNetSeesBitsAndTheLabelsOfTheFormulaAsked() {
        List<ClauseRow> rows = List.of(
                WORLD.row(List.of(true, true, false, false, false, false)),
                WORLD.row(List.of(true, false, false, false, true, true)));
        assertThat(WORLD.examples(rows).inputs().toMatrix()[1]).containsExactly(1, 0, 0, 0, 1, 1);
        assertThat(WORLD.examples(rows).labels()).containsExactly(1, 1);
        assertThat(WORLD.without(2).examples(rows).labels()).containsExactly(1, 0);
    }

    @Test
    void impossibleFormulasAreRefused() {
        assertThatThrownBy(() -> ClauseWorld.random(4, 7, 2, 1)).hasMessageContaining("not 7 different clauses");
        assertThatThrownBy(() -> ClauseWorld.random(4, 1, 5, 1)).hasMessageContaining("2 to 4 of the variables");
        assertThatThrownBy(() -> new ClauseWorld(3, List.of(Set.of(1, 3)))).hasMessageContaining("variables 0 to 2");
        assertThatThrownBy(() -> WORLD.without(3)).hasMessageContaining("no clause 3");
        assertThatThrownBy(() -> WORLD.row(List.of(true))).hasMessageContaining("6 values; got 1");
        assertThatThrownBy(() -> new ClauseWorld(2, List.of(Set.of(0, 1))).rows(Split.HELD_OUT, 4, 1))
                .hasMessageContaining("more variables, or fewer clauses");
    }
}
