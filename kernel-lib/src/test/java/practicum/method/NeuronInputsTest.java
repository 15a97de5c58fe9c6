package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.model.Activation;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.RandomModels;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.token.Tokens;

class NeuronInputsTest {
    private static Transformer model(boolean rms) {
        var shape = ModelConfig.shape("random", 2, 12, 3, 10, 9, 8).mlp(Activation.RELU, true);
        return RandomModels.of((rms ? shape.rmsNorm(1e-5) : shape.layerNorm(1e-5)).build(), 4);
    }

    private static Tokens tokens() {
        return Tokens.ofIds(new long[][] {{1, 4, 2, 8}, {0, 3, 3, 5}});
    }

    @Test
    void sharesSumToThePreActivation() {
        for (boolean rms : new boolean[] {false, true}) {
            Run run = model(rms).run(tokens());
            for (int layer = 0; layer < 2; layer++) {
                NeuronInputs inputs = NeuronInputs.of(run, new Neuron(layer, 7));
                assertThat(inputs.sum()
                                .sub(run.get(Hook.mlpPre(layer)).select(2, 7))
                                .abs()
                                .max()
                                .item())
                        .as("rms " + rms + ", layer " + layer)
                        .isLessThan(2e-4f);
            }
        }
    }

    /** With the normalisation's scale held, a head of the same layer reaches the neuron through nothing else. */
    @Test
    void aHeadsShareIsWhatTheNeuronLosesWithoutItWhenTheScaleIsHeld() {
        Transformer model = model(false);
        Run run = model.run(tokens());
        NeuronInputs inputs = NeuronInputs.of(run, new Neuron(1, 3));
        for (int head = 0; head < 3; head++) {
            Run without = model.run(
                    tokens(),
                    Hook.result(1).head(head).ablate(),
                    Hook.ln2Scale(1).freeze(run));
            double lost =
                    run.get(Hook.mlpPre(1)).select(1, -1).select(1, 3).mean().item()
                            - without.get(Hook.mlpPre(1))
                                    .select(1, -1)
                                    .select(1, 3)
                                    .mean()
                                    .item();
            assertThat(inputs.head(1, head)).isCloseTo(lost, within(1e-4));
        }
    }

    @Test
    void whatCannotBeSharedOutIsSaidInWords() {
        Run run = model(false).run(tokens());
        assertThatThrownBy(() -> NeuronInputs.of(run, new Neuron(0, 10)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("L1N9");
        NeuronInputs first = NeuronInputs.of(run, new Neuron(0, 1));
        assertThatThrownBy(() -> first.head(1, 0)).hasMessageContaining("writes nothing that L0N1 could read");
        assertThatThrownBy(() -> NeuronInputs.of(
                        SmallModels.attentionOnly(1).run(Tokens.ofIds(new long[] {1, 2})), new Neuron(0, 0)))
                .hasMessageContaining("no MLPs");
    }
}
