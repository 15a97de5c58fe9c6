package practicum.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.load.LoadException;
import practicum.load.Models;
import practicum.model.ModelConfig;
import practicum.model.Transformer;
import practicum.token.Tokens;

/** The Gemma 3 that sees pictures too: its language model, and nothing else, is read. */
class Gemma3MultimodalTest {
    private static final String TOP =
            """
            {'architectures': ['Gemma3ForConditionalGeneration'], 'model_type': 'gemma3', 'boi_token_index': 255999,
             'eoi_token_index': 256000, 'image_token_index': 262144, 'mm_tokens_per_image': 256,
             'eos_token_id': [1, 60], 'initializer_range': 0.02, 'torch_dtype': 'bfloat16',
             'transformers_version': '4.50.0.dev0', 'vision_config': {'hidden_size': 8, 'patch_size': 14}}
            """;

    @TempDir
    private Path folder;

    private static Variant text(String name) {
        return Variants.named(name);
    }

    /** The text model inside a larger one, as on the hub ("language_model.model.") or as newer files have it. */
    private static Variant nested(Variant text, String inside, String beside) {
        JsonObject json = JsonParser.parseString(TOP).getAsJsonObject();
        JsonObject inner = text.config().json().deepCopy();
        inner.remove("architectures");
        json.add("text_config", inner);
        return new Variant(
                text.name(),
                new Config(json),
                text.extras().andThen(tensors -> {
                    tensors.bias("vision_tower.vision_model.post_layernorm.bias", 8);
                    tensors.bias("multi_modal_projector.mm_soft_emb_norm.weight", 8);
                }),
                name -> name.startsWith("model.")
                        ? inside + name.substring("model.".length())
                        : name.startsWith("lm_head") ? name : beside + name,
                12,
                new Config(json));
    }

    private void write(Variant whole, Variant text) {
        RandomModelFolder.writeConfig(whole.config(), folder);
        RandomTensors tensors = TensorLayout.draw(text.config(), text.name().hashCode());
        whole.extras().accept(tensors);
        tensors.write(folder.resolve("model.safetensors"), whole.rename());
    }

    @ParameterizedTest
    @CsvSource({
        "gemma3-1b-old, language_model.model., ''",
        "gemma3-linear-on-full-layers, language_model.model., ''",
        "gemma3-nested-new, model.language_model., model."
    })
    void itsTextIsReadAsTheTextModelReadsIt(String name, String inside, String beside, @TempDir Path alone) {
        Variant text = text(name);
        RandomModelFolder.write(text, alone);
        write(nested(text, inside, beside), text);
        Tokens prompt = Tokens.ofIds(text.prompt());
        double[][] expected = ReferenceModel.open(alone).run(text.prompt()).logits();
        assertThat(Closeness.isClose(Models.load(folder).run(prompt).logits(), expected))
                .isTrue();
    }

    /** The configuration of the 4 B model on the hub, which lists only what differs, but for the sizes of its layers. */
    @Test
    void whatTheTextConfigurationLeavesOutIsTheReferences() {
        String published =
                """
                {'hidden_size': 8, 'intermediate_size': 12, 'model_type': 'gemma3_text', 'num_hidden_layers': 7,
                 'rope_scaling': {'factor': 8.0, 'rope_type': 'linear'}, 'sliding_window': 1024}
                """;
        JsonObject json = JsonParser.parseString(TOP).getAsJsonObject();
        json.add("text_config", JsonParser.parseString(published));
        Variant small = Variant.of(
                "gemma3-small",
                "gemma3-old",
                "{'hidden_size': 8, 'intermediate_size': 12, 'num_hidden_layers': 7, 'head_dim': 256,"
                        + " 'num_attention_heads': 8, 'num_key_value_heads': 4, 'vocab_size': 262208}");
        RandomTensors tensors = TensorLayout.draw(small.config(), 1);
        tensors.write(
                folder.resolve("model.safetensors"), name -> name.replaceFirst("^model\\.", "language_model.model."));
        RandomModelFolder.writeConfig(new Config(json), folder);

        Transformer model = Models.load(folder);
        ModelConfig config = model.config();
        assertThat(List.of(config.dVocab(), config.nHeads(), config.nKvHeads(), config.dHead()))
                .containsExactly(262208, 8, 4, 256);
        assertThat(config.nCtx()).isEqualTo(8 * 131072);
        assertThat(config.epsilon()).isEqualTo(1e-6);
        assertThat(config.tied()).isTrue();
        assertThat(config.attnScale()).containsOnly(1 / 16.0);
        assertThat(config.window()).containsExactly(1024, 1024, 1024, 1024, 1024, 0, 1024);
        assertThat(config.attention().rotary().get(5).base()).isEqualTo(1e6);
        assertThat(config.attention().rotary().get(0).base()).isEqualTo(1e4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'attention_frobnication': true}",
                "{'text_config': null}",
                "{'text_config': 3}",
                "{'tie_word_embeddings': false}"
            })
    void whatIsNotUnderstoodIsNamed(String change) {
        Variant text = text("gemma3-1b-old");
        Variant whole = nested(text, "language_model.model.", "");
        write(whole, text);
        RandomModelFolder.writeConfig(Variant.changed(whole.config(), change), folder);
        String key = change.substring(2, change.indexOf('\'', 2));
        assertThatThrownBy(() -> Models.load(folder))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining(key);
    }

    @Test
    void anUnknownKeyOfTheTextIsNamed() {
        Variant text = Variant.of("gemma3-odd", "gemma3-old", "{'text_frobnication': 1}");
        write(nested(text, "language_model.model.", ""), text);
        assertThatThrownBy(() -> Models.load(folder))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("text_config")
                .hasMessageContaining("text_frobnication");
    }

    @Test
    void aTensorThatIsNeitherTextNorVisionIsNamed() {
        Variant text = text("gemma3-1b-old");
        Variant whole = nested(text, "language_model.model.", "").holding(t -> t.bias("audio_tower.bias", 3));
        write(whole, text);
        assertThatThrownBy(() -> Models.load(folder)).hasMessageContaining("audio_tower.bias");
    }

    @Test
    void otherModelsMadeOfSeveralSayWhatToDo() {
        RandomModelFolder.writeConfig(
                new Config(JsonParser.parseString("{'architectures': ['LlavaForConditionalGeneration'],"
                                + " 'text_config': {'model_type': 'llama'}, 'vision_config': {}}")
                        .getAsJsonObject()),
                folder);
        assertThatThrownBy(() -> Models.load(folder))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("LlavaForConditionalGeneration")
                .hasMessageContaining("made of several models");
    }
}
