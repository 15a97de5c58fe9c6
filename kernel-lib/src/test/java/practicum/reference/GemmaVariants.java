package practicum.reference;

import java.util.List;

/** Gemma 1, 2 and 3. */
final class GemmaVariants {
    private GemmaVariants() {}

    static List<Variant> gemma() {
        return List.of(
                Variant.of("gemma-2b-saying-gelu", "gemma-old", "{}"),
                Variant.of("gemma-gqa-new", "gemma-new", "{'num_key_value_heads': 2, 'head_dim': 16}"),
                Variant.of("gemma-biases-untied", "gemma-new", "{'attention_bias': true, 'tie_word_embeddings': false}")
                        .offBy("{'attention_bias': false}"));
    }

    static List<Variant> gemma2() {
        return List.of(
                Variant.of("gemma2-2b-old", "gemma2-old", "{}").offBy("{'sliding_window': 5}"),
                Variant.of(
                                "gemma2-without-caps",
                                "gemma2-old",
                                "{'attn_logit_softcapping': null, 'final_logit_softcapping': null}")
                        .offBy("{'final_logit_softcapping': 5.0}"),
                Variant.of(
                                "gemma2-attention-cap-only",
                                "gemma2-new",
                                "{'attn_logit_softcapping': 1.0, 'final_logit_softcapping': null}")
                        .offBy("{'attn_logit_softcapping': null}"),
                Variant.of(
                                "gemma2-layer-types",
                                "gemma2-new",
                                "{'layer_types': ['full_attention', 'full_attention', 'sliding_attention',"
                                        + " 'sliding_attention'], 'query_pre_attn_scalar': 10}")
                        .offBy("{'query_pre_attn_scalar': 24}"));
    }

    static List<Variant> gemma3() {
        return List.of(
                Variant.of("gemma3-1b-old", "gemma3-old", "{}").offBy("{'sliding_window_pattern': 2}"),
                Variant.of("gemma3-default-pattern", "gemma3-old", "{'num_hidden_layers': 7, 'rope_theta': 100}")
                        .lacking("sliding_window_pattern")
                        .offBy("{'sliding_window_pattern': 7}"),
                Variant.of("gemma3-local-base", "gemma3-old", "{'rope_local_base_freq': 10, 'sliding_window': 8}")
                        .offBy("{'rope_local_base_freq': 10000}"),
                Variant.of("gemma3-270m", "gemma3-270m", "{}")
                        .offBy("{'layer_types': ['full_attention',"
                                + " 'sliding_attention', 'full_attention', 'sliding_attention']}"),
                Variant.of(
                                "gemma3-linear-on-full-layers",
                                "gemma3-old",
                                "{'rope_theta': 100, 'rope_scaling': {'factor': 8.0, 'rope_type': 'linear'}}")
                        .offBy("{'rope_scaling': null}"),
                Variant.of("gemma3-nested-new", "gemma3-new", "{}")
                        .offBy(
                                "{'rope_parameters': {'full_attention': {'rope_type': 'default', 'rope_theta':"
                                        + " 1000000.0}, 'sliding_attention': {'rope_type': 'default', 'rope_theta': 10000.0}}}"),
                Variant.of(
                                "gemma3-nested-linear",
                                "gemma3-new",
                                "{'rope_parameters': {'full_attention': {'rope_type': 'linear', 'factor': 8.0,"
                                        + " 'rope_theta': 100.0}, 'sliding_attention': {'rope_type': 'default',"
                                        + " 'rope_theta': 10000.0}}, 'final_logit_softcapping': 5.0}")
                        .offBy("{'final_logit_softcapping': null}"));
    }
}
