package practicum.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.model.Transformer;
import practicum.net.Examples;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.tensor.Tensor;
import practicum.tensor.Threads;
import practicum.zoo.ModelPlan;
import practicum.zoo.language.TinyPlan;

class TrainerTest {
    private static final NetConfig NET = NetConfig.dense("tiny", 3, 2, 8);
    private static final Examples EXAMPLES = examples(40);
    private static final Recipe RECIPE = Recipe.of(3, 20, 8, 1e-2);

    @TempDir
    Path folder;

    /** Labelled by whether the numbers sum to more than 0. */
    private static Examples examples(int count) {
        Tensor inputs = Tensor.randn(1, count, 3);
        long[] labels = new long[count];
        for (int i = 0; i < count; i++) {
            labels[i] = inputs.get(i).sum().item() > 0 ? 1 : 0;
        }
        return Examples.of(inputs, labels);
    }

    private static Map<String, Tensor> initial() {
        return Net.initial(NET, 7).parameters();
    }

    private Trainer trainer(Recipe recipe) {
        return Trainer.of(recipe, NetObjective.of(NET, EXAMPLES, recipe));
    }

    /** The same objective until a batch at which the machine is switched off. */
    private static Objective failing(Recipe recipe, int at) {
        Objective whole = NetObjective.of(NET, EXAMPLES, recipe);
        return (parameters, batch) -> {
            if (batch == at) {
                throw new IllegalStateException("switched off");
            }
            return whole.loss(parameters, batch);
        };
    }

    @Test
    void aTrainingThatWasInterruptedEndsBitForBitWhereAnUnbrokenOneEnds() {
        Trainer unbroken = trainer(RECIPE).heldOut(5, NetObjective.loss(NET, EXAMPLES));
        Trained whole = unbroken.run(initial());

        Trainer broken = Trainer.of(RECIPE, failing(RECIPE, 13))
                .heldOut(5, NetObjective.loss(NET, EXAMPLES))
                .checkpoints(folder, 4);
        assertThatThrownBy(() -> broken.run(initial())).hasMessage("switched off");
        Trained resumed = unbroken.checkpoints(folder, 4).resume();

        assertThat(resumed.curve().losses()).isEqualTo(whole.curve().losses());
        assertThat(resumed.curve().heldOut())
                .extracting(LossCurve.HeldOut::steps)
                .containsExactly(0, 5, 10, 15, 20);
        whole.parameters().forEach((name, tensor) -> assertThat(
                        resumed.parameters().get(name).toFloatArray())
                .as(name)
                .isEqualTo(tensor.toFloatArray()));
    }

    @Test
    void anInterruptedThreadStopsBetweenStepsAndLosesNothing() {
        Trained whole = trainer(RECIPE).run(initial());
        Trainer stopped = Trainer.of(RECIPE, interruptingAt(7)).checkpoints(folder, 100);
        assertThatThrownBy(() -> stopped.run(initial()))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("was stopped after 8 of 20 steps. Go on with resume()");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        Trained resumed = trainer(RECIPE).checkpoints(folder, 100).resume();
        assertThat(resumed.curve().losses()).isEqualTo(whole.curve().losses());
    }

    private static Objective interruptingAt(int step) {
        Objective objective = NetObjective.of(NET, EXAMPLES, RECIPE);
        return (parameters, batch) -> {
            if (batch == step) {
                Thread.currentThread().interrupt();
            }
            return objective.loss(parameters, batch);
        };
    }

    @Test
    void aTransformerIsResumedBitForBitToo() {
        ModelPlan<Transformer> plan = TinyPlan.of(8);
        Training unbroken = plan.begin();
        Training begun = plan.begin();
        for (int i = 0; i < 3; i++) {
            begun.step();
        }
        Path file = folder.resolve("checkpoint.safetensors");
        begun.checkpoint().write(file);
        Training resumed = plan.resume(Checkpoint.read(file));
        assertThat(resumed.done()).isEqualTo(3);
        while (!unbroken.isFinished()) {
            unbroken.step();
        }
        while (!resumed.isFinished()) {
            resumed.step();
        }
        assertThat(resumed.curve()).isEqualTo(unbroken.curve());
        unbroken.parameters().forEach((name, tensor) -> assertThat(
                        resumed.parameters().get(name).toFloatArray())
                .as(name)
                .isEqualTo(tensor.toFloatArray()));
    }

