package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.Goldens;
import practicum.load.Models;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.world.language.LanguageWorld;

class HeadDetectorsTest {
    private final HeadDetectors byHand = HeadDetectors.of(InductionModel.build(), 8, 12, 3);

    private static void assertOnly(HeadScores scores, int layer, int head) {
        for (int l = 0; l < 2; l++) {
            for (int h = 0; h < 2; h++) {
                HeadScores.Entry entry = scores.get(l, h);
                if (l == layer && h == head) {
                    assertThat(entry.score()).as(entry.label()).isGreaterThan(0.9);
                    assertThat(entry.control()).as("control").isLessThan(0.3);
                } else {
                    assertThat(entry.score()).as(entry.label()).isLessThan(0.2);
                }
                assertThat(entry.score()).isBetween(entry.low(), entry.high());
            }
        }
    }

    @Test
    void headsWrittenByHandAreFoundAndNoOthers() {
        assertOnly(byHand.previousToken(), 0, 0);
        assertOnly(byHand.induction(), 1, 0);
        assertThat(byHand.induction().best().label()).isEqualTo("L1H0");
        assertThat(byHand.duplicateToken().values().max().item()).isLessThan(0.2f);
    }

    /** Head 1.0 says the token that it looks at; heads without values say nothing. */
    @Test
    void theHeadThatSaysWhatItSeesCopies() {
        HeadScores copying = byHand.copying();
        assertThat(copying.get(1, 0).score()).isGreaterThan(0.9);
        assertThat(copying.get(1, 1).score()).isZero();
        assertThat(Math.abs(copying.get(1, 0).control())).isLessThan(0.5);
    }

    @Test
    void randomWeightsAreNearChance() {
        Transformer random = ShuffledWeights.of(Models.load("tasks"), 4);
        HeadDetectors detectors = HeadDetectors.of(random, 8, 20, 1);
        assertThat(detectors.induction().values().max().item()).isLessThan(0.2f);
        assertThat(detectors.duplicateToken().values().max().item()).isLessThan(0.2f);
        assertThat(detectors.copying().values().abs().mean().item()).isLessThan(0.5f);
    }

    /** Its card names head L2H0, on words that its training text repeats; the control is the same in another order. */
    @Test
    void theShippedModelsInductionHeadIsFound() {
        List<String> words =
                LanguageWorld.of(LanguageWorld.SHIPPED_SEED).repeated().words();
        HeadDetectors anyWords = HeadDetectors.of(Models.load("tasks"));
        HeadScores induction = anyWords.withWords(words).induction();
        HeadScores.Entry best = induction.best();
        assertThat(best.label()).isEqualTo("L2H0");
        assertThat(best.low()).isGreaterThan(0.8);
        assertThat(best.control()).isLessThan(0.2);
        assertThat(induction.table().row(0).getString("head")).isEqualTo("L2H0");
        assertThat(induction.plot().text()).contains("induction score");
        assertThat(induction.toString()).contains("L2H0").contains("repeats shuffled");

        HeadScores.Entry onAnyWords = anyWords.induction().best();
        assertThat(onAnyWords.label()).isEqualTo("L2H0");
        assertThat(onAnyWords.score()).isLessThan(best.score());
    }

    /** Brute force: eigenvalues of the circuit multiplied out, from token to token. */
    @Test
    void copyingIsThePositivityOfTheWholeCircuitsEigenvalues() {
        Transformer model = InductionModel.build();
        Tensor whole =
                model.W_E().matMul(model.W_V(1, 0)).matMul(model.W_O(1, 0)).matMul(model.W_U());
        Tensor eigenvalues = practicum.tensor.Linalg.eigenvalues(whole); // [d_vocab, 2]
        double sum = eigenvalues.select(1, 0).sum().item();
        double size = eigenvalues.norm(1).sum().item();
        assertThat(byHand.copying().get(1, 0).score()).isCloseTo(sum / size, within(1e-4));
    }

    @Test
    void theSeedDecides() {
        Transformer model = Models.load("tasks");
        float[] first = HeadDetectors.of(model, 2, 8, 1).induction().values().toFloatArray();
        assertThat(HeadDetectors.of(model, 2, 8, 1).induction().values().toFloatArray())
                .isEqualTo(first);
        assertThat(HeadDetectors.of(model, 2, 8, 2).induction().values().toFloatArray())
                .isNotEqualTo(first);
    }

    @Test
    void textsThatDoNotFitAreErrors() {
        assertThatThrownBy(() -> HeadDetectors.of(InductionModel.build(), 4, 17, 1))
                .hasMessageContaining("at most 16");
        assertThatThrownBy(() -> HeadDetectors.of(InductionModel.build(), 1, 5, 1))
                .hasMessageContaining("at least 2");
        Transformer bert = Goldens.model("bert");
        assertThatThrownBy(() -> HeadDetectors.of(bert)).hasMessageContaining("whole text at once");
    }
}
