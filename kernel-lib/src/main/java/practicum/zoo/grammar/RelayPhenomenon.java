package practicum.zoo.grammar;

import java.util.List;
import practicum.hook.Hook;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.token.Tokens;
import practicum.world.grammar.AgreementPair;
import practicum.world.grammar.GrammarWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Where the subject's number stands on its way to the verb, by activation patching (Vig et al. 2020, arXiv 2004.12265): one
 * word's vector is taken from a run on the same sentence with the subject's number turned round, and the share of the
 * difference of the verb's two logits that turns with it is measured.
 *
 * @param layer the layer behind which the vector is taken
 * @param atNext whether the number should stand at the word behind the subject, which begins the phrase or clause about it,
 *     and no more at the subject; else the other way round
 */
record RelayPhenomenon(GrammarWorld world, int layer, boolean atNext) implements Phenomenon<Transformer> {
    private static final int PAIRS = 40;
    private static final List<String> PRACTICUMS =
            List.of("06_causal_mediation", "16_circuit_discovery", "17_sparse_feature_circuits");

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        List<AgreementPair> pairs = Choices.pastPhrases(
                world, pair -> pair.misleading() > 0 && pair.counterpart().isPresent(), PAIRS);
        double atSubject = turned(subject.model(), pairs, 0);
        double behindIt = turned(subject.model(), pairs, 1);
        return List.of(new Measurement(
                "agreement: number behind layer " + layer,
                "share of the verb's logit difference that turns with the vector of " + place(atNext),
                atNext ? behindIt : atSubject,
                place(!atNext),
                atNext ? atSubject : behindIt,
                0.03,
                PRACTICUMS));
    }

    private static String place(boolean next) {
        return next ? "the word behind the subject" : "the subject";
    }

    private double turned(Transformer model, List<AgreementPair> pairs, int behindSubject) {
        return pairs.stream()
                .mapToDouble(pair -> turned(model, pair, behindSubject))
                .average()
                .orElseThrow();
    }

    private double turned(Transformer model, AgreementPair pair, int behindSubject) {
        try (Scope scope = Scope.open()) {
            Hook hook = Treebank.behind(layer, model);
            Run other = model.run(Choices.tokens(model, pair.counterpart().orElseThrow()), Recording.of(hook));
            Tokens tokens = Choices.tokens(model, pair);
            Run own = model.run(tokens, Recording.none());
            int word = Choices.FIRST_WORD + pair.agreement().controller() + behindSubject;
            Run patched = model.run(
                    tokens, Recording.none(), hook.at(word).patchFrom(other).ifDifferent());
            double whole = Choices.difference(own, 0, pair);
            return (whole - Choices.difference(patched, 0, pair)) / (whole - Choices.difference(other, 0, pair));
        }
    }
}
