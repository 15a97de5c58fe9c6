package practicum.world.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import practicum.world.Split;
import tech.tablesaw.api.Table;

class CreditWorldTest {
    private static final CreditWorld WORLD = CreditWorld.of(0.25);
    private static final List<CreditCase> CASES = WORLD.cases(Split.TRAIN, 4000, 1);

    @Test
    void theRiskNeverFallsWhereAColumnShouldRaiseIt() {
        for (CreditCase each : CASES.subList(0, 40)) {
            for (int c = 0; c < WORLD.columns().size(); c++) {
                CreditColumn column = WORLD.columns().get(c);
                double before = column.rising() ? -1 : 2;
                for (int value = column.low(); value <= column.high(); value++) {
                    List<Integer> changed = new ArrayList<>(each.values());
                    changed.set(c, value);
                    double chance = WORLD.chance(changed);
                    assertThat(column.rising() ? chance >= before : chance <= before)
                            .as("%s at %d", column.name(), value)
                            .isTrue();
                    before = chance;
                }
            }
        }
    }

    /** Two layers worked by hand for one case. */
    @Test
    void theScoreIsWhatTheRulesSay() {
        List<Integer> values = List.of(20, 10, 80, 5, 100, 0, 50, 10);
        double delinquency = 2.4 / (1 + Math.exp(-(0.8 + 0.6 + 0.8 - 2.6)));
        double burden = 1.8 / (1 + Math.exp(-(0.6 + 0.8 + 0.8 - 2.2)));
        double history = 0.8 / (1 + Math.exp(-(0.6 + 0.6 - 1.9)));
        double means = 1.2 / (1 + Math.exp(-(0.8 + 0.4 + 0.4 - 1.9)));
        double score = delinquency + burden + history + means - 3;
        assertThat(WORLD.score(values)).isCloseTo(score, within(1e-12));
        assertThat(WORLD.chance(values)).isCloseTo(1 / (1 + Math.exp(-score / 0.25)), within(1e-12));
    }

    @Test
    void thePointsOfTheRulesTableAddUpToEveryColumnsMost() {
        Table rules = WORLD.rules();
        for (CreditColumn column : WORLD.columns()) {
            double most = column.points(column.rising() ? column.high() : column.low());
            double sum = 0;
            for (int row = 0; row < rules.rowCount(); row++) {
                boolean own = rules.stringColumn("rule").get(row).startsWith(column.name());
                sum += own ? rules.doubleColumn("points").get(row) : 0;
            }
            assertThat(sum).isCloseTo(most, within(1e-12));
            assertThat(column.points(column.rising() ? column.low() : column.high()))
                    .isZero();
        }
    }

    @Test
    void asManyDefaultAsTheChancesSay() {
        double expected = CASES.stream()
                .mapToDouble(each -> WORLD.chance(each.values()))
                .average()
                .orElseThrow();
        double actual = CASES.stream().filter(CreditCase::defaulted).count() / (double) CASES.size();
        assertThat(actual).isCloseTo(expected, within(5 * Math.sqrt(0.25 / CASES.size())));
        assertThat(actual).isBetween(0.3, 0.7);
        double right = CASES.stream()
                        .filter(each -> each.defaulted() == WORLD.score(each.values()) > 0)
                        .count()
                / (double) CASES.size();
        assertThat(WORLD.bestAccuracy(CASES)).isCloseTo(right, within(5 * Math.sqrt(0.1 / CASES.size())));
    }

    @Test
    void withoutNoiseTheScoreDecidesAlone() {
        CreditWorld exact = CreditWorld.of(0);
        List<CreditCase> cases = exact.cases(Split.TRAIN, 300, 2);
        assertThat(cases).allSatisfy(each -> assertThat(each.defaulted()).isEqualTo(exact.score(each.values()) > 0));
        assertThat(exact.bestAccuracy(cases)).isEqualTo(1);
    }

