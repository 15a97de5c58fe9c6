package practicum.reference;

import static practicum.reference.Variant.inBlocks;

import java.util.List;

/** Llama, Mistral, Qwen and OLMo 2. */
final class LlamaVariants {
    private LlamaVariants() {}

    static List<Variant> llama() {
        return List.of(
                Variant.of("llama-1-on-the-hub", "llama-old", "{}")
                        .lacking("num_key_value_heads", "rope_scaling", "pretraining_tp")
                        .holding(inBlocks(
                                "model.layers.",
                                3,
                                (t, b) -> t.frequencies(b + ".self_attn.rotary_emb.inv_freq", 10000, 8))),
                Variant.of("llama-other-theta-old", "llama-old", "{'rope_theta': 50.0}")
                        .offBy("{'rope_theta': 10000.0}"),
                Variant.of("llama-mqa-head-of-10", "llama-new", "{'num_key_value_heads': 1, 'head_dim': 10}"),
                Variant.of("llama-gqa-head-of-6", "llama-old", "{'hidden_size': 24}"),
                Variant.of(
                        "smol-lm",
                        "llama-new",
                        "{'rope_interleaved': false, 'is_llama_config': true,"
                                + " 'transformers.js_config': {'kv_cache_dtype': {'fp16': 'float16'}}}"),
                Variant.of("llama-biases", "llama-new", "{'attention_bias': true, 'mlp_bias': true}")
                        .offBy("{'attention_bias': false}"),
                Variant.of("llama-tied-but-stored-twice", "llama-new", "{'tie_word_embeddings': true}")
                        .holding(t -> t.copy("lm_head.weight", "model.embed_tokens.weight")),
                Variant.of("llama-without-prefix-tied", "llama-new", "{'tie_word_embeddings': true}")
                        .renamed("^model\\.", ""),
                Variant.of("llama-many-ends", "llama-new", "{'eos_token_id': [2, 3, 4], 'head_dim': null}"));
    }

    static List<Variant> mistral() {
        return List.of(
                Variant.of("mistral-0.1", "mistral-old", "{}").offBy("{'sliding_window': 6}"),
                Variant.of("mistral-0.3-no-window", "mistral-old", "{'sliding_window': null, 'rope_theta': 1000000.0}")
                        .offBy("{'sliding_window': 11}"),
                Variant.of("mistral-nemo-new", "mistral-new", "{'sliding_window': 3}")
                        .offBy("{'sliding_window': null}"));
    }

    static List<Variant> qwen2() {
        return List.of(
                Variant.of("qwen2.5-window-not-in-use", "qwen2-old", "{}")
                        .offBy("{'use_sliding_window': true, 'max_window_layers': 0}"),
                Variant.of(
                                "qwen2.5-windows-from-layer-1",
                                "qwen2-old",
                                "{'use_sliding_window': true, 'max_window_layers': 1}")
                        .offBy("{'max_window_layers': 2}"),
                Variant.of(
                                "qwen2-layer-types",
                                "qwen2-new",
                                "{'use_sliding_window': true, 'layer_types':"
                                        + " ['sliding_attention', 'full_attention', 'sliding_attention']}")
                        .offBy("{'layer_types': ['full_attention', 'full_attention', 'sliding_attention']}"),
                Variant.of(
                                "qwen2.5-yarn",
                                "qwen2-old",
                                "{'rope_theta': 1000.0, 'rope_scaling': {'factor': 4.0,"
                                        + " 'original_max_position_embeddings': 16, 'type': 'yarn'}}")
                        .prompt(24)
                        .offBy("{'rope_scaling': null}"),
                Variant.of("qwen2.5-untied", "qwen2-old", "{'tie_word_embeddings': false, 'sliding_window': null}")
                        .offBy("{'tie_word_embeddings': true}"));
    }

    static List<Variant> qwen3() {
        return List.of(
                Variant.of("qwen3-0.6b", "qwen3-old", "{}"),
                Variant.of("qwen3-biases-head-of-6", "qwen3-new", "{'attention_bias': true, 'head_dim': 6}")
                        .offBy("{'attention_bias': false}"),
                Variant.of(
                                "qwen3-windows",
                                "qwen3-old",
                                "{'use_sliding_window': true, 'sliding_window': 3, 'max_window_layers': 2}")
                        .offBy("{'use_sliding_window': false}"),
                Variant.of(
                                "qwen3-yarn",
                                "qwen3-old",
                                "{'rope_theta': 1000, 'rope_scaling': {'rope_type': 'yarn', 'factor': 4.0,"
                                        + " 'original_max_position_embeddings': 16}}")
                        .prompt(24)
                        .offBy("{'rope_scaling': null}"));
    }

    static List<Variant> olmo2() {
        return List.of(
                Variant.of("olmo2-7b-old", "olmo2-old", "{}"),
                Variant.of("olmo2-gqa-new", "olmo2-new", "{'num_key_value_heads': 2}"),
                Variant.of("olmo2-biases-tied", "olmo2-new", "{'attention_bias': true, 'tie_word_embeddings': true}")
                        .offBy("{'attention_bias': false}"),
                Variant.of(
                                "olmo2-linear",
                                "olmo2-old",
                                "{'rope_theta': 100, 'rope_scaling': {'type': 'linear'," + " 'factor': 8.0}}")
                        .offBy("{'rope_scaling': null}"));
    }
}
