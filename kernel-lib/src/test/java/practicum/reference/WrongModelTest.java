package practicum.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.load.Models;

/** A model that is not understood entirely is refused, and the message names what was not understood. */
class WrongModelTest {
    @TempDir
    private Path folder;

    /**
     * A configuration that contradicts itself or says what nobody computes.
     *
     * @param variant whose configuration is changed; its tensors stay
     * @param named what the message must name
     */
    record Wrong(String variant, String change, String named) {}

    /** One variant of each family. */
    static Stream<Variant> families() {
        Map<String, Variant> first = new LinkedHashMap<>();
        Variants.all().forEach(variant -> first.putIfAbsent(variant.architecture(), variant));
        return first.values().stream();
    }

    static Stream<Wrong> wrongConfigurations() {
        String slides = "['full_attention', 'sliding_attention', 'full_attention']";
        return Stream.of(
                new Wrong("gpt2-unscaled", "{'add_cross_attention': true}", "add_cross_attention"),
                new Wrong("gpt2-unscaled", "{'activation_function': 'swoosh'}", "swoosh"),
                new Wrong("gpt2-unscaled", "{'n_head': 5}", "5 heads"),
                new Wrong("gptneo-tiny-stories", "{'attention_types': [[['global'], 3]]}", "attention_types"),
                new Wrong(
                        "gptneo-tiny-stories",
                        "{'attention_types': [[['global', 'sparse'], 2]], 'attention_layers': ['global',"
                                + " 'sparse', 'global', 'sparse']}",
                        "sparse"),
                new Wrong("neox-pythia-on-the-hub", "{'rope_scaling': {'type': 'magic'}}", "magic"),
                new Wrong("gptj-rotary-4", "{'rotary_dim': null}", "rotary_dim"),
                new Wrong("gptj-rotary-4", "{'rotary_dim': 10}", "10"),
                new Wrong("opt-125m", "{'word_embed_proj_dim': 12}", "project_in.weight"),
                new Wrong("opt-tied-but-stored-twice", "{'word_embed_proj_dim': 12}", "project_in.weight"),
                new Wrong("opt-350m", "{'word_embed_proj_dim': 32}", "project_in.weight"),
                new Wrong("opt-125m", "{'layer_norm_elementwise_affine': false}", "layer_norm_elementwise_affine"),
                new Wrong("opt-350m", "{'tie_word_embeddings': false}", "tie_word_embeddings"),
                rope(
                        "{'rope_type': 'longrope', 'short_factor': [1, 1, 1, 1], 'long_factor': [1, 1, 1, 1]}",
                        "longrope"),
                rope("{'type': 'su', 'factor': 2.0}", "su"),
                rope("{'type': 'linear'}", "factor"),
                rope("{'type': 'linear', 'factor': 2.0, 'frobnication': 1}", "frobnication"),
                rope(
                        "{'rope_type': 'llama3', 'factor': 8.0, 'low_freq_factor': 1.0,"
                                + " 'original_max_position_embeddings': 32}",
                        "high_freq_factor"),
                new Wrong("llama-mqa-head-of-10", "{'num_key_value_heads': 3}", "3 heads"),
                new Wrong("qwen2-layer-types", "{'use_sliding_window': false}", "sliding"),
                new Wrong("qwen2-layer-types", "{'layer_types': ['full_attention']}", "layer_types"),
                new Wrong(
                        "qwen2-layer-types",
                        "{'layer_types': " + slides.replace("sliding", "chunked") + "}",
                        "chunked_attention"),
                new Wrong("gemma-gqa-new", "{'use_bidirectional_attention': true}", "use_bidirectional_attention"),
                new Wrong("gemma3-nested-new", "{'use_bidirectional_attention': true}", "use_bidirectional_attention"),
                new Wrong(
                        "gemma3-nested-new",
                        "{'rope_parameters': {'full_attention': {'rope_type': 'magic', 'rope_theta': 10.0},"
                                + " 'sliding_attention': {'rope_type': 'default', 'rope_theta': 10.0}}}",
                        "magic"),
                new Wrong(
                        "bert-base-on-the-hub",
                        "{'position_embedding_type': 'relative_key'}",
                        "position_embedding_type"),
                new Wrong("bert-new", "{'is_decoder': true}", "is_decoder"));
    }

