package practicum.load;

import static practicum.load.TensorSource.same;
import static practicum.load.TensorSource.stored;
import static practicum.load.TensorSource.transposed;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;
import practicum.model.ModelShape;

/** OPT (Zhang et al. 2022, arXiv 2205.01068): GPT-2 with ReLU; its smaller 350 M model normalises the stream itself. */
final class Opt {
    private static final String DECODER = "model.decoder.";
    private static final String LAYER = DECODER + "layers.%d.";
    private static final String ATTN = LAYER + "self_attn.";

    static final Architecture ARCHITECTURE = architecture(
            same("embed.W_E", DECODER + "embed_tokens.weight"), transposed("unembed.W_U", "lm_head.weight"));

    /** The same with embeddings narrower than the stream, and a matrix on either side that widens or narrows. */
    private static final Architecture PROJECTED = architecture(
            stored("embed.W_E", Layout.WIDENED, DECODER + "embed_tokens.weight", DECODER + "project_in.weight"),
            stored("unembed.W_U", Layout.NARROWED, DECODER + "project_out.weight", DECODER + "embed_tokens.weight"));

    private static Architecture architecture(TensorSource embedding, TensorSource unembedding) {
        return new Architecture(
                "OPTForCausalLM",
                "opt",
                "model.",
                Opt::config,
                Stream.concat(Stream.of(embedding, unembedding), common()).toList(),
                Map.of("lm_head.weight", DECODER + "embed_tokens.weight"),
                List.of(),
                Set.of("activation_dropout", "attention_dropout", "dropout", "init_std", "layerdrop"));
    }

    private static Stream<TensorSource> common() {
        return Stream.of(
                stored("pos_embed.W_pos", Layout.AFTER_TWO_ROWS, DECODER + "embed_positions.weight"),
                same("blocks.%d.ln1.w", LAYER + "self_attn_layer_norm.weight"),
                same("blocks.%d.ln1.b", LAYER + "self_attn_layer_norm.bias"),
                transposed(
                        "blocks.%d.attn.W_QKV", ATTN + "q_proj.weight", ATTN + "k_proj.weight", ATTN + "v_proj.weight"),
                same("blocks.%d.attn.b_QKV", ATTN + "q_proj.bias", ATTN + "k_proj.bias", ATTN + "v_proj.bias"),
                transposed("blocks.%d.attn.W_O", ATTN + "out_proj.weight"),
                same("blocks.%d.attn.b_O", ATTN + "out_proj.bias"),
                same("blocks.%d.ln2.w", LAYER + "final_layer_norm.weight"),
                same("blocks.%d.ln2.b", LAYER + "final_layer_norm.bias"),
                transposed("blocks.%d.mlp.W_in", LAYER + "fc1.weight"),
                same("blocks.%d.mlp.b_in", LAYER + "fc1.bias"),
                transposed("blocks.%d.mlp.W_out", LAYER + "fc2.weight"),
                same("blocks.%d.mlp.b_out", LAYER + "fc2.bias"),
                same("ln_final.w", DECODER + "final_layer_norm.weight"),
                same("ln_final.b", DECODER + "final_layer_norm.bias"));
    }

    private Opt() {}

    /** For OPT, the kind of it that a configuration describes; any other family as it is. */
    static Architecture suited(Architecture family, JsonObject config) {
        return family == ARCHITECTURE && isNarrow(new ConfigReader("config.json", config)) ? PROJECTED : family;
    }

    private static boolean isNarrow(ConfigReader json) {
        int width = json.integer("hidden_size");
        return json.integer("word_embed_proj_dim", width) != width;
    }

    private static ModelConfig config(ConfigReader json) {
        int width = json.integer("hidden_size");
        boolean bias = json.flag("enable_bias", true);
        boolean before = json.flag("do_layer_norm_before", true);
        boolean narrow = isNarrow(json);
        json.only("layer_norm_elementwise_affine", true);
        if (narrow) {
            json.only("tie_word_embeddings", true);
        }
        ModelShape shape = ModelConfig.shape(
                        "opt",
                        json.integer("num_hidden_layers"),
                        width,
                        json.integer("num_attention_heads"),
                        json.integer("ffn_dim"),
                        json.integer("vocab_size"),
                        json.integer("max_position_embeddings"))
                .layout(before ? BlockLayout.SEQUENTIAL : BlockLayout.RESIDUAL)
                .headWidth(Shapes.divided(json, width, json.integer("num_attention_heads")))
                .layerNorm(1e-5)
                .attnBias(bias, bias)
                .mlp(Activations.named(json, "activation_function"), bias)
                .tied(json.flag("tie_word_embeddings", true) && !narrow);
        boolean last = before && !json.flag("_remove_final_layer_norm", false);
        json.has("_remove_final_layer_norm");
        return (last ? shape : shape.noFinalNorm()).build();
    }
}
