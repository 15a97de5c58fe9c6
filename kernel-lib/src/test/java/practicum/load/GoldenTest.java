package practicum.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.hook.Hook;
import practicum.model.Run;
import practicum.model.Sampling;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * Random models against Hugging Face's transformers: the script that made them, with its versions and tolerances, lies
 * beside the files in {@code src/test/resources/goldens}.
 */
class GoldenTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final float TOLERANCE = 1e-4f; // atol in every case.json

    private static Tokens tokens(Tensor ids) {
        long[] flat = ids.toLongArray();
        int length = ids.size(1);
        long[][] rows = new long[ids.size(0)][];
        Arrays.setAll(rows, r -> Arrays.copyOfRange(flat, r * length, (r + 1) * length));
        return Tokens.ofIds(rows);
    }

    private static void assertClose(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.sub(expected).abs().max().item()).isLessThan(TOLERANCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied-fp16", "gptneo"})
    void everyHiddenStateAndPatternAgrees(String name) {
        Transformer model = Models.load(GOLDENS.resolve(name));
        Safetensors golden = Safetensors.open(GOLDENS.resolve(name).resolve("golden.safetensors"));
        Run run = model.run(tokens(golden.get("input_ids")));

        assertClose(run.logits(), golden.get("logits"));
        assertThat(run.loss()).isCloseTo(golden.get("loss").item(), org.assertj.core.data.Offset.offset(1e-4));
        int layers = model.config().nLayers();
        for (int l = 0; l < layers; l++) {
            assertClose(run.get(Hook.residPre(l)), golden.get("hidden." + l));
            assertClose(run.get(Hook.pattern(l)), golden.get("attn." + l));
        }
        // Hugging Face's last hidden state is after the final normalisation.
        assertClose(run.get(Hook.lnFinalNormalized()), golden.get("hidden." + layers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied-fp16", "gptneo"})
    void leftPaddedRowsGiveTheReferenceLogits(String name) {
        Transformer model = Models.load(GOLDENS.resolve(name));
        Safetensors golden = Safetensors.open(GOLDENS.resolve(name).resolve("golden.safetensors"));
        Tensor ids = golden.get("pad_input_ids");
        long[][] rows = new long[ids.size(0)][];
        Arrays.setAll(rows, r -> ids.get(r).toLongArray());
        Run run = model.run(Tokens.ofPaddedIds(rows, new int[] {3, 0}));
        Tensor expected = golden.get("pad_logits");
        assertClose(
                run.logits().get(0).narrow(0, 3, ids.size(1)), expected.get(0).narrow(0, 3, ids.size(1)));
        assertClose(run.logits().get(1), expected.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied-fp16", "gptneo"})
    void greedyContinuationsAgree(String name) {
        Transformer model = Models.load(GOLDENS.resolve(name));
        Safetensors golden = Safetensors.open(GOLDENS.resolve(name).resolve("golden.safetensors"));
        Tokens prompt = tokens(golden.get("input_ids").narrow(0, 0, 1));
        Tokens generated = model.generate(prompt, 8, Sampling.greedy(), token -> {});
        assertThat(generated.row(0)).isEqualTo(golden.get("gen_ids").toLongArray());
    }

    private record Case(String text, long[] ids, String decoded) {}

    @Test
    void theTokenizerAgreesOnEveryCase() throws IOException {
        var tokenizer = Models.load(GOLDENS.resolve("gpt2")).tokenizer();
        Case[] cases =
                new Gson().fromJson(Files.readString(GOLDENS.resolve("gpt2/tokenizer_cases.json")), Case[].class);
        for (Case c : cases) {
            assertThat(tokenizer.encode(c.text)).as(c.text).isEqualTo(c.ids);
            assertThat(tokenizer.decode(c.ids)).as(c.text).isEqualTo(c.decoded);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2", "gpt2-untied-fp16", "gptneo"})
    void exportGivesBackWhatTheFileHolds(String name) {
        Transformer model = Models.load(GOLDENS.resolve(name));
        Safetensors file = Safetensors.open(GOLDENS.resolve(name).resolve("model.safetensors"));
        String family = name.startsWith("gpt2") ? "GPT2LMHeadModel" : "GPTNeoForCausalLM";
        var exported = TensorExport.of(family, model.config(), model.weights());
        assertThat(exported.keySet()).containsAll(file.names());
        file.names().forEach(n -> assertThat(exported.get(n).toFloatArray())
                .as(n)
                .isEqualTo(file.get(n).toFloatArray()));
    }
}
