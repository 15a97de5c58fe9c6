package practicum.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static practicum.reference.Closeness.assertClose;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.load.Models;
import practicum.model.Run;
import practicum.model.Sampling;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** Every family's every odd case: the library, in float32, against the reference, in double precision. */
class FamilyTest {
    private static final int GENERATED = 8;

    @TempDir
    private Path folder;

    static Stream<Variant> all() {
        return Variants.all();
    }

    static Stream<Variant> decoders() {
        return all().filter(variant -> !variant.isEncoder());
    }

    private static Tokens tokens(Variant variant, long[][] rows, int[] padding) {
        Tokens tokens = Tokens.ofPaddedIds(rows, padding);
        if (!variant.isEncoder()) {
            return tokens;
        }
        long[][] types = new long[rows.length][rows[0].length];
        for (int row = 0; row < rows.length; row++) {
            long[] kinds = variant.types(rows[row].length - padding[row]);
            System.arraycopy(kinds, 0, types[row], padding[row], kinds.length);
        }
        return tokens.withTypes(types);
    }

    private static ReferenceRun reference(Variant variant, Path folder, long[] ids) {
        return ReferenceModel.open(folder).run(ids, variant.types(ids.length));
    }

    private static double[][] rows(double[][][] heads) {
        return Arrays.stream(heads).flatMap(Arrays::stream).toArray(double[][]::new);
    }

    /** What a block hands on: where sums are normalised, the normalised one. */
    private static Hook output(Transformer model, int layer) {
        return model.config().computes(HookPoint.NORMALIZED_RESID_POST)
                ? Hook.normalizedResidPost(layer)
                : Hook.residPost(layer);
    }

    @ParameterizedTest
    @MethodSource("all")
    void logitsHiddenStatesAndPatternsAgree(Variant variant) {
        RandomModelFolder.write(variant, folder);
        ReferenceRun expected = reference(variant, folder, variant.prompt());
        Transformer model = Models.load(folder);
        Run run = model.run(tokens(variant, new long[][] {variant.prompt()}, new int[] {0}));

        for (int layer = 0; layer < variant.layers(); layer++) {
            assertClose("resid_pre " + layer, run.get(Hook.residPre(layer)), expected.resid()[layer]);
            assertClose("pattern " + layer, run.get(Hook.pattern(layer)), rows(expected.pattern()[layer]));
            assertClose("output " + layer, run.get(output(model, layer)), expected.resid()[layer + 1]);
        }
        Tensor last = run.get(output(model, variant.layers() - 1));
        assertClose("the final norm", model.lnFinal(last), expected.normalized());
        assertClose("logits", run.logits(), expected.logits());
    }

    @ParameterizedTest
    @MethodSource("all")
    void leftPaddedRowsAreTheRowsAlone(Variant variant) {
        RandomModelFolder.write(variant, folder);
        int length = variant.promptLength();
        int[] padding = {0, 3, length - 1};
        long[][] padded = new long[padding.length][];
        for (int row = 0; row < padding.length; row++) {
            padded[row] = variant.prompt(length, row);
        }
        Tensor logits =
                Models.load(folder).run(tokens(variant, padded, padding)).logits();
        for (int row = 0; row < padding.length; row++) {
            long[] alone = Arrays.copyOfRange(padded[row], padding[row], length);
            assertClose(
                    "row " + row,
                    logits.get(row).narrow(0, padding[row], length),
                    reference(variant, folder, alone).logits());
        }
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void greedyContinuationsAgree(Variant variant) {
        RandomModelFolder.write(variant, folder);
        Tokens generated = Models.load(folder)
                .endingAt()
                .generate(Tokens.ofIds(variant.prompt()), GENERATED, Sampling.greedy(), token -> {});
        assertThat(generated.row(0)).isEqualTo(ReferenceModel.open(folder).greedy(variant.prompt(), GENERATED));
    }
}
