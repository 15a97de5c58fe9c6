package practicum.world.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import practicum.tensor.Tensor;
import practicum.world.Split;

class CausalTasksTest {
    private final HierarchicalEquality equality = HierarchicalEquality.of(30, 10, 4, 1);
    private final PriceInterval prices = PriceInterval.of(1);

    private static Setting four(int a, int b, int c, int d) {
        return new Setting(Map.of("a", a, "b", b, "c", c, "d", d));
    }

    private static Setting price(int lower, int upper, int amount) {
        return new Setting(Map.of("lower", lower, "upper", upper, "amount", amount));
    }

    @Test
    void equalityHasItsTruthTableAndInterchangesFollowIt() {
        CausalModel model = HierarchicalEquality.model();
        for (int i = 0; i < 81; i++) {
            int[] x = {i % 3, i / 3 % 3, i / 9 % 3, i / 27};
            Setting base = four(x[0], x[1], x[2], x[3]);
            int left = x[0] == x[1] ? 1 : 0;
            int right = x[2] == x[3] ? 1 : 0;
            assertThat(model.answer(base)).isEqualTo(1 - (left ^ right));
            assertThat(HierarchicalEquality.firstObject().answer(base)).isEqualTo(1 - (left ^ right));
            for (int j = 0; j < 81; j++) {
                int[] y = {j % 3, j / 3 % 3, j / 9 % 3, j / 27};
                Setting source = four(y[0], y[1], y[2], y[3]);
                int theirs = y[0] == y[1] ? 1 : 0;
                assertThat(model.counterfactual(base, source, "left")).isEqualTo(1 - (theirs ^ right));
                assertThat(model.counterfactual(base, source, "left", "right")).isEqualTo(model.answer(source));
                int withFirst = (y[0] == x[1] ? 1 : 0) ^ right;
                assertThat(HierarchicalEquality.firstObject().counterfactual(base, source, "first"))
                        .isEqualTo(1 - withFirst);
            }
        }
    }

    @Test
    void fourPriceModelsAgreeOnEveryInputButNotUnderIntervention() {
        List<CausalModel> models = List.of(
                PriceInterval.bothBoundaries(),
                PriceInterval.lowerBoundary(),
                PriceInterval.midpoint(),
                PriceInterval.bracketIdentity());
        for (int lower = 0; lower < 12; lower++) {
            for (int upper = lower; upper < 12; upper++) {
                for (int amount = 0; amount < 12; amount++) {
                    int truth = lower <= amount && amount <= upper ? 1 : 0;
                    for (CausalModel model : models) {
                        assertThat(model.answer(price(lower, upper, amount))).isEqualTo(truth);
                    }
                }
            }
        }
        Setting base = price(251, 543, 600);
        Setting source = price(251, 543, 300);
        assertThat(models.get(0).counterfactual(base, source, "below")).isEqualTo(1);
        assertThat(models.get(1).counterfactual(base, source, "above")).isZero();
        assertThat(models.get(2).counterfactual(base, source, "distance")).isEqualTo(1);
        assertThat(models.get(3).counterfactual(base, source, "bracket")).isZero();
    }

    @Test
    void equalityInputsAreBalancedAndTheSplitsShareNoObject() {
        for (Split split : Split.values()) {
            int[] cases = new int[4];
            for (Setting input : equality.inputs(split, 400, 3)) {
                Setting all = HierarchicalEquality.model().run(input);
                cases[2 * all.get("left") + all.get("right")]++;
                assertThat(input.values().values())
                        .allMatch(id -> split == Split.TRAIN ? id < 30 : id >= 30 && id < 40);
            }
            assertThat(cases).containsExactly(100, 100, 100, 100);
        }
        List<Setting> inputs = equality.inputs(Split.TRAIN, 5, 3);
        Tensor seen = equality.tensor(inputs);
        assertThat(seen.shape()).containsExactly(5, 16);
        assertThat(seen.get(2).narrow(0, 8, 12).toFloatArray())
                .isEqualTo(equality.objects().get(inputs.get(2).get("c")).toFloatArray());
    }

