package practicum.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.hook.Hook;
import practicum.load.Models;
import practicum.method.Decomposition;
import practicum.method.DirectLogitAttribution;
import practicum.model.BlockLayout;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.reference.RandomModelFolder;
import practicum.reference.Variant;
import practicum.reference.Variants;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** What is taken apart and folded sums up and stays the same in every family's every odd case. */
class FoldingFamiliesTest {
    @TempDir
    private Path folder;

    static Stream<Variant> variants() {
        return Variants.all();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void foldingIsExactAndPartsSumUp(Variant variant) {
        RandomModelFolder.write(variant, folder);
        Transformer model = Models.load(folder);
        int vocabulary = model.config().dVocab();
        Tokens tokens = Tokens.ofIds(new Random(1).longs(7, 0, vocabulary).toArray());

        Folded folded = Folding.all(model);
        Certificate certificate = folded.certificate(tokens);
        assertThat(certificate.isExact()).as(folded + ": " + certificate).isTrue();

        Run run = model.run(tokens);
        if (model.config().layout() == BlockLayout.RESIDUAL) {
            assertThatThrownBy(() -> Decomposition.heads(run)).hasMessageContaining("not a sum");
            return;
        }
        Tensor stream = run.get(Hook.residPost(model.config().nLayers() - 1));
        float reach = Math.max(1, stream.abs().max().item());
        assertThat(Decomposition.heads(run).sum().sub(stream).abs().max().item())
                .isLessThan(2e-5f * reach);
        if (model.config().stream().softCap() == 0) {
            Tensor shares = DirectLogitAttribution.logit(run, 3).heads().sum();
            Tensor logits = run.logits().select(2, 3);
            float scale = Math.max(1, run.logits().abs().max().item());
            assertThat(shares.sub(logits).abs().max().item()).isLessThan(1e-4f * scale);
        }
    }
}
