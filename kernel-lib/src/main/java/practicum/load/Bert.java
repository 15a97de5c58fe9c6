package practicum.load;

import static practicum.load.TensorSource.same;
import static practicum.load.TensorSource.transposed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;

/** BERT with its masked-language head (Devlin et al. 2018, arXiv 1810.04805): reads in both directions. */
final class Bert {
    private static final String LAYER = "bert.encoder.layer.%d.";
    private static final String SELF = LAYER + "attention.self.";
    private static final String HEAD = "cls.predictions.";

    static final Architecture ARCHITECTURE = new Architecture(
            "BertForMaskedLM",
            "bert",
            "bert.",
            Bert::config,
            List.of(
                    same("embed.W_E", "bert.embeddings.word_embeddings.weight"),
                    same("pos_embed.W_pos", "bert.embeddings.position_embeddings.weight"),
                    same("token_type_embed.W_token_type", "bert.embeddings.token_type_embeddings.weight"),
                    same("embed.ln.w", "bert.embeddings.LayerNorm.weight"),
                    same("embed.ln.b", "bert.embeddings.LayerNorm.bias"),
                    transposed(
                            "blocks.%d.attn.W_QKV", SELF + "query.weight", SELF + "key.weight", SELF + "value.weight"),
                    same("blocks.%d.attn.b_QKV", SELF + "query.bias", SELF + "key.bias", SELF + "value.bias"),
                    transposed("blocks.%d.attn.W_O", LAYER + "attention.output.dense.weight"),
                    same("blocks.%d.attn.b_O", LAYER + "attention.output.dense.bias"),
                    same("blocks.%d.ln1.w", LAYER + "attention.output.LayerNorm.weight"),
                    same("blocks.%d.ln1.b", LAYER + "attention.output.LayerNorm.bias"),
                    transposed("blocks.%d.mlp.W_in", LAYER + "intermediate.dense.weight"),
                    same("blocks.%d.mlp.b_in", LAYER + "intermediate.dense.bias"),
                    transposed("blocks.%d.mlp.W_out", LAYER + "output.dense.weight"),
                    same("blocks.%d.mlp.b_out", LAYER + "output.dense.bias"),
                    same("blocks.%d.ln2.w", LAYER + "output.LayerNorm.weight"),
                    same("blocks.%d.ln2.b", LAYER + "output.LayerNorm.bias"),
                    transposed("mlm_head.W", HEAD + "transform.dense.weight"),
                    same("mlm_head.b", HEAD + "transform.dense.bias"),
                    same("mlm_head.ln.w", HEAD + "transform.LayerNorm.weight"),
                    same("mlm_head.ln.b", HEAD + "transform.LayerNorm.bias"),
                    transposed("unembed.W_U", HEAD + "decoder.weight"),
                    same("unembed.b_U", HEAD + "bias")),
            Map.of(
                    HEAD + "decoder.weight",
                    "bert.embeddings.word_embeddings.weight",
                    HEAD + "decoder.bias",
                    HEAD + "bias"),
            List.of(
                    "bert\\.pooler\\.dense\\.(weight|bias)",
                    "bert\\.embeddings\\.position_ids",
                    "cls\\.seq_relationship\\.(weight|bias)"),
            Set.of(
                    "attention_probs_dropout_prob",
                    "classifier_dropout",
                    "directionality",
                    "hidden_dropout_prob",
                    "pooler_fc_size",
                    "pooler_num_attention_heads",
                    "pooler_num_fc_layers",
                    "pooler_size_per_head",
                    "pooler_type"));

    private Bert() {}

    private static ModelConfig config(ConfigReader json) {
        json.only("position_embedding_type", "absolute");
        json.only("is_decoder", false);
        int width = json.integer("hidden_size");
        int heads = json.integer("num_attention_heads");
        return ModelConfig.shape(
                        "bert",
                        json.integer("num_hidden_layers"),
                        width,
                        heads,
                        json.integer("intermediate_size"),
                        json.integer("vocab_size"),
                        json.integer("max_position_embeddings"))
                .headWidth(Shapes.divided(json, width, heads))
                .layout(BlockLayout.RESIDUAL)
                .bidirectional()
                .layerNorm(json.number("layer_norm_eps"))
                .mlp(Activations.named(json, "hidden_act"), true)
                .tokenTypes(json.integer("type_vocab_size"))
                .embedNorm()
                .noFinalNorm()
                .mlmHead()
                .unembedBias(true)
                .tied(json.flag("tie_word_embeddings", true))
                .build();
    }
}
