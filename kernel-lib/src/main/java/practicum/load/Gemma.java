package practicum.load;

import java.util.Set;
import practicum.model.Activation;
import practicum.model.ModelConfig;
import practicum.model.ModelShape;
import practicum.model.Rotary;

/** Gemma (2024, arXiv 2403.08295): scaled embeddings, and scales that are stored less one. */
final class Gemma {
    static final Architecture ARCHITECTURE = new Architecture(
            "GemmaForCausalLM",
            "gemma",
            "model.",
            Gemma::config,
            LlamaTensors.sequential(Layout.LESS_ONE),
            LlamaTensors.COPIES,
            LlamaTensors.UNUSED,
            Set.of("attention_dropout"));

    private Gemma() {}

    private static ModelConfig config(ConfigReader json) {
        // The first files said hidden_act "gelu" and meant the approximation, which hidden_activation names since.
        json.has("hidden_act");
        Activation activation =
                json.has("hidden_activation") ? Activations.named(json, "hidden_activation") : Activation.GELU_TANH;
        json.only("use_bidirectional_attention", false);
        int dHead = json.integer("head_dim");
        Rotary rotary = Rotaries.of(json, dHead).read();
        return shape(json, activation, Shapes.context(json, rotary))
                .rotary(rotary)
                .build();
    }

    /** What all Gemmas have in common. */
    static ModelShape shape(ConfigReader json, Activation activation, int context) {
        int width = json.integer("hidden_size");
        boolean bias = json.flag("attention_bias", false);
        return ModelConfig.shape(
                        "gemma",
                        json.integer("num_hidden_layers"),
                        width,
                        json.integer("num_attention_heads"),
                        json.integer("intermediate_size"),
                        json.integer("vocab_size"),
                        context)
                .kvHeads(json.integer("num_key_value_heads"))
                .headWidth(json.integer("head_dim"))
                .embedScale((float) Math.sqrt(width))
                .rmsNorm(json.number("rms_norm_eps"))
                .attnBias(bias, bias)
                .gatedMlp(activation, false)
                .tied(json.flag("tie_word_embeddings", true));
    }
}
