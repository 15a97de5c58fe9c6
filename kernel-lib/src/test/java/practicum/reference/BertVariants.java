package practicum.reference;

import java.util.List;
import java.util.function.UnaryOperator;

/** BERT with its masked-language-model head. */
final class BertVariants {
    private BertVariants() {}

    static List<Variant> bert() {
        UnaryOperator<Variant> pretraining = variant -> variant.holding(t -> t.linear("bert.pooler.dense", 24, 24, true)
                .linear("cls.seq_relationship", 2, 24, true)
                .positions("bert.embeddings.position_ids", 32));
        return List.of(
                pretraining
                        .apply(Variant.of("bert-base-on-the-hub", "bert-old", "{}"))
                        .renamed("LayerNorm\\.weight$", "LayerNorm.gamma")
                        .renamed("LayerNorm\\.bias$", "LayerNorm.beta"),
                Variant.of("bert-new", "bert-new", "{}").offBy("{'hidden_act': 'relu'}"),
                Variant.of("bert-decoder-stored-too", "bert-new", "{}")
                        .holding(t -> t.copy("cls.predictions.decoder.weight", "bert.embeddings.word_embeddings.weight")
                                .copy("cls.predictions.decoder.bias", "cls.predictions.bias")),
                Variant.of(
                                "bert-untied-three-types",
                                "bert-new",
                                "{'tie_word_embeddings': false, 'type_vocab_size': 3," + " 'hidden_act': 'gelu_new'}")
                        .offBy("{'tie_word_embeddings': true}"));
    }
}