    @Test
    void reasonsSumToTheScoreAboveTheBestCaseAndTheFirstOneWeighsMost() {
        List<Integer> best = new ArrayList<>();
        WORLD.columns().forEach(column -> best.add(column.rising() ? column.low() : column.high()));
        for (CreditCase each : CASES.subList(0, 100)) {
            List<CreditReason> reasons = WORLD.reasons(each);
            double sum = reasons.stream().mapToDouble(CreditReason::share).sum();
            assertThat(sum).isCloseTo(WORLD.score(each.values()) - WORLD.score(best), within(1e-9));
            assertThat(reasons.stream().map(CreditReason::share)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            // Curing the first reason helps most: its columns made blameless lower the score more than any other's.
            double cured = WORLD.score(cured(each.values(), reasons.get(0), best));
            for (CreditReason other : reasons) {
                assertThat(cured).isLessThanOrEqualTo(WORLD.score(cured(each.values(), other, best)) + 1e-9);
            }
        }
    }

    private static List<Integer> cured(List<Integer> values, CreditReason reason, List<Integer> best) {
        List<Integer> cured = new ArrayList<>(values);
        for (int c = 0; c < best.size(); c++) {
            if (reason.columns().contains(WORLD.columns().get(c).name())) {
                cured.set(c, best.get(c));
            }
        }
        return cured;
    }

    @Test
    void theSameSeedDrawsTheSameCasesAndNoValuesAreInBothSplits() {
        assertThat(WORLD.cases(Split.TRAIN, 4000, 1)).isEqualTo(CASES);
        assertThat(WORLD.cases(Split.TRAIN, 100, 2)).isNotEqualTo(CASES.subList(0, 100));
        Set<List<Integer>> trained = new HashSet<>();
        CASES.forEach(each -> trained.add(each.values()));
        assertThat(WORLD.cases(Split.HELD_OUT, 1000, 3))
                .noneMatch(each -> trained.contains(each.values()))
                .allMatch(each -> WORLD.split(each.values()) == Split.HELD_OUT);
    }

    @Test
    void aNetSeesPartsOfTheRangesAndThoseWhoDefaulted() {
        List<CreditCase> two = List.of(
                new CreditCase(List.of(0, 0, 0, 0, 0, 0, 10, 0), true),
                new CreditCase(List.of(84, 40, 60, 60, 360, 5, 80, 30), false));
        assertThat(WORLD.tensor(two).toMatrix()[0]).containsOnly(0f);
        assertThat(WORLD.tensor(two).toMatrix()[1]).containsExactly(1, 1, 0.5f, 1, 1, 0.5f, 0.5f, 1);
        assertThat(WORLD.examples(two).labels()).containsExactly(1, 0);
        Table table = WORLD.table(two);
        assertThat(table.intColumn("income thousands").get(1)).isEqualTo(80);
        assertThat(table.doubleColumn("score").get(0))
                .isCloseTo(WORLD.score(two.get(0).values()), within(1e-12));
        assertThat(table.stringColumn("first reason").get(0))
                .isEqualTo(WORLD.reasons(two.get(0)).get(0).subscale());
    }

    @Test
    void whatIsNoCreditIsRefused() {
        assertThatThrownBy(() -> CreditWorld.of(-1)).hasMessageContaining("at least 0");
        assertThatThrownBy(() -> WORLD.score(List.of(1, 2))).hasMessageContaining("8 values");
        assertThatThrownBy(() -> WORLD.score(List.of(0, 41, 0, 0, 0, 0, 10, 0)))
                .hasMessageContaining("\"percent of payments late\" runs from 0 to 40; got 41");
        assertThatThrownBy(() -> WORLD.cases(Split.TRAIN, 0, 1)).hasMessageContaining("at least one case");
        assertThatThrownBy(() -> new CreditColumn("a", 0, 1, true, List.of(1), List.of(-1.0)))
                .hasMessageContaining("points of at least 0");
    }
}
