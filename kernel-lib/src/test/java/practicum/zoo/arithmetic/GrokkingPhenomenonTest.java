package practicum.zoo.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import practicum.model.Activation;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.train.InitialWeights;
import practicum.train.LastToken;
import practicum.train.Recipe;
import practicum.train.Training;
import practicum.world.Split;
import practicum.world.arithmetic.FourierBasis;
import practicum.world.arithmetic.ModularAddition;
import practicum.world.arithmetic.Sum;
import practicum.zoo.Measurement;
import practicum.zoo.Subject;

class GrokkingPhenomenonTest {
    private static final int P = 7;
    private static final ModularAddition WORLD = ModularAddition.of(P, 0.5, 1);
    private static final ModelConfig CONFIG = ModelConfig.shape(
                    "tiny", 1, 16, 2, 16, WORLD.vocabulary().size(), 3)
            .mlp(Activation.RELU, true)
            .tied(false)
            .build();
    private static final SumAnswers ANSWERS = new SumAnswers(WORLD);
    private static final Transformer UNTRAINED = model(0);
    private static final Transformer MEMORISED = model(300);

    /** A model that has seen its sums so many times, which without decay teaches it nothing about others. */
    private static Transformer model(int steps) {
        int sums = WORLD.sums(Split.TRAIN).size();
        Recipe recipe = Recipe.of(1, Math.max(1, steps), sums, 1e-2).withThreads(1);
        LastToken objective = new LastToken(CONFIG, WORLD.prompts(Split.TRAIN), WORLD.answers(Split.TRAIN), recipe);
        Training training = Training.begin(recipe, objective, InitialWeights.of(CONFIG, 1));
        while (training.done() < steps) {
            training.step();
        }
        return new Transformer(CONFIG, Weights.of(CONFIG, training.checkpoint().parameters()), null);
    }

    /** Step by step, and without batches: the likeliest of the numbers. */
    private static double countedOneByOne(Transformer model, List<Sum> sums) {
        int right = 0;
        for (Sum sum : sums) {
            float[][] logits = model.logits(Tokens.ofIds(new long[][] {{sum.a(), sum.b(), P}}))
                    .select(0, 0)
                    .toMatrix();
            int top = 0;
            for (int c = 1; c < P; c++) {
                top = logits[2][c] > logits[2][top] ? c : top;
            }
            right += top == sum.answer() ? 1 : 0;
        }
        return (double) right / sums.size();
    }

    @Test
    void accuracyIsWhatCountingOneByOneGives() {
        for (List<Sum> sums : List.of(WORLD.sums(Split.TRAIN), WORLD.strangers(), ANSWERS.all())) {
            assertThat(ANSWERS.accuracy(UNTRAINED, sums)).isEqualTo(countedOneByOne(UNTRAINED, sums));
            assertThat(ANSWERS.accuracy(MEMORISED, sums)).isEqualTo(countedOneByOne(MEMORISED, sums));
        }
    }

    @Test
    void everyHeldOutSumIsAStrangerOrTheMirrorImageOfATrainedOne() {
        Set<Sum> trained = new HashSet<>(WORLD.sums(Split.TRAIN));
        assertThat(ANSWERS.mirrored()).isNotEmpty().allMatch(sum -> trained.contains(sum.mirror()));
        assertThat(WORLD.strangers()).isNotEmpty().noneMatch(sum -> trained.contains(sum.mirror()));
        assertThat(ANSWERS.mirrored().size() + WORLD.strangers().size())
                .isEqualTo(WORLD.sums(Split.HELD_OUT).size());
    }

    @Test
    void aModelThatOnlyMemorisesIsFoundToHaveMemorisedAndNotToHaveGrokked() {
        Subject<Transformer> subject =
                new Subject<>(MEMORISED, UNTRAINED, List.of(0, 300, 900), step -> step == 0 ? UNTRAINED : MEMORISED);
        List<Measurement> measured = new GrokkingPhenomenon(WORLD).measure(subject);
        Measurement memorised = measured.get(0);
        assertThat(memorised.measures()).endsWith("after step 300");
        assertThat(memorised.value()).isEqualTo(1);
        assertThat(memorised.control())
                .isCloseTo(countedOneByOne(MEMORISED, WORLD.strangers()), within(1e-4))
                .isLessThan(0.9);
        assertThat(measured.get(1).value())
                .as("no gain after memorising")
                .isEqualTo(measured.get(1).control());
        assertThat(measured.get(3).value())
                .as("never grokked: up to the last checkpoint")
                .isEqualTo(0.6);
    }

    @Test
    void anEmbeddingKeepsTheFrequenciesThatItIsToldTo() {
        FourierBasis basis = new FourierBasis(P);
        Transformer kept = new FourierPhenomenon(WORLD).keeping(UNTRAINED, k -> k == 2);
        double[] before = basis.shares(UNTRAINED.W_E().narrow(0, 0, P));
        double[] after = basis.shares(kept.W_E().narrow(0, 0, P));
        assertThat(before[0]).isGreaterThan(0.05);
        assertThat(after).containsExactly(new double[] {0, 1, 0}, within(1e-5));
        assertThat(kept.W_E()
                        .narrow(0, P, P + 1)
                        .sub(UNTRAINED.W_E().narrow(0, P, P + 1))
                        .abs()
                        .max()
                        .item())
                .as("\"=\" is no number")
                .isZero();
    }

    @Test
    void anEmbeddingThatKeepsAllFrequenciesIsTheSame() {
        Tensor before = UNTRAINED.W_E();
        Tensor after =
                new FourierPhenomenon(WORLD).keeping(UNTRAINED, k -> true).W_E();
        assertThat(after.sub(before).abs().max().item()).isLessThan(1e-6f);
    }
}
