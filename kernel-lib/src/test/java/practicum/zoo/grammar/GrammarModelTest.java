package practicum.zoo.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.load.Models;
import practicum.load.Safetensors;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.tensor.Tensor;
import practicum.token.Tokens;
import practicum.train.Recipe;
import practicum.zoo.Measurement;
import practicum.zoo.ModelCard;
import practicum.zoo.ModelPlan;
import practicum.zoo.ModelTrainer;
import practicum.zoo.TrainedModel;
import practicum.zoo.TransformerBody;

class GrammarModelTest {
    private static final Recipe SHORT = Recipe.of(5, 4, 4, 2e-3);

    @TempDir
    Path folder;

    @TempDir
    Path again;

    /** The plan with few steps, and with something to measure that costs nothing. */
    private static ModelPlan<Transformer> shrunken(boolean masked) {
        ModelPlan<Transformer> plan = masked
                ? GrammarModel.masked("grammar", SHORT, List.of(0, 2))
                : GrammarModel.causal("grammar-causal", SHORT, List.of(0, 2));
        return new ModelPlan<>(
                plan.name(),
                plan.says(),
                plan.body(),
                plan.lesson(),
                plan.recipe(),
                plan.snapshots(),
                List.of(subject -> List.of(new Measurement(
                        "words", "how many", subject.model().config().dVocab(), "nothing", 0, 0, List.of()))),
                plan.limits());
    }

    @Test
    void theMaskedPlanGivesTheSameBytesTwice() {
        assertSameTwice(true);
    }

    @Test
    void theCausalPlanGivesTheSameBytesTwice() {
        assertSameTwice(false);
    }

    private void assertSameTwice(boolean masked) {
        ModelCard card = new ModelTrainer<>(shrunken(masked), folder).train();
        assertThat(card.sha256())
                .containsOnlyKeys("model.safetensors", "checkpoints/step0.safetensors", "checkpoints/step2.safetensors")
                .isEqualTo(new ModelTrainer<>(shrunken(masked), again).train().sha256());
        assertThat(card.sha256().values()).doesNotHaveDuplicates();
        assertThatCode(new TrainedModel<>(shrunken(masked), folder)::requireUnchanged)
                .doesNotThrowAnyException();
    }

    /** The names that transformers' BertForMaskedLM has, less the decoder that is tied to the embedding. */
    @Test
    void theMaskedModelIsWrittenAsBert() throws Exception {
        Map<String, Tensor> parameters = write(shrunken(true));
        assertThat(Safetensors.open(folder.resolve("model.safetensors")).names())
                .contains(
                        "bert.embeddings.word_embeddings.weight",
                        "bert.embeddings.token_type_embeddings.weight",
                        "bert.encoder.layer.3.attention.self.query.weight",
                        "bert.encoder.layer.0.output.LayerNorm.bias",
                        "cls.predictions.transform.dense.weight",
                        "cls.predictions.bias")
                .hasSize(5 + 4 * 16 + 5);
        assertThat(json()).contains("\"BertForMaskedLM\"", "\"model_type\": \"bert\"", "\"layer_norm_eps\": 1.0E-12");
        assertReadBack(shrunken(true), parameters, "the keys near the cabin [MASK] rusty .");
    }

    @Test
    void theCausalModelIsWrittenAsGpt2() throws Exception {
        Map<String, Tensor> parameters = write(shrunken(false));
        assertThat(Safetensors.open(folder.resolve("model.safetensors")).names())
                .contains("transformer.wte.weight", "transformer.h.3.attn.c_attn.weight", "transformer.ln_f.bias")
                .hasSize(2 + 4 * 12 + 2);
        assertThat(json()).contains("\"GPT2LMHeadModel\"", "\"n_inner\": 128");
        assertReadBack(shrunken(false), parameters, "the keys near the cabin");
    }

    private Map<String, Tensor> write(ModelPlan<Transformer> plan) {
        Map<String, Tensor> parameters = plan.body().initial(3);
        plan.body().write(folder);
        plan.body().writeWeights(plan.model(parameters), folder.resolve("model.safetensors"));
        return parameters;
    }

    private String json() throws Exception {
        return Files.readString(folder.resolve("config.json"), StandardCharsets.UTF_8);
    }

    private void assertReadBack(ModelPlan<Transformer> plan, Map<String, Tensor> parameters, String text) {
        Transformer model = plan.model(parameters);
        Transformer loaded = Models.load(folder);
        assertThat(loaded.config().withName(plan.name())).isEqualTo(((TransformerBody) plan.body()).config());
        Tokens tokens = loaded.tokens(text);
        assertThat(tokens.labels()).isEqualTo(model.tokens(text).labels());
        assertThat(loaded.run(tokens, Recording.none()).logits().toFloatArray())
                .containsExactly(
                        model.run(tokens, Recording.none()).logits().toFloatArray(), within(2e-3f)); // half precision
    }
}
