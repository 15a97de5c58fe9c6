package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.load.Models;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.RandomModels;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class SubUpdatesTest {
    private static final Transformer MODEL = RandomModels.of(
            ModelConfig.shape("random", 2, 12, 3, 10, 9, 8).tied(false).build(), 8);
    private static final Run RUN = MODEL.run(Tokens.ofIds(new long[] {1, 5, 2, 7}));

    @Test
    void withTheBiasTheySumToWhatTheMlpAdds() {
        SubUpdates updates = SubUpdates.of(RUN, 1, -2);
        Tensor sum =
                updates.activations().unsqueeze(0).matMul(MODEL.W_out(1)).get(0).add(MODEL.b_out(1));
        assertThat(sum.sub(RUN.get(Hook.mlpOut(1)).get(0, 2)).abs().max().item())
                .isLessThan(1e-5f);
    }

    @Test
    void strengthsAreLengthsAndTheDominantOnesTheLongest() {
        SubUpdates updates = SubUpdates.of(RUN, 0, -1);
        double all = 0;
        double longest = 0;
        int at = -1;
        for (int i = 0; i < 10; i++) {
            double length = MODEL.W_out(0)
                    .get(i)
                    .mul(RUN.get(Hook.mlpPost(0)).item(0, 3, i))
                    .norm()
                    .item();
            assertThat(updates.strengths().item(i)).isCloseTo((float) length, within(1e-5f));
            all += length;
            at = length > longest ? i : at;
            longest = Math.max(longest, length);
        }
        assertThat(updates.dominant(1)).containsExactly(new Neuron(0, at));
        assertThat(updates.share(1)).isCloseTo(longest / all, within(1e-5));
        assertThat(updates.share(10)).isCloseTo(1, within(1e-6));
    }

    @Test
    void withoutAnyOfThemOnlyTheBiasIsLeft() {
        SubUpdates updates = SubUpdates.of(RUN, 1, -1);
        Run without = MODEL.run(RUN.tokens(), updates.scaled(0, updates.dominant(10)));
        assertThat(without.get(Hook.mlpOut(1))
                        .get(0, 3)
                        .sub(MODEL.b_out(1))
                        .abs()
                        .max()
                        .item())
                .isLessThan(1e-5f);
        assertThat(without.get(Hook.mlpOut(1))
                        .get(0, 2)
                        .sub(RUN.get(Hook.mlpOut(1)).get(0, 2))
                        .abs()
                        .max()
                        .item())
                .isZero();
    }

    /** In the shipped model a few sub-updates of the first layer say that an instrument is next. */
    @Test
    void takingOutTheOnesThatPromoteAConceptTakesItOutOfThePredictionAndOthersDoNot() {
        Transformer world = Models.load("world");
        String[] instruments = {"piano", "violin", "guitar", "flute", "cello", "harp", "trumpet", "drum"};
        String prompt = "Emma Brook plays the";
        Run run = world.run(prompt);
        SubUpdates updates = SubUpdates.of(run, 0, -1);
        List<Neuron> promoting = updates.promoting(10, instruments);
        List<Neuron> others = List.of(
                new Neuron(0, 1), new Neuron(0, 51), new Neuron(0, 101), new Neuron(0, 151), new Neuron(0, 201));
        double whole = probability(run, instruments);
        assertThat(whole).isGreaterThan(0.9);
        assertThat(probability(world.run(prompt, updates.scaled(0, promoting)), instruments))
                .isLessThan(whole / 2);
        assertThat(probability(world.run(prompt, updates.scaled(0, others)), instruments))
                .isGreaterThan(0.9);
    }

    private static double probability(Run run, String... words) {
        double sum = 0;
        for (String word : words) {
            sum += run.prob(word);
        }
        return sum;
    }

    @Test
    void refinementsAreToldApartByWhoSaidIt() {
        assertThat(Refinement.of(1, 2, 1)).isEqualTo(Refinement.RESIDUAL);
        assertThat(Refinement.of(1, 2, 2)).isEqualTo(Refinement.MLP);
        assertThat(Refinement.of(1, 1, 1)).isEqualTo(Refinement.AGREEMENT);
        assertThat(Refinement.of(1, 2, 3)).isEqualTo(Refinement.COMPOSITION);
        assertThat(Refinement.of(1, 1, 3)).isEqualTo(Refinement.COMPOSITION);
    }

    @Test
    void sharesOfRefinementsCountPositionsAndSumToOne() {
        Map<Refinement, Double> shares = Refinement.shares(RUN, 1);
        int residual = 0;
        for (int p = 0; p < 4; p++) {
            long before = top(RUN.get(Hook.residMid(1)).get(0, p));
            long added = top(RUN.get(Hook.mlpOut(1)).get(0, p));
            long after = top(RUN.get(Hook.residPost(1)).get(0, p));
            residual += before == after && added != after ? 1 : 0;
        }
        assertThat(shares.get(Refinement.RESIDUAL)).isEqualTo(residual / 4.0);
        assertThat(shares.values().stream().mapToDouble(d -> d).sum()).isCloseTo(1, within(1e-9));
    }

    private static long top(Tensor stream) {
        return (long) MODEL.unembed(MODEL.lnFinal(stream)).argMax(-1).item();
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        assertThatThrownBy(() -> SubUpdates.of(RUN, 2, -1))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("layers 0–1");
        assertThatThrownBy(() -> SubUpdates.of(RUN, 0, 4)).hasMessageContaining("0 to 3");
        assertThatThrownBy(() -> SubUpdates.of(RUN, 0, 1).scaled(0, List.of(new Neuron(1, 1))))
                .hasMessageContaining("not of layer 0");
    }
}
