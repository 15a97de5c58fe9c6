package practicum.reference;

import java.util.List;

/** Phi 1 and 2. */
final class PhiVariants {
    private PhiVariants() {}

    static List<Variant> phi() {
        return List.of(
                Variant.of("phi-1-old", "phi-old", "{}").offBy("{'partial_rotary_factor': 1.0}"),
                Variant.of(
                                "phi-2-head-of-10",
                                "phi-old",
                                "{'hidden_size': 40, 'num_key_value_heads': 4," + " 'partial_rotary_factor': 0.4}")
                        .offBy("{'partial_rotary_factor': 0.8}"),
                Variant.of("phi-qk-norm-gqa", "phi-new", "{'qk_layernorm': true, 'num_key_value_heads': 2}")
                        .offBy("{'qk_layernorm': false}"),
                Variant.of(
                                "phi-linear-old",
                                "phi-old",
                                "{'rope_scaling': {'type': 'linear', 'factor': 4.0}, 'hidden_act': 'gelu'}")
                        .offBy("{'rope_scaling': null}"));
    }
}
