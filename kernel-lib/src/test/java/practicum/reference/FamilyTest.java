package practicum.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.hook.Hook;
import practicum.load.Models;
import practicum.model.Run;
import practicum.model.Sampling;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** Every family's every odd case: the library, in float32, against the reference, in double precision. */
class FamilyTest {
    private static final double TOLERANCE = 1e-4; // float32 through a few layers; times the largest value, if above 1
    private static final int GENERATED = 8;

    /** What the library does not load yet. */
    private static final Set<String> NOT_YET = Set.of(
            "BertForMaskedLM",
            "GPTJForCausalLM",
            "GPTNeoXForCausalLM",
            "Gemma2ForCausalLM",
            "Gemma3ForCausalLM",
            "GemmaForCausalLM",
            "LlamaForCausalLM",
            "MistralForCausalLM",
            "OPTForCausalLM",
            "Olmo2ForCausalLM",
            "PhiForCausalLM",
            "Qwen2ForCausalLM",
            "Qwen3ForCausalLM");

    @TempDir
    private Path folder;

    static Stream<Variant> decoders() {
        return Variants.all().filter(variant -> !NOT_YET.contains(variant.architecture()));
    }

    private static void assertClose(String what, Tensor actual, double[]... expected) {
        double[] all = Arrays.stream(expected).flatMapToDouble(Arrays::stream).toArray();
        double[] values = actual.toDoubleArray();
        assertThat(values).as(what).hasSameSizeAs(all);
        double largest = DoubleStream.of(all).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < all.length; i++) {
            assertThat(values[i])
                    .as("%s, element %d", what, i)
                    .isCloseTo(all[i], within(TOLERANCE * Math.max(1, largest)));
        }
    }

    private static double[][] rows(double[][][] heads) {
        return Arrays.stream(heads).flatMap(Arrays::stream).toArray(double[][]::new);
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void logitsHiddenStatesAndPatternsAgree(Variant variant) {
        RandomModelFolder.write(variant, folder);
        ReferenceRun expected = ReferenceModel.open(folder).run(variant.prompt());
        Transformer model = Models.load(folder);
        Run run = model.run(Tokens.ofIds(variant.prompt()));

        int last = variant.layers() - 1;
        for (int layer = 0; layer <= last; layer++) {
            assertClose("resid_pre " + layer, run.get(Hook.residPre(layer)), expected.resid()[layer]);
            assertClose("pattern " + layer, run.get(Hook.pattern(layer)), rows(expected.pattern()[layer]));
        }
        Tensor residual = run.get(Hook.residPost(last));
        assertClose("the last resid_post", residual, expected.resid()[last + 1]);
        if (!Arrays.deepEquals(expected.normalized(), expected.resid()[last + 1])) {
            assertClose("the final norm", model.lnFinal(residual), expected.normalized());
        }
        assertClose("logits", run.logits(), expected.logits());
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void leftPaddedRowsAreTheRowsAlone(Variant variant) {
        RandomModelFolder.write(variant, folder);
        ReferenceModel reference = ReferenceModel.open(folder);
        int length = variant.promptLength();
        int[] padding = {0, 3, length - 1};
        long[][] padded = new long[padding.length][];
        for (int row = 0; row < padding.length; row++) {
            padded[row] = variant.prompt(length, row);
        }
        Tensor logits =
                Models.load(folder).run(Tokens.ofPaddedIds(padded, padding)).logits();
        for (int row = 0; row < padding.length; row++) {
            long[] alone = Arrays.copyOfRange(padded[row], padding[row], length);
            assertClose(
                    "row " + row,
                    logits.get(row).narrow(0, padding[row], length),
                    reference.run(alone).logits());
        }
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void greedyContinuationsAgree(Variant variant) {
        RandomModelFolder.write(variant, folder);
        Tokens generated =
                Models.load(folder).generate(Tokens.ofIds(variant.prompt()), GENERATED, Sampling.greedy(), token -> {});
        assertThat(generated.row(0)).isEqualTo(ReferenceModel.open(folder).greedy(variant.prompt(), GENERATED));
    }
}
