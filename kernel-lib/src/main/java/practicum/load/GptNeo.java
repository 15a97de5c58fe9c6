package practicum.load;

import static practicum.load.TensorSource.same;
import static practicum.load.TensorSource.transposed;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import practicum.model.ModelConfig;

/** GPT-Neo (Black et al. 2021): GPT-2 with local attention in some layers, unscaled scores, no bias on q, k and v. */
final class GptNeo {
    static final Architecture ARCHITECTURE = new Architecture(
            "GPTNeoForCausalLM",
            "gpt_neo",
            "transformer.",
            GptNeo::config,
            List.of(
                    same("embed.W_E", "transformer.wte.weight"),
                    same("pos_embed.W_pos", "transformer.wpe.weight"),
                    same("blocks.%d.ln1.w", "transformer.h.%d.ln_1.weight"),
                    same("blocks.%d.ln1.b", "transformer.h.%d.ln_1.bias"),
                    transposed(
                            "blocks.%d.attn.W_QKV",
                            "transformer.h.%d.attn.attention.q_proj.weight",
                            "transformer.h.%d.attn.attention.k_proj.weight",
                            "transformer.h.%d.attn.attention.v_proj.weight"),
                    transposed("blocks.%d.attn.W_O", "transformer.h.%d.attn.attention.out_proj.weight"),
                    same("blocks.%d.attn.b_O", "transformer.h.%d.attn.attention.out_proj.bias"),
                    same("blocks.%d.ln2.w", "transformer.h.%d.ln_2.weight"),
                    same("blocks.%d.ln2.b", "transformer.h.%d.ln_2.bias"),
                    transposed("blocks.%d.mlp.W_in", "transformer.h.%d.mlp.c_fc.weight"),
                    same("blocks.%d.mlp.b_in", "transformer.h.%d.mlp.c_fc.bias"),
                    transposed("blocks.%d.mlp.W_out", "transformer.h.%d.mlp.c_proj.weight"),
                    same("blocks.%d.mlp.b_out", "transformer.h.%d.mlp.c_proj.bias"),
                    same("ln_final.w", "transformer.ln_f.weight"),
                    same("ln_final.b", "transformer.ln_f.bias"),
                    transposed("unembed.W_U", "lm_head.weight")),
            Map.of("lm_head.weight", "transformer.wte.weight"),
            List.of("transformer\\.h\\.\\d+\\.attn\\.attention\\.(bias|masked_bias)"), // the causal mask, stored
            Set.of(
                    "attention_dropout",
                    "attention_layers", // says attention_types again, layer by layer
                    "classifier_dropout",
                    "embed_dropout",
                    "resid_dropout",
                    "summary_activation",
                    "summary_first_dropout",
                    "summary_proj_to_labels",
                    "summary_type",
                    "summary_use_proj"));

    private GptNeo() {}

    private static ModelConfig config(ConfigReader json) {
        int layers = json.integer("num_layers");
        int width = json.integer("hidden_size");
        int heads = json.integer("num_heads");
        return ModelConfig.shape(
                        "gpt-neo",
                        layers,
                        width,
                        heads,
                        json.integer("intermediate_size", 4 * width),
                        json.integer("vocab_size"),
                        json.integer("max_position_embeddings"))
                .headWidth(Shapes.divided(json, width, heads))
                .layerNorm(json.number("layer_norm_epsilon"))
                .mlp(Activations.named(json, "activation_function"), true)
                .attnScale(1)
                .attnBias(false, true)
                .window(windows(json, layers))
                .tied(json.flag("tie_word_embeddings", true))
                .build();
    }

    /** {@code [[["global", "local"], 6]]} means the pair six times over. */
    private static List<Integer> windows(ConfigReader json, int layers) {
        int window = json.integer("window_size");
        List<Integer> windows = new ArrayList<>();
        for (JsonElement group : json.need("attention_types").getAsJsonArray()) {
            JsonArray pair = group.getAsJsonArray();
            for (int i = 0; i < pair.get(1).getAsInt(); i++) {
                for (JsonElement kind : pair.get(0).getAsJsonArray()) {
                    windows.add(window(kind.getAsString(), window, json.where()));
                }
            }
        }
        if (windows.size() != layers) {
            throw new LoadException(json.where() + ": attention_types describes " + windows.size()
                    + " layers, but num_layers is " + layers + ".");
        }
        return windows;
    }

    private static int window(String kind, int window, String where) {
        return switch (kind) {
            case "global" -> 0;
            case "local" -> window;
            default ->
                throw new LoadException(
                        where + ": attention_types knows \"global\" and \"local\", not \"" + kind + "\".");
        };
    }
}
