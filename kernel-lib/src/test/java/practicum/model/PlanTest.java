package practicum.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.tensor.MemoryMeter;
import practicum.tensor.NativeMemory;
import practicum.tensor.Tensor;
import practicum.tensor.TensorException;
import practicum.token.Tokens;

class PlanTest {

    private static Tokens tokens(Transformer model, int rows, int length) {
        long[][] ids = new long[rows][];
        Arrays.setAll(
                ids,
                r -> new Random(r).longs(length, 5, model.config().dVocab()).toArray());
        return Tokens.ofIds(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt2",
                "gptneo",
                "neox-parallel",
                "llama-gqa-llama3",
                "mistral-swa",
                "qwen3",
                "gemma2",
                "phi",
                "bert"
            })
    void bytesArePredictedWithinTenPercent(String name) {
        Transformer model = Goldens.model(name);
        Tokens tokens = tokens(model, 4, 48);
        for (Recording recording : new Recording[] {
            Recording.all(),
            Recording.none(),
            Recording.of(HookPoint.RESID_POST, HookPoint.Z),
            Recording.of(Hook.q(1)),
            Recording.allBut(HookPoint.PATTERN, HookPoint.ATTN_SCORES)
        }) {
            Plan plan = model.plan(tokens, recording);
            double predictedPeak = plan.peakBytes();
            long before = settled();
            Run run;
            double kept;
            double peak;
            try (MemoryMeter meter = MemoryMeter.open()) {
                run = model.run(tokens, recording);
                kept = meter.heldBytes();
                peak = meter.peakBytes();
            }
            assertThat(plan.keptBytes() / kept).as("kept, %s", recording).isCloseTo(1, within(0.1));
            assertThat(predictedPeak / peak).as("peak, %s", recording).isCloseTo(1, within(0.1));
            run.close();
            assertThat(NativeMemory.liveBytes()).isLessThanOrEqualTo(before);
        }
    }

    /** The bytes that are held once the garbage collector has freed what nobody refers to. */
    private static long settled() {
        long live = NativeMemory.liveBytes();
        for (int same = 0; same < 3; ) {
            System.gc();
            long now = NativeMemory.liveBytes();
            same = now == live ? same + 1 : 0;
            live = now;
        }
        return live;
    }

    @Test
    void aClosedRunSaysSo() {
        Transformer model = Goldens.model("gpt2");
        Run run = model.run(tokens(model, 1, 5));
        Tensor view = run.get(Hook.residPost(1)).get(0, -1);
        float[] before = view.toFloatArray();
        run.close();
        run.close();
        assertThat(view.toFloatArray()).isEqualTo(before);
        assertThatThrownBy(run::loss).isInstanceOf(TensorException.class).hasMessageContaining("freed");
    }

    /** A context so long that a run does not fit anywhere; the parameters are views of one number. */
    @Test
    void whatDoesNotFitIsAnErrorBeforeTheRun() {
        ModelConfig config =
                ModelConfig.shape("long", 2, 16, 4, 16, 50, 200_000).build();
        Map<String, Tensor> weights = new LinkedHashMap<>();
        for (Parameter parameter : Parameter.of(config)) {
            weights.put(parameter.name(), Tensor.zeros(1).expand(parameter.shape()));
        }
        Transformer model = new Transformer(config, Weights.of(config, weights), null);
        Tokens tokens = tokens(model, 1, 200_000);
        long before = NativeMemory.liveBytes();
        assertThatThrownBy(() -> model.run(tokens))
                .isInstanceOf(TensorException.class)
                .hasMessageContaining("Running 1 × 200000 tokens through \"long\", recording everything")
                .hasMessageContaining("does not fit");
        assertThat(NativeMemory.liveBytes()).isLessThanOrEqualTo(before);
    }

    @Test
    void theTableHasTheLargestKindFirst() {
        Transformer model = Goldens.model("gpt2");
        Plan plan = model.plan(tokens(model, 1, 64), Recording.all());
        assertThat(plan.table().stringColumn("hook").get(0)).contains("ATTN_SCORES");
        assertThat(plan.toString()).contains("1 × 64 tokens").contains("MB, ");
        assertThat(plan.seconds()).isPositive().isLessThan(60);
        assertThat(plan.flops())
                .isGreaterThan(
                        model.plan(tokens(model, 1, 32), Recording.none()).flops());
    }
}
