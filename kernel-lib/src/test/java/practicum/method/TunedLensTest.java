package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.Goldens;
import practicum.load.LoadException;
import practicum.load.Models;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.world.language.LanguageWorld;

class TunedLensTest {
    private static final Transformer WORLD = Models.load("world");
    private static final Tokens TRAINING = text(32, 1);
    private static final Tokens HELD_OUT = text(8, 2);
    private static final TunedLensSettings SHORT = new TunedLensSettings(60, 4, 2e-3, 1);
    private static final TunedLens LENS = TunedLens.train(WORLD, TRAINING, SHORT);

    private static Tokens text(int rows, long seed) {
        return Tokens.ofIds(LanguageWorld.of(LanguageWorld.SHIPPED_SEED).stream(LanguageWorld.Reading.KNOWLEDGE, 32)
                .batch(rows, seed));
    }

    @Test
    void onHeldOutTextItIsNearerToTheOutputThanTheLogitLens() {
        double[] tuned = LENS.kl(HELD_OUT);
        double[] plain = LENS.logitLensKl(HELD_OUT);
        for (int l = 0; l < tuned.length; l++) {
            assertThat(tuned[l]).as("layer " + l).isPositive().isLessThan(0.8 * plain[l]);
        }
    }

    @Test
    void onItsTrainingTextItIsNeverWorse() {
        TunedLens ruined = TunedLens.train(WORLD, TRAINING, new TunedLensSettings(2, 2, 50, 1));
        double[] tuned = ruined.kl(TRAINING);
        double[] plain = ruined.logitLensKl(TRAINING);
        for (int l = 0; l < tuned.length; l++) {
            assertThat(tuned[l]).isLessThanOrEqualTo(plain[l]);
        }
        assertThat(ruined.translatedLayers()).hasSizeLessThan(5); // at this rate some are ruined
        assertThat(LENS.translatedLayers()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void theReadingIsTheTranslatedStreamUnembedded() {
        Run run = WORLD.run("When Mary and John went to the store, John gave a drink to");
        LensReading reading = LENS.of(run);
        Tensor stream = run.get(practicum.hook.Hook.residPre(3)).get(0);
        Tensor byHand = WORLD.unembed(WORLD.lnFinal(LENS.translate(3, stream)));
        assertThat(reading.logits().get(3).sub(byHand).abs().max().item()).isLessThan(1e-4f);
        assertThat(reading.logits().get(-1).sub(run.logits().get(0)).abs().max().item())
                .isLessThan(1e-4f);
        assertThat(reading.plot().text()).contains("Tuned lens", "after 3");
    }

    /** The measure itself, against the definition, token by token. */
    @Test
    void theErrorIsTheMeanDivergenceFromTheOutput() {
        double sum = 0;
        Run run = WORLD.run(HELD_OUT);
        for (int row = 0; row < HELD_OUT.batch(); row++) {
            sum += LogitLens.of(run, row).klToFinal().get(2).mean().item();
        }
        assertThat(LENS.logitLensKl(HELD_OUT)[2]).isCloseTo(sum / HELD_OUT.batch(), within(1e-3));
    }

    @Test
    void theSeedDecides() {
        TunedLensSettings few = new TunedLensSettings(3, 2, 1e-3, 5);
        Tensor stream = Tensor.randn(1, 2, WORLD.config().dModel());
        float[] first =
                TunedLens.train(WORLD, TRAINING, few).translate(2, stream).toFloatArray();
        assertThat(TunedLens.train(WORLD, TRAINING, few).translate(2, stream).toFloatArray())
                .isEqualTo(first);
        assertThat(TunedLens.train(WORLD, TRAINING, new TunedLensSettings(3, 2, 1e-3, 6))
                        .translate(2, stream)
                        .toFloatArray())
                .isNotEqualTo(first);
    }

    @Test
    void aSavedLensReadsTheSame(@TempDir Path folder) {
        Path file = folder.resolve("lens.safetensors");
        LENS.save(file);
        Run run = WORLD.run("Mary gave a drink to");
        assertThat(TunedLens.load(file, WORLD).of(run).logits().toFloatArray())
                .isEqualTo(LENS.of(run).logits().toFloatArray());
        Transformer other = Goldens.model("gpt2");
        assertThatThrownBy(() -> TunedLens.load(file, other))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("no tuned lens for \"gpt2\"");
        assertThatThrownBy(() -> LENS.of(other.run("Mary"))).hasMessageContaining("trained for world");
    }
}
