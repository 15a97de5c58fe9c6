package practicum.load;

import static practicum.load.TensorSource.same;
import static practicum.load.TensorSource.transposed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import practicum.model.ModelConfig;

/** GPT-2 (Radford et al. 2019): learned positions, pre-norm, one matrix for q, k and v, stored [in, out]. */
final class Gpt2 {
    static final Architecture ARCHITECTURE = new Architecture(
            "GPT2LMHeadModel",
            "gpt2",
            "transformer.",
            Gpt2::config,
            List.of(
                    same("embed.W_E", "transformer.wte.weight"),
                    same("pos_embed.W_pos", "transformer.wpe.weight"),
                    same("blocks.%d.ln1.w", "transformer.h.%d.ln_1.weight"),
                    same("blocks.%d.ln1.b", "transformer.h.%d.ln_1.bias"),
                    same("blocks.%d.attn.W_QKV", "transformer.h.%d.attn.c_attn.weight"),
                    same("blocks.%d.attn.b_QKV", "transformer.h.%d.attn.c_attn.bias"),
                    same("blocks.%d.attn.W_O", "transformer.h.%d.attn.c_proj.weight"),
                    same("blocks.%d.attn.b_O", "transformer.h.%d.attn.c_proj.bias"),
                    same("blocks.%d.ln2.w", "transformer.h.%d.ln_2.weight"),
                    same("blocks.%d.ln2.b", "transformer.h.%d.ln_2.bias"),
                    same("blocks.%d.mlp.W_in", "transformer.h.%d.mlp.c_fc.weight"),
                    same("blocks.%d.mlp.b_in", "transformer.h.%d.mlp.c_fc.bias"),
                    same("blocks.%d.mlp.W_out", "transformer.h.%d.mlp.c_proj.weight"),
                    same("blocks.%d.mlp.b_out", "transformer.h.%d.mlp.c_proj.bias"),
                    same("ln_final.w", "transformer.ln_f.weight"),
                    same("ln_final.b", "transformer.ln_f.bias"),
                    transposed("unembed.W_U", "lm_head.weight")),
            Map.of("lm_head.weight", "transformer.wte.weight"),
            List.of("transformer\\.h\\.\\d+\\.attn\\.(bias|masked_bias)"), // the causal mask, stored
            Set.of(
                    "attn_pdrop",
                    "embd_pdrop",
                    "n_ctx", // says n_positions again
                    "reorder_and_upcast_attn", // the same numbers, in a higher precision on the way
                    "resid_pdrop",
                    "summary_activation",
                    "summary_first_dropout",
                    "summary_proj_to_labels",
                    "summary_type",
                    "summary_use_proj"));

    private Gpt2() {}

    private static ModelConfig config(ConfigReader json) {
        int layers = json.integer("n_layer");
        int width = json.integer("n_embd");
        int heads = json.integer("n_head");
        boolean scaled = json.flag("scale_attn_weights", true);
        boolean byLayer = json.flag("scale_attn_by_inverse_layer_idx", false);
        int dHead = Shapes.divided(json, width, heads);
        double root = scaled ? Math.sqrt(dHead) : 1;
        return ModelConfig.shape(
                        "gpt2",
                        layers,
                        width,
                        heads,
                        json.integer("n_inner", 4 * width),
                        json.integer("vocab_size"),
                        json.integer("n_positions"))
                .layerNorm(json.number("layer_norm_epsilon"))
                .mlp(Activations.named(json, "activation_function"), true)
                .attnScale(IntStream.range(0, layers)
                        .mapToObj(l -> 1 / (root * (byLayer ? l + 1 : 1)))
                        .toList())
                .tied(json.flag("tie_word_embeddings", true))
                .build();
    }
}
