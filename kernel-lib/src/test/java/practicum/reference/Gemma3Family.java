package practicum.reference;

import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;

/**
 * Gemma 3, text only (transformers: models/gemma3): Gemma 2 with q/k norms instead of capped scores, five windows to one
 * full layer, and other rotary frequencies in the windows than elsewhere. {@code attn_logit_softcapping} is read by
 * transformers but never applied.
 */
final class Gemma3Family extends Gemma2Family {
    Gemma3Family(Config config, StoredTensors tensors) {
        super(config, tensors);
    }

    @Override
    Attention attention(int layer) {
        String name = "layers." + layer + ".self_attn";
        return super.attention(layer)
                .withSoftCap(Double.POSITIVE_INFINITY)
                .withHeadNorms(norm(name + ".q_norm"), norm(name + ".k_norm"));
    }

    @Override
    int windowPattern() {
        return config.integer("sliding_window_pattern", config.integer("_sliding_window_pattern", 6));
    }

    @Override
    double finalCap() {
        return config.number("final_logit_softcapping", Double.POSITIVE_INFINITY);
    }

    /** New files nest the parameters by kind of layer; in old ones the scaling is for full layers only. */
    @Override
    Config rope(int layer) {
        String kind = slides(layer) ? "sliding_attention" : "full_attention";
        if (config.has("rope_parameters") && config.object("rope_parameters").has(kind)) {
            return new Config(config.json().deepCopy())
                    .with(
                            "rope_parameters",
                            config.object("rope_parameters").object(kind).json())
                    .rope(slides(layer) ? 10000 : 1e6);
        }
        return slides(layer)
                ? config.with("rope_scaling", JsonNull.INSTANCE)
                        .with("rope_theta", new JsonPrimitive(config.number("rope_local_base_freq", 10000)))
                        .rope(10000)
                : config.rope(1e6);
    }
}
