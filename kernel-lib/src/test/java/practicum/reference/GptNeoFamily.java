package practicum.reference;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;

/** GPT-Neo (transformers: models/gpt_neo): scores are not scaled, and some layers see a window only. */
final class GptNeoFamily extends Family {
    GptNeoFamily(Config config, StoredTensors tensors) {
        super(config, tensors.withoutPrefix("transformer."));
    }

    @Override
    int layers() {
        return config.integer("num_layers");
    }

    @Override
    Embedding embedding() {
        return learnedPositions("wte.weight", "wpe.weight", 0);
    }

    @Override
    Block block(int layer) {
        String name = "h." + layer;
        Pointwise mlp = Mlp.plain(
                biased(name + ".mlp.c_fc"),
                Activation.named(config.text("activation_function", "gelu_new")),
                biased(name + ".mlp.c_proj"));
        return Block.serial(norm(name + ".ln_1"), attention(layer), norm(name + ".ln_2"), mlp);
    }

    private Attention attention(int layer) {
        String name = "h." + layer + ".attn.attention";
        int heads = config.integer("num_heads");
        boolean local = kinds().get(layer).equals("local");
        return Attention.plain(
                linear(name + ".q_proj"),
                linear(name + ".k_proj"),
                linear(name + ".v_proj"),
                biased(name + ".out_proj"),
                heads,
                heads,
                Rotation.NONE,
                1,
                local ? Mask.window(config.integer("window_size", 256)) : Mask.CAUSAL);
    }

    /** {@code [[["global", "local"], 2]]} means global, local, global, local. */
    private List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        for (JsonElement group : config.array("attention_types")) {
            JsonArray pair = group.getAsJsonArray();
            for (int i = 0; i < pair.get(1).getAsInt(); i++) {
                pair.get(0).getAsJsonArray().forEach(kind -> kinds.add(kind.getAsString()));
            }
        }
        return kinds;
    }

    private Pointwise norm(String name) {
        return layerNorm(name, config.number("layer_norm_epsilon", 1e-5));
    }

    @Override
    Pointwise finalNorm() {
        return norm("ln_f");
    }

    @Override
    Pointwise head() {
        return unembedding("wte.weight", "lm_head.weight", true);
    }
}
