package practicum.zoo.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import practicum.model.Transformer;
import practicum.world.grammar.AgreementPair;
import practicum.world.grammar.GrammarWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * Whether a verb has its subject's number where other nouns stand between (Linzen et al. 2016, arXiv 1611.01368), on pairs
 * of nouns or of a noun and a verb that training never showed; and when that was learned.
 */
record AgreementPhenomenon(GrammarWorld world) implements Phenomenon<Transformer> {
    private static final int PAIRS = 120;
    private static final double TOLERANCE = 0.03;
    private static final List<String> PRACTICUMS =
            List.of("10_attention_heads", "16_circuit_discovery", "23_training_dynamics");

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        List<AgreementPair> misled = pairs(pair -> !pair.firstNounAgrees() && !pair.nearestNounAgrees());
        List<Measurement> all = new ArrayList<>();
        for (int nouns = 0; nouns <= 2; nouns++) {
            int count = nouns;
            all.add(accuracy(
                    subject,
                    "agreement: misleading nouns " + count,
                    "share of verbs with their subject's number, past a phrase or clause with " + count
                            + " nouns of the other number",
                    pairs(pair -> pair.misleading() == count)));
        }
        all.add(accuracy(
                subject,
                "agreement: no shortcut",
                "the same where both the sentence's first noun and the nearest one mislead",
                misled));
        if (!subject.snapshots().isEmpty()) {
            all.add(Onset.of(subject, model -> Choices.accuracy(model, misled))
                    .measurement("agreement: onset", "share of these verbs", TOLERANCE, PRACTICUMS));
        }
        return all;
    }

    private List<AgreementPair> pairs(Predicate<AgreementPair> wanted) {
        return Choices.pastPhrases(world, wanted, PAIRS);
    }

    private static Measurement accuracy(
            Subject<Transformer> subject, String name, String measures, List<AgreementPair> pairs) {
        return new Measurement(
                name,
                measures,
                Choices.accuracy(subject.model(), pairs),
                "untrained model",
                Choices.accuracy(subject.untrained(), pairs),
                TOLERANCE,
                PRACTICUMS);
    }
}