    private static Wrong rope(String scaling, String named) {
        return new Wrong("llama-linear-old", "{'rope_scaling': " + scaling + "}", named);
    }

    private void assertRefused(String named) {
        assertThatThrownBy(() -> Models.load(folder))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(named);
    }

    private void change(Variant variant, String change) {
        RandomModelFolder.write(variant, folder);
        RandomModelFolder.writeConfig(Variant.changed(variant.config(), change), folder);
    }

    @ParameterizedTest
    @MethodSource("wrongConfigurations")
    void aConfigurationThatCannotBeComputedIsRefused(Wrong wrong) {
        change(Variants.named(wrong.variant), wrong.change);
        assertRefused(wrong.named);
    }

    @ParameterizedTest
    @MethodSource("families")
    void anUnknownKeyIsNamed(Variant variant) {
        change(variant, "{'attention_frobnication': false}");
        assertRefused("attention_frobnication");
    }

    @ParameterizedTest
    @MethodSource("families")
    void anUnknownArchitectureIsNamed(Variant variant) {
        change(variant, "{'architectures': ['MambaForCausalLM']}");
        assertRefused("MambaForCausalLM");
    }

    /** All outside the blocks and in the last block. */
    @ParameterizedTest
    @MethodSource("families")
    void everyMissingTensorIsNamed(Variant variant) {
        List<String> names = TensorLayout.draw(variant.config(), 0).names().stream()
                .filter(name -> !name.matches(".*\\.\\d+\\..*") || name.contains("." + (variant.layers() - 1) + "."))
                .toList();
        assertThat(names).hasSizeGreaterThan(10);
        for (String name : names) {
            RandomModelFolder.write(variant.holding(tensors -> tensors.drop(name)), folder);
            assertRefused(name);
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void aTensorTooManyIsNamed(Variant variant) {
        RandomModelFolder.write(variant.holding(tensors -> tensors.bias("surplus.bias", 5)), folder);
        assertRefused("surplus.bias");
    }

    @ParameterizedTest
    @MethodSource("families")
    void aLayerTooManyIsNamed(Variant variant) {
        String key = variant.config().has("n_layer") ? "n_layer" : "num_hidden_layers";
        if (variant.config().has("num_layers")) {
            change(
                    variant,
                    "{'num_layers': 2, 'attention_types': [[['global', 'local'], 1]],"
                            + " 'attention_layers': ['global', 'local']}");
        } else {
            change(
                    variant,
                    "{'" + key
                            + "': 2, 'layer_types': null}"
                                    .replace(
                                            ", 'layer_types': null",
                                            variant.config().has("layer_types") ? ", 'layer_types': null" : ""));
        }
        assertRefused(".2.");
    }

    /** One row too many in a matrix or vector; the message says how large it is. */
    @ParameterizedTest
    @MethodSource("families")
    void everyWrongShapeIsNoticed(Variant variant) {
        for (String name : TensorLayout.draw(variant.config(), 0).names()) {
            if (!name.matches(".*\\.\\d+\\..*") || name.contains("." + (variant.layers() - 1) + ".")) {
                RandomModelFolder.write(variant.holding(tensors -> tensors.bias(name, 77)), folder);
                assertRefused("Tensor[");
            }
        }
    }

    @Test
    void aTiedHeadThatHoldsOtherNumbersIsRefused() {
        Variant tied = Variants.named("gpt2-unscaled");
        RandomModelFolder.write(tied.holding(tensors -> tensors.linear("lm_head", 61, 24, false)), folder);
        assertRefused("lm_head.weight");
    }

    @Test
    void aPickleIsRefused() throws IOException {
        RandomModelFolder.write(Variants.named("gpt2-unscaled"), folder);
        Files.move(folder.resolve("model.safetensors"), folder.resolve("pytorch_model.bin"));
        assertRefused("pytorch_model.bin");
    }
}
