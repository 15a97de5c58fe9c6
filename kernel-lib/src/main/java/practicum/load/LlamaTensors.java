package practicum.load;

import static practicum.load.TensorSource.same;
import static practicum.load.TensorSource.stored;
import static practicum.load.TensorSource.transposed;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names that Llama gave to its tensors and many families kept. Those that a model has no use for are passed by. */
final class LlamaTensors {
    /** Rotary frequencies, stored by old files, are computed here. */
    static final List<String> UNUSED = List.of("model\\.layers\\.\\d+\\.self_attn\\.rotary_emb\\.inv_freq");

    /** A tied model may store its embedding twice. */
    static final Map<String, String> COPIES = Map.of("lm_head.weight", "model.embed_tokens.weight");

    private static final String LAYER = "model.layers.%d.";

    private LlamaTensors() {}

    /** Blocks that normalise what attention and MLP read. */
    static List<TensorSource> sequential(Layout norm) {
        return Stream.concat(
                        common(norm),
                        Stream.of(
                                norm(norm, "blocks.%d.ln1", "input_layernorm"),
                                norm(norm, "blocks.%d.ln2", "post_attention_layernorm")))
                .toList();
    }

    /** Blocks that normalise what attention and MLP write, and perhaps also what they read. */
    static List<TensorSource> sandwich(Layout norm) {
        return Stream.concat(
                        common(norm),
                        Stream.of(
                                norm(norm, "blocks.%d.ln1", "input_layernorm"),
                                norm(norm, "blocks.%d.ln1_post", "post_attention_layernorm"),
                                norm(norm, "blocks.%d.ln2", "pre_feedforward_layernorm"),
                                norm(norm, "blocks.%d.ln2_post", "post_feedforward_layernorm")))
                .toList();
    }

    private static Stream<TensorSource> common(Layout norm) {
        String attn = LAYER + "self_attn.";
        String mlp = LAYER + "mlp.";
        return Stream.of(
                same("embed.W_E", "model.embed_tokens.weight"),
                transposed(
                        "blocks.%d.attn.W_QKV", attn + "q_proj.weight", attn + "k_proj.weight", attn + "v_proj.weight"),
                same("blocks.%d.attn.b_QKV", attn + "q_proj.bias", attn + "k_proj.bias", attn + "v_proj.bias"),
                norm(norm, "blocks.%d.attn.q_norm", "self_attn.q_norm"),
                norm(norm, "blocks.%d.attn.k_norm", "self_attn.k_norm"),
                transposed("blocks.%d.attn.W_O", attn + "o_proj.weight"),
                same("blocks.%d.attn.b_O", attn + "o_proj.bias"),
                transposed("blocks.%d.mlp.W_gate", mlp + "gate_proj.weight"),
                same("blocks.%d.mlp.b_gate", mlp + "gate_proj.bias"),
                transposed("blocks.%d.mlp.W_in", mlp + "up_proj.weight"),
                same("blocks.%d.mlp.b_in", mlp + "up_proj.bias"),
                transposed("blocks.%d.mlp.W_out", mlp + "down_proj.weight"),
                same("blocks.%d.mlp.b_out", mlp + "down_proj.bias"),
                stored("ln_final.w", norm, "model.norm.weight"),
                transposed("unembed.W_U", "lm_head.weight"));
    }

    private static TensorSource norm(Layout layout, String parameter, String file) {
        return stored(parameter + ".w", layout, LAYER + file + ".weight");
    }
}
