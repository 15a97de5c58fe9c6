package practicum.reference;

import java.util.List;

/** OPT: every size but one normalises first; that one also embeds in fewer dimensions. */
final class OptVariants {
    private OptVariants() {}

    static List<Variant> opt() {
        return List.of(
                Variant.of("opt-125m", "opt-old", "{}").offBy("{'activation_function': 'gelu'}"),
                Variant.of(
                                "opt-350m",
                                "opt-old",
                                "{'do_layer_norm_before': false, 'hidden_size': 32, 'word_embed_proj_dim': 20}")
                        .lacking("_remove_final_layer_norm")
                        .renamed("^model\\.", ""),
                Variant.of("opt-projected-norm-first", "opt-new", "{'hidden_size': 32, 'word_embed_proj_dim': 20}"),
                Variant.of("opt-post-norm-unprojected", "opt-new", "{'do_layer_norm_before': false}"),
                Variant.of("opt-without-biases", "opt-new", "{'enable_bias': false, 'activation_function': 'gelu'}")
                        .offBy("{'activation_function': 'relu'}"),
                Variant.of("opt-final-norm-removed", "opt-new", "{'_remove_final_layer_norm': true}"),
                Variant.of("opt-tied-but-stored-twice", "opt-old", "{}")
                        .holding(t -> t.copy("lm_head.weight", "model.decoder.embed_tokens.weight")));
    }
}
