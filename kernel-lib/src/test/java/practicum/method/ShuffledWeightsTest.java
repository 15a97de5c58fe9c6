package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import practicum.Goldens;
import practicum.model.Transformer;

class ShuffledWeightsTest {
    private final Transformer model = Goldens.model("gpt2");

    @Test
    void everyParameterKeepsItsNumbersInAnotherOrder() {
        Transformer control = ShuffledWeights.of(model, 1);
        model.weights().byName().forEach((name, tensor) -> {
            float[] before = tensor.toFloatArray();
            float[] after = control.weights().get(name).toFloatArray();
            assertThat(after).as(name).isNotEqualTo(before);
            Arrays.sort(before);
            Arrays.sort(after);
            assertThat(after).as(name).isEqualTo(before);
        });
    }

    @Test
    void theSeedDecides() {
        float[] first = ShuffledWeights.of(model, 1).run("Mary gave").logits().toFloatArray();
        assertThat(ShuffledWeights.of(model, 1).run("Mary gave").logits().toFloatArray())
                .isEqualTo(first);
        assertThat(ShuffledWeights.of(model, 2).run("Mary gave").logits().toFloatArray())
                .isNotEqualTo(first);
    }
}
