package practicum.load;

import practicum.model.ModelConfig;
import practicum.model.ModelShape;
import practicum.model.Rotary;

/** What Llama and the families after it say in the same keys: decoders with rotary positions and grouped heads. */
final class Decoders {
    private Decoders() {}

    /**
     * Widths, heads, positions and context; the family adds what is its own.
     *
     * @param turned which part of a head is turned where the file does not say
     */
    static ModelShape shape(String name, ConfigReader json, double turned) {
        int width = json.integer("hidden_size");
        int heads = json.integer("num_attention_heads");
        int dHead = Shapes.head(json, width, heads);
        Rotary rotary = Rotaries.of(json, dHead).part(turned).read();
        return ModelConfig.shape(
                        name,
                        json.integer("num_hidden_layers"),
                        width,
                        heads,
                        json.integer("intermediate_size"),
                        json.integer("vocab_size"),
                        Shapes.context(json, rotary))
                .kvHeads(json.integer("num_key_value_heads", heads))
                .headWidth(dHead)
                .rotary(rotary)
                .tied(json.flag("tie_word_embeddings", false));
    }

    /** The same with Llama's normalisation and gated MLP, without biases. */
    static ModelShape gated(String name, ConfigReader json) {
        return shape(name, json, 1)
                .rmsNorm(json.number("rms_norm_eps"))
                .attnBias(false, false)
                .gatedMlp(Activations.named(json, "hidden_act"), false);
    }
}
