package practicum.zoo.binding;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import practicum.model.Transformer;
import practicum.world.Split;
import practicum.world.binding.BindingWorld;
import practicum.world.binding.Hypothesis;
import practicum.world.binding.QuestionPair;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/**
 * What the last token carries in front of a layer: the word that is asked about, its place in the order, or the answer. It
 * comes from another prompt, chosen so that each gives an answer of its own (Gur-Arieh, Geva and Geiger 2025, arXiv
 * 2510.06182).
 *
 * @param layer in front of which the stream is another prompt's
 * @param carried what it is said to carry there
 */
record HypothesisPhenomenon(BindingWorld world, int layer, Hypothesis carried) implements Phenomenon<Transformer> {
    private static final int PAIRS = 100;

    @Override
    public List<Measurement> measure(Subject<Transformer> subject) {
        Map<Hypothesis, Double> shares = shares(subject.model());
        return List.of(new Measurement(
                "carried: " + carried.name().toLowerCase(Locale.ROOT),
                "share of answers that follow "
                        + (carried == Hypothesis.LEXICAL ? "the word asked about" : "the answer")
                        + " in the prompt that the last token's stream in front of layer " + layer + " comes from",
                shares.getOrDefault(carried, 0.0),
                "the place in the order there",
                shares.getOrDefault(Hypothesis.POSITIONAL, 0.0),
                0.03,
                BindingPhenomena.PRACTICUMS));
    }

    private Map<Hypothesis, Double> shares(Transformer model) {
        Fetching fetching = new Fetching(model);
        Map<Hypothesis, Double> shares = new EnumMap<>(Hypothesis.class);
        for (QuestionPair pair : world.contexts().mixedPairs(Split.TRAIN, 4, 1, PAIRS, BindingPhenomena.SEED)) {
            List<Integer> last = List.of(pair.base().marked().last());
            String answer =
                    fetching.answerWith(pair.base().marked(), pair.source().marked(), layer, last);
            pair.answers().forEach((hypothesis, expected) -> {
                if (expected.equals(answer)) {
                    shares.merge(hypothesis, 1.0 / PAIRS, Double::sum);
                }
            });
        }
        return shares;
    }
}
