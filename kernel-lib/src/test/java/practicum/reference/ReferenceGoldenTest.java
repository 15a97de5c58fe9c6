package practicum.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The yardstick itself, against what Hugging Face's transformers gave (goldens/make_goldens.py). */
class ReferenceGoldenTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final double TOLERANCE = 1e-4; // atol in every case.json, from float32 on their side

    private static long[] row(StoredTensors golden, String name, int row) {
        return Arrays.stream(golden.matrix(name)[row]).mapToLong(v -> (long) v).toArray();
    }

    /** One row of a golden tensor against nested arrays of the same order. */
    private static void assertRow(StoredTensors golden, String name, int row, double[]... actual) {
        double[] all = golden.vector(name);
        double[] flat = Arrays.stream(actual).flatMapToDouble(Arrays::stream).toArray();
        double[] expected = Arrays.copyOfRange(all, row * flat.length, (row + 1) * flat.length);
        for (int i = 0; i < flat.length; i++) {
            assertThat(Math.abs(flat[i] - expected[i]))
                    .as("%s, row %d, element %d", name, row, i)
                    .isLessThan(TOLERANCE);
        }
    }

    private static ReferenceRun run(ReferenceModel model, StoredTensors golden, int row) {
        long[] ids = row(golden, "input_ids", row);
        if (!golden.has("attention_mask")) {
            return model.run(ids);
        }
        boolean[] real = new boolean[ids.length];
        long[] mask = row(golden, "attention_mask", row);
        for (int i = 0; i < real.length; i++) {
            real[i] = mask[i] == 1;
        }
        return model.run(ids, row(golden, "token_type_ids", row), real);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bert",
                "gemma2",
                "gpt2",
                "gpt2-untied-fp16",
                "gptneo",
                "llama-gqa-llama3",
                "llama-legacy-bf16-tied",
                "mistral-swa",
                "neox-parallel",
                "phi",
                "qwen2",
                "qwen3"
            })
    void logitsHiddenStatesAndPatternsAgree(String name) {
        ReferenceModel model = ReferenceModel.open(GOLDENS.resolve(name));
        StoredTensors golden = StoredTensors.file(GOLDENS.resolve(name).resolve("golden.safetensors"));
        for (int row = 0; row < 2; row++) {
            ReferenceRun run = run(model, golden, row);
            assertRow(golden, "logits", row, run.logits());
            for (int i = 0; i <= model.layers(); i++) {
                assertRow(golden, "hidden." + i, row, run.hidden(i));
            }
            for (int layer = 0; layer < model.layers(); layer++) {
                double[][] queries = Arrays.stream(run.pattern()[layer])
                        .flatMap(Arrays::stream)
                        .toArray(double[][]::new);
                assertRow(golden, "attn." + layer, row, queries);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gemma2",
                "gpt2",
                "gpt2-untied-fp16",
                "gptneo",
                "llama-gqa-llama3",
                "llama-legacy-bf16-tied",
                "mistral-swa",
                "neox-parallel",
                "phi",
                "qwen2",
                "qwen3"
            })
    void greedyContinuationsAndUnpaddedRowsAgree(String name) {
        ReferenceModel model = ReferenceModel.open(GOLDENS.resolve(name));
        StoredTensors golden = StoredTensors.file(GOLDENS.resolve(name).resolve("golden.safetensors"));
        assertThat(model.greedy(row(golden, "input_ids", 0), 8)).isEqualTo(row(golden, "gen_ids", 0));

        long[] padded = row(golden, "pad_input_ids", 0);
        double[][] logits =
                model.run(Arrays.copyOfRange(padded, 3, padded.length)).logits();
        double[] expected = golden.vector("pad_logits");
        for (int position = 0; position < logits.length; position++) {
            for (int token = 0; token < logits[position].length; token++) {
                assertThat(logits[position][token])
                        .as("position %d, token %d", position, token)
                        .isCloseTo(expected[(position + 3) * logits[position].length + token], offset(TOLERANCE));
            }
        }
    }
}