    @Test
    void aTrainingIsResumedOnlyByItsOwnRecipeAndNeverOverwritten() {
        Trainer broken = Trainer.of(RECIPE, failing(RECIPE, 13)).checkpoints(folder, 4);
        assertThatThrownBy(trainer(RECIPE).checkpoints(folder, 4)::resume)
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("There is nothing to resume in " + folder);
        assertThatThrownBy(trainer(RECIPE)::resume)
                .hasMessageContaining("name a folder with checkpoints(folder, every)");
        assertThatThrownBy(() -> broken.run(initial())).hasMessage("switched off");
        assertThatThrownBy(() -> broken.run(initial())).hasMessageContaining("interrupted after 12 steps");
        assertThatThrownBy(trainer(RECIPE.withSteps(21)).checkpoints(folder, 4)::resume)
                .hasMessageContaining("was begun with another plan");
    }

    @Test
    void severalSmallBatchesMakeTheStepOfALargeOne() {
        Recipe large = RECIPE.withSteps(3);
        Recipe small = new Recipe(3, 3, 4, 2, large.schedule(), large.optimiser(), "", 1, null);
        Trained one = trainer(large).run(initial());
        Trained other = trainer(small).run(initial());
        assertThat(small.examples()).isEqualTo(large.examples());
        for (int i = 0; i < 3; i++) {
            assertThat(other.curve().losses().get(i))
                    .isCloseTo(one.curve().losses().get(i), within(1e-5f));
        }
        one.parameters().forEach((name, tensor) -> assertThat(
                        other.parameters().get(name).sub(tensor).abs().max().item())
                .as(name)
                .isLessThan(1e-4f));
    }

    @Test
    void aTrainingStopsWhenTheHeldOutLossNoLongerFalls() {
        double[] heldOut = {3, 2, 2.5, 1, 1.5, 1, 0.5, 0};
        int[] next = {0};
        Trained trained = trainer(RECIPE)
                .heldOut(2, parameters -> heldOut[next[0]++])
                .stopEarly(2)
                .run(initial());
        assertThat(trained.stoppedEarly()).isTrue();
        assertThat(trained.curve().losses()).hasSize(10);
        assertThat(trained.curve().heldOut())
                .extracting(LossCurve.HeldOut::loss)
                .containsExactly(3.0, 2.0, 2.5, 1.0, 1.5, 1.0);
        assertThat(trainer(RECIPE).run(initial()).stoppedEarly()).isFalse();
    }

    @Test
    void snapshotsAreWhatAShorterTrainingWouldHaveMade() {
        Recipe recipe = RECIPE.withSchedule(Schedule.constant(1e-2));
        trainer(recipe).snapshots(folder, List.of(0, 3, 20)).run(initial());
        Snapshots snapshots = Snapshots.in(folder);
        assertThat(snapshots.steps()).containsExactly(0, 3, 20);
        assertSame(snapshots.at(0), initial());
        assertSame(snapshots.at(3), trainer(recipe.withSteps(3)).run(initial()).parameters());
        assertSame(snapshots.at(20), trainer(recipe).run(initial()).parameters());
        assertThatThrownBy(() -> snapshots.at(4))
                .hasMessageContaining("no snapshot of step 4; it has those of [0, 3, 20]");
        assertThat(Snapshots.dense(16, 50)).containsExactly(0, 1, 2, 4, 8, 16, 32, 48, 50);
    }

    private static void assertSame(Map<String, Tensor> one, Map<String, Tensor> other) {
        assertThat(one.keySet()).isEqualTo(other.keySet());
        one.forEach((name, tensor) -> assertThat(tensor.toFloatArray())
                .as(name)
                .isEqualTo(other.get(name).toFloatArray()));
    }

    @Test
    void onlyTheParametersThatAreNamedDecay() {
        Map<String, Tensor> initial = new LinkedHashMap<>();
        initial.put("a.W", Tensor.ones(2, 2));
        initial.put("b.W", Tensor.ones(2, 2));
        initial.put("b.b", Tensor.ones(2));
        Objective flat = (parameters, batch) -> parameters.values().stream()
                .map(p -> p.mul(0).sum())
                .reduce(Tensor::add)
                .orElseThrow();
        Recipe recipe = Recipe.of(1, 1, 1, 0.5)
                .withSchedule(Schedule.constant(0.5))
                .withOptimiser(new AdamW.Settings(0.9, 0.98, 1e-8, 0.1, 1));
        Map<String, Tensor> usual = Trainer.of(recipe, flat).run(initial).parameters();
        Map<String, Tensor> named =
                Trainer.of(recipe.decaying("b\\..*"), flat).run(initial).parameters();
        assertThat(values(usual)).containsExactly(0.95f, 0.95f, 1f);
        assertThat(values(named)).containsExactly(1f, 0.95f, 0.95f);
    }

