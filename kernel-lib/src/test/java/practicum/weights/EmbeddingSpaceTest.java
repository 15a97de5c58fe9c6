package practicum.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import practicum.Goldens;
import practicum.load.Models;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Linalg;
import practicum.tensor.Tensor;
import practicum.wired.HandWired;

class EmbeddingSpaceTest {
    /** The same model's embeddings in a turned space: nothing but the products with embeddings can tell the way back. */
    private static Transformer turned(Transformer model, Tensor rotation) {
        Map<String, Tensor> weights = new LinkedHashMap<>(model.weights().byName());
        weights.put("embed.W_E", model.W_E().matMul(rotation));
        return model.with(model.config(), Weights.of(model.config(), weights));
    }

    @Test
    void vectorsFindTheirWayIntoATurnedCopy() {
        Transformer m = Models.load("induction");
        Tensor rotation = Linalg.qr(Tensor.randn(1, 64, 64)).q();
        EmbeddingSpace there = EmbeddingSpace.of(turned(m, rotation));
        Tensor vectors = Tensor.randn(2, 5, 64);
        Tensor translated = EmbeddingSpace.of(m).translate(vectors, there);
        assertThat(translated.sub(vectors.matMul(rotation)).abs().max().item()).isLessThan(1e-2f);
        assertThat(translated.sub(vectors).abs().max().item()).isGreaterThan(1);
    }

    @Test
    void projectionsAreProductsWithEmbeddings() {
        Transformer m = Goldens.model("gpt2");
        Tensor vector = Tensor.randn(3, m.config().dModel());
        Tensor projected = EmbeddingSpace.of(m).project(vector);
        for (int token = 0; token < m.config().dVocab(); token += 7) {
            assertThat(projected.item(token))
                    .isCloseTo(
                            m.W_E().get(token).mul(vector).sum().item(), org.assertj.core.api.Assertions.within(1e-4f));
        }
    }

    @Test
    void anEmbeddingsFirstWordIsItsOwn() {
        Transformer m = HandWired.previousToken().model();
        long cat = m.tokenizer().id("cat");
        EmbeddingSpace space = EmbeddingSpace.of(m);
        assertThat(space.words(m.W_E().get((int) cat), 3).get(0)).isEqualTo(new EmbeddingSpace.Word("cat", 1));
        assertThat(space.words(m.W_E().get((int) cat).neg(), 100)).last().isEqualTo(new EmbeddingSpace.Word("cat", -1));
    }

    @Test
    void modelsOfOtherTokensAndVectorsOfOtherWidthsAreRefused() {
        Transformer m = Models.load("induction");
        EmbeddingSpace space = EmbeddingSpace.of(m);
        EmbeddingSpace other = EmbeddingSpace.of(HandWired.previousToken().model());
        assertThatThrownBy(() -> space.translate(Tensor.zeros(1, 64), other))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("do not know the same tokens");
        assertThatThrownBy(() -> other.translate(Tensor.zeros(1, 3), other))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("more dimensions");
        assertThatThrownBy(() -> space.project(Tensor.zeros(63)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("64 numbers");
        assertThatThrownBy(() -> space.words(Tensor.zeros(2, 64), 3))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("one vector");
    }
}
