package practicum.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.Goldens;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.Gradients;
import practicum.model.Metric;
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
    private static final float TOLERANCE = 1e-4f; // atol in every case.json

    private static long[][] rows(Tensor ids) {
        long[][] rows = new long[ids.size(0)][];
        Arrays.setAll(rows, r -> ids.get(r).toLongArray());
        return rows;
    }

    private static Tokens tokens(Tensor ids) {
        return Tokens.ofIds(rows(ids));
    }

    private static void assertClose(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.sub(expected).abs().max().item()).isLessThan(TOLERANCE);
    }

    private static Safetensors golden(String name) {
        return Safetensors.open(Goldens.folder(name).resolve("golden.safetensors"));
    }

    /** What the reference calls a hidden state: the stream before a block; the last one as the unembedding reads it. */
    private static Tensor hidden(Run run, int layer) {
        Transformer model = run.model();
        int layers = model.config().nLayers();
        return layer < layers
                ? run.get(Hook.residPre(layer))
                : model.lnFinal(run.get(
                        model.config().computes(HookPoint.NORMALIZED_RESID_POST)
                                ? Hook.normalizedResidPost(layers - 1)
                                : Hook.residPost(layers - 1)));
    }

    @ParameterizedTest
    @MethodSource("practicum.Goldens#decoders")
    void everyHiddenStateAndPatternAgrees(String name) {
        Transformer model = Goldens.model(name);
        Safetensors golden = golden(name);
        Run run = model.run(tokens(golden.get("input_ids")));

        assertClose(run.logits(), golden.get("logits"));
        assertThat(run.loss()).isCloseTo(golden.get("loss").item(), within(1e-4));
        int layers = model.config().nLayers();
        for (int l = 0; l <= layers; l++) {
            assertClose(hidden(run, l), golden.get("hidden." + l));
        }
        for (int l = 0; l < layers; l++) {
            assertClose(run.get(Hook.pattern(l)), golden.get("attn." + l));
        }
    }

    @ParameterizedTest
    @MethodSource("practicum.Goldens#decoders")
    void gradientsOfEveryHiddenStateAgree(String name) {
        Transformer model = Goldens.model(name);
        Safetensors golden = golden(name);
        Hook[] streams = new Hook[model.config().nLayers()];
        Arrays.setAll(streams, Hook::residPre);
        Gradients gradients = model.gradients(tokens(golden.get("input_ids")), Metric.logitDiff(5, 7), streams);
        for (int l = 0; l < streams.length; l++) {
            assertClose(gradients.get(streams[l]), golden.get("grad." + l));
        }
    }

    @ParameterizedTest
    @MethodSource("practicum.Goldens#decoders")
    void leftPaddedRowsGiveTheReferenceLogits(String name) {
        Safetensors golden = golden(name);
        Tensor ids = golden.get("pad_input_ids");
        Run run = Goldens.model(name).run(Tokens.ofPaddedIds(rows(ids), new int[] {3, 0}));
        Tensor expected = golden.get("pad_logits");
        assertClose(
                run.logits().get(0).narrow(0, 3, ids.size(1)), expected.get(0).narrow(0, 3, ids.size(1)));
        assertClose(run.logits().get(1), expected.get(1));
    }

    @ParameterizedTest
    @MethodSource("practicum.Goldens#decoders")
    void greedyContinuationsAgree(String name) {
        Safetensors golden = golden(name);
        Tokens prompt = tokens(golden.get("input_ids").narrow(0, 0, 1));
        Tokens generated = Goldens.model(name).endingAt().generate(prompt, 8, Sampling.greedy(), token -> {});
        assertThat(generated.row(0)).isEqualTo(golden.get("gen_ids").toLongArray());
    }

    /** The reference pads BERT's second row on the right, we on the left: its tokens see the same. */
    @Test
    void bertAgreesOnBothRows() {
        Transformer model = Goldens.model("bert");
        Safetensors golden = golden("bert");
        long[][] ids = rows(golden.get("input_ids"));
        long[][] types = rows(golden.get("token_type_ids"));
        int[] kept = {12, 9};
        Hook[] streams = {Hook.residPre(0), Hook.residPre(1)};
        for (int r = 0; r < 2; r++) {
            int n = kept[r];
            Tokens tokens = Tokens.ofIds(Arrays.copyOf(ids[r], n)).withTypes(Arrays.copyOf(types[r], n));
            Run run = model.run(tokens);
            assertClose(run.logits().get(0), golden.get("logits").get(r).narrow(0, 0, n));
            for (int l = 0; l <= 2; l++) {
                assertClose(
                        hidden(run, l).get(0), golden.get("hidden." + l).get(r).narrow(0, 0, n));
            }
            for (int l = 0; l < 2; l++) {
                Tensor attention =
                        golden.get("attn." + l).get(r).narrow(1, 0, n).narrow(2, 0, n);
                assertClose(run.get(Hook.pattern(l)).get(0), attention);
            }
            if (n == 12) { // the reference differentiates at the last position, which is padding in the other row
                Gradients gradients = model.gradients(tokens, Metric.logitDiff(5, 7), streams);
                for (int l = 0; l < 2; l++) {
                    assertClose(
                            gradients.get(streams[l]).get(0),
                            golden.get("grad." + l).get(r));
                }
            }
        }
    }

    private record Case(String text, long[] ids, String decoded) {}

    @Test
    void theTokenizerAgreesOnEveryCase() throws IOException {
        var tokenizer = Goldens.model("gpt2").tokenizer();
        Case[] cases = new Gson()
                .fromJson(Files.readString(Goldens.folder("gpt2").resolve("tokenizer_cases.json")), Case[].class);
        for (Case c : cases) {
            assertThat(tokenizer.encode(c.text)).as(c.text).isEqualTo(c.ids);
            assertThat(tokenizer.decode(c.ids)).as(c.text).isEqualTo(c.decoded);
        }
    }

    @ParameterizedTest
    @MethodSource("practicum.Goldens#all")
    void exportGivesBackWhatTheFileHolds(String name) throws IOException {
        Transformer model = Goldens.model(name);
        JsonObject json = JsonParser.parseString(
                        Files.readString(Goldens.folder(name).resolve("config.json")))
                .getAsJsonObject();
        String family = json.getAsJsonArray("architectures").get(0).getAsString();
        var exported = TensorExport.of(family, model.config(), model.weights());
        for (Path path : ModelFolder.weightFiles(Goldens.folder(name))) {
            Safetensors file = Safetensors.open(path);
            file.names().stream()
                    .filter(n -> !n.equals("cls.predictions.decoder.bias"))
                    .forEach(n -> assertThat(
                                    exported.get(n).sub(file.get(n)).abs().max().item())
                            .as(n)
                            .isLessThan(1e-6f));
        }
    }
}
