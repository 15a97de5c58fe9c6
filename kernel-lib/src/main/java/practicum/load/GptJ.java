package practicum.load;

import static practicum.load.TensorSource.same;
import static practicum.load.TensorSource.transposed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;
import practicum.model.Rotary;
import practicum.model.RotaryScaling;

/** GPT-J (Wang and Komatsuzaki 2021): attention and MLP side by side, and rotary positions whose pairs are neighbours. */
final class GptJ {
    private static final String LAYER = "transformer.h.%d.";

    static final Architecture ARCHITECTURE = new Architecture(
            "GPTJForCausalLM",
            "gptj",
            "transformer.",
            GptJ::config,
            List.of(
                    same("embed.W_E", "transformer.wte.weight"),
                    same("blocks.%d.ln1.w", LAYER + "ln_1.weight"),
                    same("blocks.%d.ln1.b", LAYER + "ln_1.bias"),
                    transposed(
                            "blocks.%d.attn.W_QKV",
                            LAYER + "attn.q_proj.weight", LAYER + "attn.k_proj.weight", LAYER + "attn.v_proj.weight"),
                    transposed("blocks.%d.attn.W_O", LAYER + "attn.out_proj.weight"),
                    transposed("blocks.%d.mlp.W_in", LAYER + "mlp.fc_in.weight"),
                    same("blocks.%d.mlp.b_in", LAYER + "mlp.fc_in.bias"),
                    transposed("blocks.%d.mlp.W_out", LAYER + "mlp.fc_out.weight"),
                    same("blocks.%d.mlp.b_out", LAYER + "mlp.fc_out.bias"),
                    same("ln_final.w", "transformer.ln_f.weight"),
                    same("ln_final.b", "transformer.ln_f.bias"),
                    transposed("unembed.W_U", "lm_head.weight"),
                    same("unembed.b_U", "lm_head.bias")),
            Map.of("lm_head.weight", "transformer.wte.weight"),
            List.of("transformer\\.h\\.\\d+\\.attn\\.(bias|masked_bias|embed_positions)"),
            Set.of(
                    "attn_pdrop",
                    "embd_pdrop",
                    "n_ctx", // says n_positions again
                    "resid_pdrop",
                    "rotary", // true in the first files; this family has no other positions
                    "scale_attn_weights", // not read by this family's code: scores are always scaled
                    "summary_activation",
                    "summary_first_dropout",
                    "summary_proj_to_labels",
                    "summary_type",
                    "summary_use_proj"));

    private GptJ() {}

    private static ModelConfig config(ConfigReader json) {
        int width = json.integer("n_embd");
        int heads = json.integer("n_head");
        int dHead = Shapes.divided(json, width, heads);
        int turned = turned(json, width, heads);
        return ModelConfig.shape(
                        "gpt-j",
                        json.integer("n_layer"),
                        width,
                        heads,
                        json.integer("n_inner", 4 * width),
                        json.integer("vocab_size"),
                        json.integer("n_positions"))
                .layout(BlockLayout.PARALLEL_SHARED)
                .layerNorm(json.number("layer_norm_epsilon"))
                .rotary(new Rotary(turned, true, 10_000, new RotaryScaling.None()))
                .attnBias(false, false)
                .mlp(Activations.named(json, "activation_function"), true)
                .tied(json.flag("tie_word_embeddings", false))
                .unembedBias(true)
                .build();
    }

    /** How much of a head is turned: 64 where the file does not say; null means the model's whole width. */
    private static int turned(ConfigReader json, int width, int heads) {
        if (!json.saysNull("rotary_dim")) {
            return json.integer("rotary_dim", 64);
        }
        if (heads > 1) {
            throw new LoadException(json.where() + ": \"rotary_dim\" is null, which means " + width
                    + " numbers of each head, but the model has " + heads + " heads that share them. Say how many"
                    + " numbers of a head are turned.");
        }
        return width;
    }
}
