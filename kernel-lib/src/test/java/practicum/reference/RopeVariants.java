package practicum.reference;

import java.util.List;

/** Every type of rotary scaling, in old and new files, with prompts long enough to show it. */
final class RopeVariants {
    private RopeVariants() {}

    static List<Variant> llama() {
        String llama3 = "'factor': 8.0, 'low_freq_factor': 1.0, 'high_freq_factor': 4.0,"
                + " 'original_max_position_embeddings': 32";
        String plain = "{'rope_parameters': {'rope_type': 'default', 'rope_theta': 10000.0}}";
        String unscaled = "{'rope_scaling': null}";
        return List.of(
                Variant.of("llama-linear-old", "llama-old", "{'rope_scaling': {'type': 'linear', 'factor': 4.0}}")
                        .offBy(unscaled),
                newRope("llama-linear-new", "'rope_type': 'linear', 'factor': 4.0, 'rope_theta': 500.0")
                        .offBy(plain),
                Variant.of(
                                "llama-dynamic-old",
                                "llama-old",
                                "{'rope_scaling': {'type': 'dynamic', 'factor': 3.0}, 'max_position_embeddings': 8}")
                        .prompt(16)
                        .offBy(unscaled),
                Variant.of(
                                "llama-dynamic-new",
                                "llama-new",
                                "{'rope_parameters': {'rope_type': 'dynamic', 'factor': 2.0, 'rope_theta': 10000.0},"
                                        + " 'max_position_embeddings': 10}")
                        .prompt(12)
                        .offBy(plain),
                Variant.of(
                        "llama-dynamic-not-yet",
                        "llama-old",
                        "{'rope_scaling': {'rope_type': 'dynamic', 'factor': 3.0}}"),
                Variant.of(
                                "llama-3.1-old",
                                "llama-old",
                                "{'rope_theta': 500.0, 'rope_scaling': {'rope_type': 'llama3', " + llama3 + "}}")
                        .prompt(24)
                        .offBy(unscaled),
                newRope("llama-3.1-new", "'rope_type': 'llama3', 'rope_theta': 500.0, " + llama3)
                        .prompt(24)
                        .offBy("{'rope_parameters': {'rope_type': 'default', 'rope_theta': 500.0}}"),
                Variant.of(
                                "llama-yarn-old",
                                "llama-old",
                                "{'rope_scaling': {'type': 'yarn', 'factor': 4.0,"
                                        + " 'original_max_position_embeddings': 16}}")
                        .prompt(24)
                        .offBy(unscaled),
                Variant.of(
                                "llama-yarn-from-max-positions",
                                "llama-old",
                                "{'max_position_embeddings': 16, 'rope_scaling': {'rope_type': 'yarn', 'factor': 2.0}}")
                        .prompt(24)
                        .offBy(unscaled),
                yarn("llama-yarn-mscale", "'mscale': 0.5, 'mscale_all_dim': 1.5")
                        .offBy(yarnParameters("'mscale': 1.0, 'mscale_all_dim': 1.0")),
                yarn("llama-yarn-mscale-alone", "'mscale': 0.5").offBy(plain),
                yarn("llama-yarn-betas", "'beta_fast': 4.0, 'beta_slow': 0.25")
                        .offBy(yarnParameters("'beta_fast': 32.0, 'beta_slow': 1.0")),
                yarn("llama-yarn-attention-factor", "'attention_factor': 0.8")
                        .offBy(yarnParameters("'truncate': true")),
                yarn("llama-yarn-not-truncated", "'truncate': false, 'beta_fast': 1.0, 'beta_slow': 0.25")
                        .offBy(yarnParameters("'truncate': true, 'beta_fast': 1.0, 'beta_slow': 0.25")));
    }

    private static Variant newRope(String name, String parameters) {
        return Variant.of(name, "llama-new", "{'rope_parameters': {" + parameters + "}}");
    }

    private static Variant yarn(String name, String parameters) {
        return Variant.of(name, "llama-new", yarnParameters(parameters)).prompt(24);
    }

    private static String yarnParameters(String more) {
        return "{'rope_parameters': {'rope_type': 'yarn', 'rope_theta': 100.0, 'factor': 4.0,"
                + " 'original_max_position_embeddings': 16, " + more + "}}";
    }
}
