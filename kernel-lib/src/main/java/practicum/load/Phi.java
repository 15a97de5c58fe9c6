package practicum.load;

import static practicum.load.TensorSource.same;
import static practicum.load.TensorSource.transposed;

import java.util.List;
import java.util.Set;
import practicum.model.AttentionConfig.QkNorm;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;

/** Phi 1, 1.5 and 2 (Gunasekar et al. 2023, arXiv 2306.11644): attention and MLP side by side after one normalisation. */
final class Phi {
    private static final String ATTN = "model.layers.%d.self_attn.";

    static final Architecture ARCHITECTURE = new Architecture(
            "PhiForCausalLM",
            "phi",
            "model.",
            Phi::config,
            List.of(
                    same("embed.W_E", "model.embed_tokens.weight"),
                    same("blocks.%d.ln1.w", "model.layers.%d.input_layernorm.weight"),
                    same("blocks.%d.ln1.b", "model.layers.%d.input_layernorm.bias"),
                    transposed(
                            "blocks.%d.attn.W_QKV",
                            ATTN + "q_proj.weight", ATTN + "k_proj.weight", ATTN + "v_proj.weight"),
                    same("blocks.%d.attn.b_QKV", ATTN + "q_proj.bias", ATTN + "k_proj.bias", ATTN + "v_proj.bias"),
                    same("blocks.%d.attn.q_norm.w", ATTN + "q_layernorm.weight"),
                    same("blocks.%d.attn.q_norm.b", ATTN + "q_layernorm.bias"),
                    same("blocks.%d.attn.k_norm.w", ATTN + "k_layernorm.weight"),
                    same("blocks.%d.attn.k_norm.b", ATTN + "k_layernorm.bias"),
                    transposed("blocks.%d.attn.W_O", ATTN + "dense.weight"),
                    same("blocks.%d.attn.b_O", ATTN + "dense.bias"),
                    transposed("blocks.%d.mlp.W_in", "model.layers.%d.mlp.fc1.weight"),
                    same("blocks.%d.mlp.b_in", "model.layers.%d.mlp.fc1.bias"),
                    transposed("blocks.%d.mlp.W_out", "model.layers.%d.mlp.fc2.weight"),
                    same("blocks.%d.mlp.b_out", "model.layers.%d.mlp.fc2.bias"),
                    same("ln_final.w", "model.final_layernorm.weight"),
                    same("ln_final.b", "model.final_layernorm.bias"),
                    transposed("unembed.W_U", "lm_head.weight"),
                    same("unembed.b_U", "lm_head.bias")),
            LlamaTensors.COPIES,
            LlamaTensors.UNUSED,
            Set.of("attention_dropout", "embd_pdrop", "resid_pdrop"));

    private Phi() {}

    private static ModelConfig config(ConfigReader json) {
        return Decoders.shape("phi", json, 0.5)
                .layout(BlockLayout.PARALLEL_SHARED)
                .layerNorm(json.number("layer_norm_eps"))
                .qkNorm(json.flag("qk_layernorm", false) ? QkNorm.HEAD : QkNorm.NONE)
                .mlp(Activations.named(json, "hidden_act"), true)
                .unembedBias(true)
                .build();
    }
}
