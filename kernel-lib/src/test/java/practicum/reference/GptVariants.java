package practicum.reference;

import static practicum.reference.Variant.inBlocks;

import java.util.List;

/** GPT-2, GPT-Neo, GPT-NeoX and GPT-J. */
final class GptVariants {
    private GptVariants() {}

    static List<Variant> gpt2() {
        return List.of(
                Variant.of("gpt2-as-on-the-hub", "gpt2-old", "{}")
                        .holding(inBlocks("transformer.h.", 3, (t, b) -> t.causalMask(b + ".attn.bias", 32)))
                        .renamed("^transformer\\.", ""),
                Variant.of("gpt2-unscaled", "gpt2-new", "{'scale_attn_weights': false}")
                        .offBy("{'scale_attn_weights': true}"),
                Variant.of(
                                "gpt2-scaled-by-layer",
                                "gpt2-new",
                                "{'scale_attn_by_inverse_layer_idx': true, 'reorder_and_upcast_attn': true}")
                        .offBy("{'scale_attn_by_inverse_layer_idx': false}"),
                Variant.of(
                                "gpt2-untied-head-of-6",
                                "gpt2-new",
                                "{'n_embd': 30, 'n_head': 5, 'n_inner': 50, 'tie_word_embeddings': false,"
                                        + " 'activation_function': 'relu'}")
                        .offBy("{'tie_word_embeddings': true}"),
                Variant.of("gpt2-tied-but-stored-twice", "gpt2-new", "{}")
                        .holding(t -> t.copy("lm_head.weight", "transformer.wte.weight"))
                        .holding(inBlocks("transformer.h.", 3, (t, b) -> t.causalMask(b + ".attn.bias", 32)
                                .maskedBias(b + ".attn.masked_bias"))));
    }

    static List<Variant> gptNeo() {
        return List.of(
                Variant.of("gptneo-tiny-stories", "gpt-neo-old", "{}")
                        .holding(inBlocks("transformer.h.", 4, (t, b) -> t.causalMask(b + ".attn.attention.bias", 32)
                                .maskedBias(b + ".attn.attention.masked_bias")))
                        .offBy("{'attention_types': [[['global'], 4]]}"),
                Variant.of(
                                "gptneo-local-first",
                                "gpt-neo-old",
                                "{'attention_types': [[['local'], 2], [['global', 'local'], 1]], 'attention_layers':"
                                        + " ['local', 'local', 'global', 'local'], 'intermediate_size': 50}")
                        .offBy("{'window_size': 4}"),
                Variant.of(
                                "gptneo-untied",
                                "gpt-neo-old",
                                "{'tie_word_embeddings': false, 'hidden_size': 30, 'num_heads': 3}")
                        .offBy("{'tie_word_embeddings': true}"));
    }

    static List<Variant> gptNeoX() {
        return List.of(
                Variant.of("neox-pythia-on-the-hub", "gpt-neox-old", "{}")
                        .holding(inBlocks("gpt_neox.layers.", 3, (t, b) -> t.causalMask(b + ".attention.bias", 64)
                                .maskedBias(b + ".attention.masked_bias")
                                .frequencies(b + ".attention.rotary_emb.inv_freq", 10000, 2)))
                        .offBy("{'rotary_pct': 1.0}"),
                Variant.of(
                                "neox-serial-tied-other-base",
                                "gpt-neox-old",
                                "{'use_parallel_residual': false, 'tie_word_embeddings': true, 'rotary_pct': 1.0,"
                                        + " 'rotary_emb_base': 100}")
                        .offBy("{'rotary_emb_base': 10000}"),
                Variant.of("neox-serial-new", "gpt-neox-new", "{'use_parallel_residual': false}")
                        .offBy("{'use_parallel_residual': true}"),
                Variant.of("neox-without-attention-bias", "gpt-neox-new", "{'attention_bias': false}")
                        .offBy("{'rope_parameters': {'rope_type': 'default', 'rope_theta': 10000.0,"
                                + " 'partial_rotary_factor': 1.0}}"),
                Variant.of(
                                "neox-20b-keys",
                                "gpt-neox-old",
                                "{'hidden_act': 'gelu_fast', 'attention_probs_dropout_prob': 0, 'hidden_dropout_prob': 0,"
                                        + " 'hidden_size': 40}")
                        .offBy("{'rotary_pct': 1.0}"),
                Variant.of(
                                "neox-saying-everything-twice",
                                "gpt-neox-old",
                                "{'rope_theta': 100, 'rotary_emb_base': 100, 'partial_rotary_factor': 0.5,"
                                        + " 'rotary_pct': 0.5, 'rope_scaling': null, 'attention_bias': true}")
                        .offBy("{'rotary_emb_base': 10000}"),
                Variant.of(
                                "neox-linear-old",
                                "gpt-neox-old",
                                "{'rope_scaling': {'type': 'linear', 'factor': 4.0}, 'rotary_pct': 0.75}")
                        .offBy("{'rope_scaling': null}"),
                Variant.of(
                                "neox-dynamic-old",
                                "gpt-neox-old",
                                "{'rope_scaling': {'type': 'dynamic', 'factor': 4.0}, 'rotary_pct': 1.0,"
                                        + " 'max_position_embeddings': 8}")
                        .prompt(16)
                        .offBy("{'rope_scaling': null}"));
    }

    static List<Variant> gptJ() {
        return List.of(
                Variant.of("gptj-rotary-4", "gptj-old", "{}")
                        .holding(inBlocks("transformer.h.", 3, (t, b) -> t.causalMask(b + ".attn.bias", 64)
                                .maskedBias(b + ".attn.masked_bias")))
                        .offBy("{'rotary_dim': 8}"),
                Variant.of("gptj-rotary-null-one-head", "gptj-old", "{'rotary_dim': null, 'n_head': 1, 'n_embd': 16}")
                        .offBy("{'rotary_dim': 4}"),
                Variant.of(
                                "gptj-tied-head-of-10",
                                "gptj-old",
                                "{'n_embd': 30, 'n_head': 3, 'n_inner': 50, 'rotary_dim': 6, 'tie_word_embeddings': true}")
                        .offBy("{'rotary_dim': 10}"));
    }
}