    private static List<Float> values(Map<String, Tensor> parameters) {
        return parameters.values().stream().map(p -> p.reshape(-1).item(0)).toList();
    }

    @Test
    void noStepIsLongerThanItsClippedGradient() {
        Objective steep = (parameters, batch) -> parameters.get("x").mul(1000).sum();
        Recipe recipe = Recipe.of(1, 1, 1, 1)
                .withSchedule(Schedule.constant(1))
                .withOptimiser(new AdamW.Settings(0, 0, 1, 0, 0.25)); // x −= g / (|g| + 1)
        Map<String, Tensor> after =
                Trainer.of(recipe, steep).run(Map.of("x", Tensor.of(0.0))).parameters();
        assertThat(after.get("x").item()).isCloseTo(-0.25f / 1.25f, within(1e-6f));
    }

    @Test
    void aBatchFollowsFromItsNumberAndEveryExampleComesOnceBeforeAnyComesAgain() {
        Batches batches = new Batches(10, 4, 1);
        List<Integer> seen = new ArrayList<>();
        for (int b = 0; b < 5; b++) {
            Arrays.stream(batches.rows(b)).forEach(seen::add);
        }
        assertThat(seen.subList(0, 10)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(seen.subList(10, 20)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(seen.subList(10, 20)).isNotEqualTo(seen.subList(0, 10));
        assertThat(batches.rows(3)).isEqualTo(batches.rows(3));
        assertThatThrownBy(() -> new Batches(3, 4, 1)).hasMessageContaining("A batch of 4 cannot be drawn from 3");
    }

    @Test
    void theCurveIsATableAndAPicture() {
        Trained trained =
                trainer(RECIPE).heldOut(10, NetObjective.loss(NET, EXAMPLES)).run(initial());
        LossCurve curve = trained.curve();
        assertThat(curve.table().columnNames()).containsExactly("step", "loss", "smoothed", "held out");
        assertThat(curve.table().rowCount()).isEqualTo(20);
        assertThat(curve.table().doubleColumn("held out").countMissing()).isEqualTo(18);
        assertThat(curve.plot().text()).contains("training", "held out");
        assertThat(new LossCurve(List.of(1f, 2f, 6f), List.of()).smoothed(2)).containsExactly(1, 1.5, 4);
        assertThat(new LossCurve(List.of(1f, 2f, 6f), List.of()).last(2)).isEqualTo(4);
        assertThat(trained)
                .hasToString(String.format(
                        java.util.Locale.ROOT,
                        "20 steps in %.1f s, last loss %.4f",
                        trained.seconds(),
                        curve.last(100)));
    }

    @Test
    void trainingLeavesTheNumberOfThreadsAsItWas() {
        int before = Threads.inUse();
        trainer(RECIPE.withSteps(1).withThreads(before + 1)).run(initial());
        assertThat(Threads.inUse()).isEqualTo(before);
    }

    @Test
    void badRecipesAndTargetsSayWhatIsWrong() {
        assertThatThrownBy(() -> Recipe.of(1, 0, 1, 1)).hasMessageContaining("are at least 1; got 0, 1, 1 and 1");
        assertThatThrownBy(() -> RECIPE.decaying("(")).hasMessageContaining("\"(\" is no regular expression");
        assertThatThrownBy(() -> NetObjective.of(NET, Examples.of(Tensor.zeros(2, 3), 0, 2), Recipe.of(1, 1, 2, 1)))
                .hasMessageContaining("There is a label 2, but \"tiny\" tells the classes 0 to 1 apart");
        assertThatThrownBy(() -> NetObjective.loss(NET, new Examples(Tensor.zeros(2, 3), Tensor.zeros(2, 5))))
                .hasMessageContaining("has 2 outputs, but the targets are");
        Objective infinite = (parameters, batch) -> parameters.get("x").log().sum();
        assertThatThrownBy(() -> Trainer.of(RECIPE, infinite).run(Map.of("x", Tensor.of(0.0))))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("The loss of step 0 is -Infinity");
        Objective cliff = (parameters, batch) -> parameters.get("x").sqrt().sum();
        assertThatThrownBy(() -> Trainer.of(RECIPE, cliff).run(Map.of("x", Tensor.of(0.0))))
                .hasMessageContaining("The gradient's length of step 0 is");
    }
}
