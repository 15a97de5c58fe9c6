package practicum.load;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import practicum.model.ModelConfig;

/**
 * The language model inside the Gemma 3 that also sees pictures (2025, arXiv 2503.19786), as the hub has the sizes from
 * 4 B on. On text alone it computes what {@link Gemma3} does. The vision tower, and the matrix between it and the stream,
 * are not read.
 */
final class Gemma3Multimodal {
    /** Names on the hub, and those that transformers has written since its version 4.52. */
    private static final List<String> INSIDE = List.of("model.language_model.", "language_model.model.");

    /** What the reference takes where a {@code text_config}, which lists only what differs from it, is silent. */
    private static final JsonObject REFERENCE = JsonParser.parseString(
                    """
                    {"vocab_size": 262208, "hidden_size": 2304, "intermediate_size": 9216, "num_hidden_layers": 26,
                     "num_attention_heads": 8, "num_key_value_heads": 4, "head_dim": 256,
                     "hidden_activation": "gelu_pytorch_tanh", "max_position_embeddings": 131072,
                     "rms_norm_eps": 1e-6, "query_pre_attn_scalar": 256, "sliding_window": 4096}
                    """)
            .getAsJsonObject();

    static final Architecture ARCHITECTURE = new Architecture(
            "Gemma3ForConditionalGeneration",
            "gemma3",
            "",
            Gemma3Multimodal::config,
            tensors(),
            copies(),
            List.of(
                    "(model\\.)?vision_tower\\..*",
                    "(model\\.)?multi_modal_projector\\..*",
                    "(language_model\\.model|model\\.language_model)\\.layers\\.\\d+\\.self_attn\\.rotary_emb\\.inv_freq"),
            Set.of(
                    "vision_config",
                    "mm_tokens_per_image",
                    "boi_token_index",
                    "eoi_token_index",
                    "image_token_index",
                    "boi_token_id",
                    "eoi_token_id",
                    "image_token_id"));

    private Gemma3Multimodal() {}

    private static ModelConfig config(ConfigReader json) {
        ConfigReader text = json.sectionOver("text_config", REFERENCE);
        ModelConfig config = Gemma3.config(text);
        text.has("attention_dropout");
        json.only("tie_word_embeddings", config.tied());
        return config;
    }

    private static List<TensorSource> tensors() {
        return Stream.concat(
                        INSIDE.stream().flatMap(inside -> LlamaTensors.sandwich(Layout.LESS_ONE).stream()
                                .map(source -> renamed(source, inside))),
                        Stream.of(TensorSource.transposed("unembed.W_U", "language_model.lm_head.weight")))
                .toList();
    }

    private static TensorSource renamed(TensorSource source, String inside) {
        return new TensorSource(
                source.parameter(),
                source.layout(),
                source.files().stream()
                        .map(file -> file.replaceFirst("^model\\.", inside))
                        .toList());
    }

    private static Map<String, String> copies() {
        Map<String, String> copies = new LinkedHashMap<>();
        copies.put("lm_head.weight", INSIDE.get(0) + "embed_tokens.weight");
        copies.put("language_model.lm_head.weight", INSIDE.get(1) + "embed_tokens.weight");
        return copies;
    }
}
