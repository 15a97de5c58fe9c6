package practicum.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.Goldens;
import practicum.model.Transformer;
import practicum.tensor.Tensor;

class CompositionScoresTest {
    private static double score(Tensor writes, Tensor reads) {
        return writes.matMul(reads).norm().item()
                / ((double) writes.norm().item() * reads.norm().item());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "llama-gqa-llama3"})
    void everyScoreIsTheNormOfTheProductOverTheNorms(String golden) {
        Transformer m = Goldens.model(golden);
        CompositionScores q = CompositionScores.ofQueries(m);
        CompositionScores k = CompositionScores.ofKeys(m);
        CompositionScores v = CompositionScores.ofValues(m);
        for (int from = 0; from < m.config().nLayers(); from++) {
            for (int to = 0; to < m.config().nLayers(); to++) {
                for (int h = 0; h < m.config().nHeads(); h++) {
                    int g = m.config().nHeads() - 1 - h;
                    Tensor writes = m.W_V(from, h).matMul(m.W_O(from, h));
                    Tensor looks = m.W_Q(to, g).matMul(m.W_K(to, g).t());
                    Tensor moves = m.W_V(to, g).matMul(m.W_O(to, g));
                    boolean later = to > from;
                    assertThat(q.score(from, h, to, g)).isCloseTo(later ? score(writes, looks) : 0, within(1e-5));
                    assertThat(k.score(from, h, to, g)).isCloseTo(later ? score(writes, looks.t()) : 0, within(1e-5));
                    assertThat(v.score(from, h, to, g)).isCloseTo(later ? score(writes, moves) : 0, within(1e-5));
                }
            }
        }
    }

    /** A product of random matrices of rank r in width d has a norm that is known in the mean. */
    @Test
    void randomWeightsScoreTheControl() {
        Transformer m = Goldens.model("gpt2");
        double mean = 0;
        CompositionScores v = CompositionScores.ofValues(m);
        for (int h = 0; h < m.config().nHeads(); h++) {
            for (int g = 0; g < m.config().nHeads(); g++) {
                mean += v.score(0, h, 2, g) / (m.config().nHeads() * m.config().nHeads());
            }
        }
        assertThat(v.control()).isCloseTo(mean, within(0.05)); // the golden's weights are random too
        assertThat(v.plot().text()).contains("L0H0", "L2H3");
    }
}
