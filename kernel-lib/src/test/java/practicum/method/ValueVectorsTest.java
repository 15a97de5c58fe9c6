package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.load.Models;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.RandomModels;
import practicum.model.Transformer;
import practicum.tensor.Tensor;

class ValueVectorsTest {
    private static Transformer random(long seed) {
        return RandomModels.of(
                ModelConfig.shape("random", 2, 12, 3, 10, 9, 8).tied(false).build(), seed);
    }

    /** Of a stream that is almost only the value, the final normalisation makes the value's own logits. */
    @Test
    void valuesSayWhatTheModelSaysWhenNothingElseIsInTheStream() {
        Transformer model = random(3);
        Tensor values = ValueVectors.of(model).logits(1);
        Tensor nothing = model.unembed(model.lnFinal(Tensor.zeros(12)));
        for (int i = 0; i < 10; i++) {
            Tensor loud = model.W_out(1).get(i).mul(1e4);
            Tensor said = model.unembed(model.lnFinal(loud)).sub(nothing);
            Tensor read = values.get(i);
            double cosine = said.mul(read).sum().item()
                    / (said.norm().item() * read.norm().item());
            assertThat(cosine).as("neuron " + i).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void withoutAFinalNormalisationTheyAreAPlainProduct() {
        ModelConfig config = ModelConfig.shape("plain", 1, 6, 2, 5, 7, 4)
                .noFinalNorm()
                .tied(false)
                .build();
        Transformer model = RandomModels.of(config, 5);
        Tensor product = model.W_out(0).matMul(model.W_U());
        assertThat(ValueVectors.of(model).logits(0).sub(product).abs().max().item())
                .isLessThan(1e-5f);
    }

    @Test
    void promotedTokensAndNextTokenNeuronsAreTheLargestOfARowAndOfAColumn() {
        Transformer model = Models.load("world");
        ValueVectors values = ValueVectors.of(model);
        float[][] logits = values.logits(3).toMatrix();
        int rome = (int) model.tokenizer().id("Rome");
        List<Neuron> found = values.promoting("Rome", 3, 4);
        double least =
                found.stream().mapToDouble(n -> logits[n.index()][rome]).min().orElseThrow();
        assertThat(IntStream.range(0, 512).filter(i -> logits[i][rome] >= least))
                .hasSize(4);
        Neuron first = found.get(0);
        List<String> promoted = values.promoted(first, 3);
        for (int rank = 0; rank < 3; rank++) {
            float of = logits[first.index()][(int) model.tokenizer().id(promoted.get(rank))];
            int before = rank;
            assertThat(IntStream.range(0, logits[0].length).filter(t -> logits[first.index()][t] > of))
                    .hasSize(before);
        }
        assertThat(values.tops(3)[first.index()]).isEqualTo(model.tokenizer().id(promoted.get(0)));
        assertThat(values.table(found, 2).rowCount()).isEqualTo(4);
        Neuron clearest = values.clearest(3, 1).get(0);
        assertThat(IntStream.range(0, 512)
                        .mapToDouble(i -> max(logits[i]))
                        .max()
                        .orElseThrow())
                .isEqualTo(max(logits[clearest.index()]));
    }

    private static double max(float[] row) {
        double max = Double.NEGATIVE_INFINITY;
        for (float value : row) {
            max = Math.max(max, value);
        }
        return max;
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        ValueVectors values = ValueVectors.of(random(1));
        assertThatThrownBy(() -> values.logits(2))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("layers 0–1");
        assertThatThrownBy(() -> values.promoted(new Neuron(0, 10), 3)).hasMessageContaining("neurons 0–9");
        assertThatThrownBy(() -> values.promoted(new Neuron(0, 1), 0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> ValueVectors.of(SmallModels.attentionOnly(1))).hasMessageContaining("no MLPs");
        assertThatThrownBy(() -> new Neuron(-1, 0)).hasMessageContaining("counted from 0");
    }
}
