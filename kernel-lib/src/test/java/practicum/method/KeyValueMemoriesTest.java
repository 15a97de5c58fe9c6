package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.model.Activation;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.Parameter;
import practicum.model.RandomModels;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

class KeyValueMemoriesTest {
    private static Tokens texts(int count, int length, int words) {
        Random random = new Random(4);
        long[][] rows = new long[count][length];
        for (long[] row : rows) {
            for (int i = 0; i < length; i++) {
                row[i] = random.nextInt(words);
            }
        }
        return Tokens.ofIds(rows);
    }

    private record Place(int text, int position, float activation) {}

    @Test
    void triggersAreThePrefixesThatARunOfEachTextAloneFindsMostActive() {
        Transformer model = RandomModels.of(
                ModelConfig.shape("random", 2, 12, 3, 10, 9, 8).tied(false).build(), 8);
        Tokens texts = texts(21, 7, 9); // more than run at once
        KeyValueMemories memories = KeyValueMemories.of(model, texts, 3);
        for (Neuron neuron : List.of(new Neuron(0, 2), new Neuron(1, 9))) {
            List<Place> all = new ArrayList<>();
            for (int t = 0; t < texts.batch(); t++) {
                Run alone = model.run(Tokens.ofIds(texts.row(t)));
                for (int p = 1; p < 6; p++) {
                    all.add(new Place(
                            t, p, alone.get(Hook.mlpPost(neuron.layer())).item(0, p, neuron.index())));
                }
            }
            all.sort(Comparator.comparingDouble(Place::activation).reversed());
            List<KeyValueMemories.Trigger> triggers = memories.triggers(neuron);
            assertThat(triggers).hasSize(3);
            for (int i = 0; i < 3; i++) {
                KeyValueMemories.Trigger found = triggers.get(i);
                assertThat(List.of(found.text(), found.position()))
                        .isEqualTo(List.of(all.get(i).text(), all.get(i).position()));
                assertThat(found.words()).hasSize(found.position() + 1);
                assertThat(found.next()).isEqualTo(model.label(texts.row(found.text())[found.position() + 1]));
            }
        }
    }

    /** Neuron i fires on token i, and says token i + 1; what else there is, is nothing. */
    private static Transformer successor(int words) {
        ModelConfig config = ModelConfig.shape("successor", 1, words, 1, words, words, 8)
                .layerNorm(1e-5)
                .mlp(Activation.RELU, true)
                .tied(false)
                .build();
        Map<String, Tensor> weights = new HashMap<>();
        for (Parameter parameter : Parameter.of(config)) {
            boolean scale = parameter.name().endsWith("ln1.w")
                    || parameter.name().endsWith("ln2.w")
                    || parameter.name().endsWith("ln_final.w");
            weights.put(parameter.name(), scale ? Tensor.ones(parameter.shape()) : Tensor.zeros(parameter.shape()));
        }
        double[][] next = new double[words][words];
        for (int i = 0; i < words; i++) {
            next[i][(i + 1) % words] = 10;
        }
        weights.put("embed.W_E", Tensor.eye(words));
        weights.put("unembed.W_U", Tensor.eye(words));
        weights.put("blocks.0.mlp.W_in", Tensor.eye(words));
        weights.put("blocks.0.mlp.W_out", Tensor.of(next));
        return new Transformer(config, Weights.of(config, weights), null);
    }

    @Test
    void plantedMemoriesAgreeWithThemselvesAndTheirNeighboursDoNot() {
        Transformer model = successor(8);
        Tokens counting = Tokens.ofIds(new long[][] {
            {0, 1, 2, 3, 4, 5, 6, 7}, {4, 5, 6, 7, 0, 1, 2, 3}, {2, 3, 4, 5, 6, 7, 0, 1}, {6, 7, 0, 1, 2, 3, 4, 5}
        });
        KeyValueMemories.Agreement agreement =
                KeyValueMemories.of(model, counting).agreement(0);
        assertThat(agreement.rate()).isEqualTo(1);
        assertThat(agreement.low()).isEqualTo(1);
        assertThat(agreement.control()).isZero();
        Tokens backwards = Tokens.ofIds(new long[][] {
            {7, 6, 5, 4, 3, 2, 1, 0}, {3, 2, 1, 0, 7, 6, 5, 4}, {5, 4, 3, 2, 1, 0, 7, 6}, {1, 0, 7, 6, 5, 4, 3, 2}
        });
        assertThat(KeyValueMemories.of(model, backwards).agreement(0).rate()).isZero();
    }

    @Test
    void whatHasNoMemoriesOrNoPrefixesIsRefused() {
        assertThatThrownBy(() -> KeyValueMemories.of(SmallModels.attentionOnly(1), texts(2, 5, 9)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no MLPs");
        assertThatThrownBy(() -> KeyValueMemories.of(successor(8), texts(2, 2, 8)))
                .hasMessageContaining("at least 3 tokens");
        assertThatThrownBy(() -> KeyValueMemories.of(successor(8), texts(2, 5, 8), 0))
                .hasMessageContaining("at least 1");
        KeyValueMemories memories = KeyValueMemories.of(successor(8), texts(2, 5, 8));
        assertThatThrownBy(() -> memories.triggers(new Neuron(1, 0))).hasMessageContaining("L0N7");
    }
}