    @Test
    void priceInputsAreBalancedAndTheSplitsShareNoBounds() {
        Set<List<Integer>> trained = new HashSet<>();
        Set<List<Integer>> heldOut = new HashSet<>();
        for (Split split : Split.values()) {
            int yes = 0;
            int below = 0;
            for (Setting input : prices.inputs(split, 4000, 3)) {
                yes += PriceInterval.bothBoundaries().answer(input);
                below += input.get("amount") < input.get("lower") ? 1 : 0;
                assertThat(input.values().values()).allMatch(cents -> cents >= 0 && cents < 1000);
                (split == Split.TRAIN ? trained : heldOut).add(List.of(input.get("lower"), input.get("upper")));
            }
            assertThat(yes).isEqualTo(2000);
            assertThat(below).isEqualTo(1000);
        }
        assertThat(trained).doesNotContainAnyElementsOf(heldOut);
        assertThat(PriceInterval.prompt(price(251, 543, 7)))
                .isEqualTo("say yes only if it costs between 2.51 and 5.43 dollars , otherwise no . it costs 0.07"
                        + " dollars :");
        assertThat(PriceInterval.tensor(List.of(price(250, 500, 750))).toFloatArray())
                .containsExactly(0.25f, 0.5f, 0.75f);
    }

    @Test
    void everySecondInterchangeChangesTheAnswerAndTheSeedDecides() {
        CausalModel model = PriceInterval.bothBoundaries();
        List<InterchangeExample> examples = prices.interchanges(model, "above", Split.HELD_OUT, 100, 5);
        assertThat(examples.stream().filter(InterchangeExample::changes)).hasSize(50);
        for (InterchangeExample each : examples) {
            boolean above = each.source().get("amount") >= each.source().get("lower");
            boolean below = each.base().get("amount") <= each.base().get("upper");
            assertThat(each.answer()).isEqualTo(above && below ? 1 : 0);
            assertThat(prices.split(each.base().get("lower"), each.base().get("upper")))
                    .isEqualTo(Split.HELD_OUT);
        }
        assertThat(prices.interchanges(model, "above", Split.HELD_OUT, 100, 5)).isEqualTo(examples);
        assertThat(equality.interchanges(HierarchicalEquality.model(), "right", Split.TRAIN, 40, 5))
                .filteredOn(InterchangeExample::changes)
                .hasSize(20);
    }

    @Test
    void interventionsOnWhatIsNotThereAreRefused() {
        CausalModel model = HierarchicalEquality.model();
        Setting input = four(1, 1, 2, 2);
        assertThat(model.run(input, Map.of("left", 0)).get("same")).isZero();
        assertThat(model.run(input, Map.of("a", 2)).get("left")).isZero();
        assertThatThrownBy(() -> model.run(input, Map.of("middle", 1)))
                .hasMessageContaining("[middle]")
                .hasMessageContaining("[left, right, same]");
        assertThatThrownBy(() -> model.run(price(1, 2, 3))).hasMessageContaining("No variable \"a\"");
        assertThatThrownBy(() -> model.truth("left", in -> true)).hasMessageContaining("already");
        assertThatThrownBy(() -> CausalModel.of("empty", "a").answer(input)).hasMessageContaining("no answer");
        assertThatThrownBy(() -> HierarchicalEquality.of(1, 2, 3, 4)).hasMessageContaining("two objects");
    }

    @Test
    void anObjectCarriedAlongMakesPairsSameAsOftenAsItMakesThemDiffer() {
        List<InterchangeExample> changing =
                equality.interchanges(HierarchicalEquality.firstObject(), "first", Split.TRAIN, 2000, 3).stream()
                        .filter(InterchangeExample::changes)
                        .toList();
        long madeDifferent = changing.stream()
                .filter(e -> e.base().get("a") == e.base().get("b"))
                .count();
        assertThat(changing).hasSize(1000);
        assertThat(madeDifferent).isBetween(420L, 580L);
    }
}
