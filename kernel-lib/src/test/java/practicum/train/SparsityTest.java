package practicum.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.net.Examples;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.tensor.Tensor;

class SparsityTest {
    private static final NetConfig NET = NetConfig.dense("tiny", 5, 2, 8);
    private static final Examples EXAMPLES = examples();
    private static final Recipe RECIPE = Recipe.of(3, 20, 8, 1e-2).withSparsity(new Sparsity(0.2, 0.1, 0.6));

    @TempDir
    Path folder;

    private static Examples examples() {
        Tensor inputs = Tensor.randn(1, 40, 5);
        long[] labels = new long[40];
        for (int i = 0; i < 40; i++) {
            labels[i] = inputs.get(i).sum().item() > 0 ? 1 : 0;
        }
        return Examples.of(inputs, labels);
    }

    private static Training begin() {
        return begin(RECIPE);
    }

    private static Training begin(Recipe recipe) {
        return Training.begin(
                recipe,
                NetObjective.of(NET, EXAMPLES, recipe),
                Net.initial(NET, 7).parameters());
    }

    private static long nonzero(Tensor tensor) {
        float[] values = tensor.toFloatArray();
        return java.util.stream.IntStream.range(0, values.length)
                .filter(i -> values[i] != 0)
                .count();
    }

    @Test
    void theShareIsOneThenFallsByTheSameFactorThenStays() {
        Sparsity sparsity = new Sparsity(0.01, 0.2, 0.6);
        assertThat(sparsity.at(0, 10)).isEqualTo(1);
        assertThat(sparsity.at(1, 10)).isEqualTo(1);
        assertThat(sparsity.at(3, 10)).isCloseTo(0.1, within(1e-12));
        assertThat(sparsity.at(4, 10) / sparsity.at(3, 10))
                .isCloseTo(sparsity.at(3, 10) / sparsity.at(2, 10), within(1e-12));
        assertThat(sparsity.at(5, 10)).isCloseTo(0.01, within(1e-12));
        assertThat(sparsity.at(9, 10)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void theLargestOfAMatrixStayAsTheyAreAndVectorsAreLeftAlone() {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        parameters.put("matrix", Tensor.of(new float[] {0.5f, -3, 0.1f, 2, -0.2f, 1}, 2, 3));
        parameters.put("vector", Tensor.of(new float[] {0.1f, 0.2f, 0.3f}, 3));
        new Sparsity(0.5, 0, 1).apply(parameters, 9, 10);
        assertThat(parameters.get("matrix").toFloatArray()).containsExactly(0, -3, 0, 2, 0, 1);
        assertThat(parameters.get("vector").toFloatArray()).containsExactly(0.1f, 0.2f, 0.3f);
    }

    @Test
    void cuttingLeavesTheOriginalsAsTheyAre() {
        Map<String, Tensor> parameters = Map.of("matrix", Tensor.of(new float[] {1, -2, 3, 4}, 2, 2));
        assertThat(Sparsity.cut(parameters, 0.5).get("matrix").toFloatArray()).containsExactly(0, 0, 3, 4);
        assertThat(parameters.get("matrix").toFloatArray()).containsExactly(1, -2, 3, 4);
    }

    @Test
    void atLeastOneWeightIsKept() {
        Map<String, Tensor> one = Map.of("matrix", Tensor.of(new float[] {1, -2, 0, 0}, 2, 2));
        new Sparsity(1e-6, 0, 1).apply(one, 0, 1);
        assertThat(one.get("matrix").toFloatArray()).containsExactly(0, -2, 0, 0);
    }

    @Test
    void everyStepLeavesEveryMatrixItsShare() {
        Training training = begin();
        while (!training.isFinished()) {
            training.step();
            double share = RECIPE.sparsity().at(training.done() - 1, RECIPE.steps());
            training.parameters().values().stream()
                    .filter(each -> each.rank() > 1)
                    .forEach(each -> assertThat(nonzero(each)).isEqualTo(Math.round(share * each.count())));
        }
    }

    /** One of two weights may stay; the one that stays at first is drawn to zero, and the other away from it. */
    @Test
    void aWeightThatWasZeroComesBackByAStepLargerThanTheSmallestThatIsKept() {
        Tensor wanted = Tensor.of(new float[] {0, 1}, 1, 2);
        Objective objective = (parameters, batch) -> {
            Tensor missed = parameters.get("matrix").sub(wanted);
            return missed.mul(missed).sum();
        };
        Recipe recipe =
                Recipe.of(1, 40, 1, 0.2).withSchedule(Schedule.constant(0.2)).withSparsity(new Sparsity(0.5, 0, 0.01));
        Training training = Training.begin(recipe, objective, Map.of("matrix", Tensor.of(new float[] {1, 0}, 1, 2)));
        training.step();
        float[] first = training.parameters().get("matrix").toFloatArray();
        assertThat(first[0]).isPositive();
        assertThat(first[1]).isZero();
        while (!training.isFinished()) {
            training.step();
        }
        float[] last = training.parameters().get("matrix").toFloatArray();
        assertThat(last[0]).isZero();
        assertThat(last[1]).isCloseTo(1, within(0.2f));
    }

    @Test
    void whatIsLeftLearnsTheTask() {
        Training training = begin(RECIPE.withSteps(200));
        while (!training.isFinished()) {
            training.step();
        }
        assertThat(training.recentLoss(10)).isLessThan(training.curve().losses().get(0) / 2);
    }

    @Test
    void aSparseTrainingIsResumedBitForBit() {
        Training unbroken = begin();
        Training begun = begin();
        for (int i = 0; i < 9; i++) {
            begun.step();
        }
        Path file = folder.resolve("checkpoint.safetensors");
        begun.checkpoint().write(file);
        Training resumed = Training.resume(RECIPE, NetObjective.of(NET, EXAMPLES, RECIPE), Checkpoint.read(file));
        while (!resumed.isFinished()) {
            resumed.step();
        }
        while (!unbroken.isFinished()) {
            unbroken.step();
        }
        unbroken.parameters().forEach((name, tensor) -> assertThat(
                        resumed.parameters().get(name).toFloatArray())
                .as(name)
                .isEqualTo(tensor.toFloatArray()));
    }

    @Test
    void aRecipeWithoutSparsityIsWrittenAsItAlwaysWas() {
        assertThat(new com.google.gson.Gson().toJson(Recipe.of(1, 10, 2, 1e-3))).doesNotContain("sparsity");
        assertThat(new com.google.gson.Gson().toJson(RECIPE))
                .contains("\"sparsity\":{\"kept\":0.2,\"from\":0.1,\"until\":0.6}");
    }

    @Test
    void impossibleSharesSayWhatIsPossible() {
        assertThatThrownBy(() -> new Sparsity(0, 0, 0.5))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("above 0 and at most 1")
                .hasMessageContaining("got kept 0.0");
        assertThatThrownBy(() -> new Sparsity(0.1, 0.5, 0.5)).hasMessageContaining("0 ≤ from < until ≤ 1");
        assertThat(Arrays.asList(0.0, 1.0)).allSatisfy(from -> assertThatThrownBy(() -> new Sparsity(0.1, from, 1.1))
                .isInstanceOf(TrainingException.class));
    }
}
