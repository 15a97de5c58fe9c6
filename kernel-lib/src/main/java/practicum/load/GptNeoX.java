package practicum.load;

import static practicum.load.TensorSource.same;
import static practicum.load.TensorSource.stored;
import static practicum.load.TensorSource.transposed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;
import practicum.model.Rotary;

/** GPT-NeoX and Pythia (Black et al. 2022, arXiv 2204.06745; Biderman et al. 2023, arXiv 2304.01373). */
final class GptNeoX {
    private static final String LAYER = "gpt_neox.layers.%d.";

    static final Architecture ARCHITECTURE = new Architecture(
            "GPTNeoXForCausalLM",
            "gpt_neox",
            "gpt_neox.",
            GptNeoX::config,
            List.of(
                    same("embed.W_E", "gpt_neox.embed_in.weight"),
                    same("blocks.%d.ln1.w", LAYER + "input_layernorm.weight"),
                    same("blocks.%d.ln1.b", LAYER + "input_layernorm.bias"),
                    stored("blocks.%d.attn.W_QKV", Layout.BY_HEAD, LAYER + "attention.query_key_value.weight"),
                    stored("blocks.%d.attn.b_QKV", Layout.BY_HEAD, LAYER + "attention.query_key_value.bias"),
                    transposed("blocks.%d.attn.W_O", LAYER + "attention.dense.weight"),
                    same("blocks.%d.attn.b_O", LAYER + "attention.dense.bias"),
                    same("blocks.%d.ln2.w", LAYER + "post_attention_layernorm.weight"),
                    same("blocks.%d.ln2.b", LAYER + "post_attention_layernorm.bias"),
                    transposed("blocks.%d.mlp.W_in", LAYER + "mlp.dense_h_to_4h.weight"),
                    same("blocks.%d.mlp.b_in", LAYER + "mlp.dense_h_to_4h.bias"),
                    transposed("blocks.%d.mlp.W_out", LAYER + "mlp.dense_4h_to_h.weight"),
                    same("blocks.%d.mlp.b_out", LAYER + "mlp.dense_4h_to_h.bias"),
                    same("ln_final.w", "gpt_neox.final_layer_norm.weight"),
                    same("ln_final.b", "gpt_neox.final_layer_norm.bias"),
                    transposed("unembed.W_U", "embed_out.weight")),
            Map.of("embed_out.weight", "gpt_neox.embed_in.weight"),
            List.of("gpt_neox\\.layers\\.\\d+\\.attention\\.(bias|masked_bias|rotary_emb\\.inv_freq)"),
            Set.of(
                    "attention_dropout",
                    "attention_probs_dropout_prob",
                    "classifier_dropout",
                    "hidden_dropout",
                    "hidden_dropout_prob"));

    private GptNeoX() {}

    private static ModelConfig config(ConfigReader json) {
        int width = json.integer("hidden_size");
        int heads = json.integer("num_attention_heads");
        int dHead = Shapes.divided(json, width, heads);
        boolean bias = json.flag("attention_bias", true);
        Rotary rotary = Rotaries.of(json, dHead)
                .base(own(json, "rotary_emb_base", "rope_theta", 10_000))
                .part(own(json, "rotary_pct", "partial_rotary_factor", 0.25))
                .read();
        return ModelConfig.shape(
                        "gpt-neox",
                        json.integer("num_hidden_layers"),
                        width,
                        heads,
                        json.integer("intermediate_size"),
                        json.integer("vocab_size"),
                        Shapes.context(json, rotary))
                .layout(json.flag("use_parallel_residual", true) ? BlockLayout.PARALLEL : BlockLayout.SEQUENTIAL)
                .layerNorm(json.number("layer_norm_eps"))
                .rotary(rotary)
                .attnBias(bias, bias)
                .mlp(Activations.named(json, "hidden_act"), true)
                .tied(json.flag("tie_word_embeddings", false))
                .build();
    }

    /** The family's own key, which decides; some files say it again under the name that others use. */
    private static double own(ConfigReader json, String key, String again, double otherwise) {
        double value = json.number(key, otherwise);
        if (!json.has("rope_parameters") && json.number(again, value) != value) {
            throw new LoadException(json.where() + ": \"" + again + "\" is " + json.number(again) + ", but \"" + key
                    + "\", which decides in this family, is " + value + ".");
        }
        return value;
    }
}
