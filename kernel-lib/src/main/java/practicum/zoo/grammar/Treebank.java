package practicum.zoo.grammar;

import java.util.List;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.method.DependencyTree;
import practicum.method.LabelledWords;
import practicum.method.ProbedSentence;
import practicum.model.Transformer;
import practicum.world.grammar.ParsedSentence;

/** Sentences with their trees, as a model reads them. */
record Treebank(List<ParsedSentence> sentences) {
    private static final String PUNCTUATION = "punct";

    List<DependencyTree> trees() {
        return sentences.stream().map(DependencyTree::of).toList();
    }

    /** What a model makes of every word. */
    List<ProbedSentence> read(Transformer model, Hook hook) {
        return ProbedSentence.read(model, hook, trees());
    }

    /** The same without punctuation, which structural probes do not count. */
    List<ProbedSentence> readWords(Transformer model, Hook hook) {
        return read(model, hook).stream()
                .map(sentence -> sentence.without(PUNCTUATION))
                .toList();
    }

    /** Every word with its part of speech. */
    LabelledWords tagged(Transformer model, Hook hook) {
        return LabelledWords.of(
                read(model, hook),
                sentences.stream()
                        .map(sentence ->
                                sentence.tags().stream().map(Enum::name).toList())
                        .toList());
    }

    /** Where the stream stands behind a block. */
    static Hook behind(int layer, Transformer model) {
        return model.config().computes(HookPoint.NORMALIZED_RESID_POST)
                ? Hook.normalizedResidPost(layer)
                : Hook.residPost(layer);
    }

    /** The embedded words before the first block. */
    static Hook embedded(Transformer model) {
        return model.config().computes(HookPoint.FULL_EMBED) ? Hook.fullEmbed() : Hook.residPre(0);
    }
}
