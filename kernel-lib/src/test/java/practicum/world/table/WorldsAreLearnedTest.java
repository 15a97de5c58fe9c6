package practicum.world.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.net.Examples;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.train.NetObjective;
import practicum.train.Recipe;
import practicum.train.Trained;
import practicum.train.Trainer;
import practicum.world.Split;

/** Small nets learn these tables, with what is planted in them: bias and spurious cues too. */
class WorldsAreLearnedTest {
    private static Net trained(NetConfig config, Examples examples, int steps, double rate) {
        Recipe recipe = Recipe.of(1, steps, 128, rate);
        Trained trained = Trainer.of(recipe, NetObjective.of(config, examples, recipe))
                .named(config.name())
                .run(Net.initial(config, 1).parameters());
        return new Net(config, trained.parameters());
    }

    @Test
    void aNetComesCloseToTheBestAccuracyOnCredit() {
        CreditWorld world = CreditWorld.of(0.25);
        Net net = trained(
                NetConfig.dense("credit", 8, 1, 32), world.examples(world.cases(Split.TRAIN, 4000, 1)), 400, 0.01);
        List<CreditCase> heldOut = world.cases(Split.HELD_OUT, 2000, 2);
        assertThat(net.accuracy(world.examples(heldOut))).isGreaterThan(0.95 * world.bestAccuracy(heldOut));
    }

    @Test
    void aNetTakesOverTheBiasByBothPathsButNotFromFairLabels() {
        ScreenWorld world = ScreenWorld.biased();
        List<Application> applications = world.applications(Split.TRAIN, 4000, 1);
        Fairness truth = world.fairness(Split.HELD_OUT);
        Fairness biased = fairness(world, world.examples(applications));
        assertThat(biased.parityGap()).isCloseTo(truth.parityGap(), within(0.06));
        assertThat(biased.directEffect()).isCloseTo(truth.directEffect(), within(0.06));
        assertThat(biased.indirectEffect()).isCloseTo(truth.indirectEffect(), within(0.06));
        assertThat(fairness(world, world.fairExamples(applications)).parityGap())
                .isCloseTo(0, within(0.04));
    }

    private static Fairness fairness(ScreenWorld world, Examples examples) {
        Net net = trained(NetConfig.dense("screen", 12, 1, 16), examples, 400, 0.01);
        var seen = world.tensor(world.population(Split.HELD_OUT));
        return world.fairness(Split.HELD_OUT, net.run(seen).probs().reshape(-1).toDoubleArray());
    }

    @Test
    void aLinearNetWeighsTheSpuriousCueThoughItMeansNothing() {
        ReviewWorld world = new ReviewWorld(0.9);
        int cue = world.words().indexOf(ReviewWorld.CUE);
        Net fooled = trained(
                NetConfig.dense("reviews", 29, 1), world.examples(world.reviews(Split.TRAIN, 600, 1)), 200, 0.02);
        ReviewWorld honest = new ReviewWorld(0);
        Net control = trained(
                NetConfig.dense("reviews", 29, 1), world.examples(honest.reviews(Split.TRAIN, 600, 1)), 200, 0.02);
        double weight = fooled.parameters().get("output.W").toFloatArray()[cue];
        assertThat(weight).isGreaterThan(0.5);
        assertThat((double) Math.abs(control.parameters().get("output.W").toFloatArray()[cue]))
                .isLessThan(weight / 2);
        Examples reversed = world.examples(new ReviewWorld(-0.9).reviews(Split.HELD_OUT, 600, 2));
        assertThat(fooled.accuracy(reversed)).isLessThan(control.accuracy(reversed));
    }
}
