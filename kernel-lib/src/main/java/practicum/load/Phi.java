package practicum.load;

import static practicum.load.TensorSource.same;
import static practicum.load.TensorSource.transposed;

import java.util.List;
import java.util.Set;
import practicum.model.AttentionConfig.QkNorm;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;
import practicum.model.Rotary;

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
        int width = json.integer("hidden_size");
        int heads = json.integer("num_attention_heads");
        int dHead = Shapes.head(json, width, heads);
        Rotary rotary = Rotaries.of(json, dHead).part(0.5).read();
        return ModelConfig.shape(
                        "phi",
                        json.integer("num_hidden_layers"),
                        width,
                        heads,
                        json.integer("intermediate_size"),
                        json.integer("vocab_size"),
                        Shapes.context(json, rotary))
                .kvHeads(json.integer("num_key_value_heads", heads))
                .headWidth(dHead)
                .layout(BlockLayout.PARALLEL_SHARED)
                .layerNorm(json.number("layer_norm_eps"))
                .rotary(rotary)
                .qkNorm(json.flag("qk_layernorm", false) ? QkNorm.HEAD : QkNorm.NONE)
                .mlp(Activations.named(json, "hidden_act"), true)
                .tied(json.flag("tie_word_embeddings", false))
                .unembedBias(true)
                .build();
    }
}
