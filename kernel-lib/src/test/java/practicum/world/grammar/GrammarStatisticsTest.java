package practicum.world.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.world.Split;

/** How long and deep sentences are, against what follows from the rules' probabilities without drawing any. */
class GrammarStatisticsTest {
    private static final int SENTENCES = 6000;

    private final GrammarWorld world = GrammarWorld.of(1);
    private final Map<String, List<PhraseRule>> rules =
            world.rules().rules().stream().collect(Collectors.groupingBy(PhraseRule::left));
    private final Map<String, Map<Shape, Double>> shapes = new HashMap<>();

    /** How many words a phrase has, and how deep its tree is. */
    private record Shape(int length, int depth) {}

    /** The exact distribution of the shapes of a phrase. */
    private Map<Shape, Double> shapes(String symbol) {
        Map<Shape, Double> known = shapes.get(symbol);
        if (known != null) {
            return known;
        }
        Map<Shape, Double> sum = new HashMap<>();
        if (!rules.containsKey(symbol)) {
            sum.put(new Shape(1, 0), 1.0);
        }
        for (PhraseRule rule : rules.getOrDefault(symbol, List.of())) {
            Map<Shape, Double> partial = Map.of(new Shape(0, 0), rule.probability());
            for (int part = 0; part < rule.right().size(); part++) {
                int below = part == rule.head() ? 0 : 1;
                Map<Shape, Double> longer = new HashMap<>();
                Map<Shape, Double> added = shapes(rule.right().get(part));
                partial.forEach((a, p) -> added.forEach((b, q) -> longer.merge(
                        new Shape(a.length() + b.length(), Math.max(a.depth(), b.depth() + below)),
                        p * q,
                        Double::sum)));
                partial = longer;
            }
            partial.forEach((shape, p) -> sum.merge(shape, p, Double::sum));
        }
        shapes.put(symbol, sum);
        return sum;
    }

    /** The expected number of words, one linear equation for each phrase, by Gauss and Jordan's elimination. */
    private double expectedLength() {
        List<String> symbols = List.copyOf(rules.keySet());
        int n = symbols.size();
        double[][] equations = new double[n][n + 1];
        for (int row = 0; row < n; row++) {
            equations[row][row] = 1;
            for (PhraseRule rule : rules.getOrDefault(symbols.get(row), List.of())) {
                for (String part : rule.right()) {
                    int column = symbols.indexOf(part);
                    equations[row][column < 0 ? n : column] += (column < 0 ? 1 : -1) * rule.probability();
                }
            }
        }
        for (int pivot = 0; pivot < n; pivot++) { // I − A has positive pivots: every derivation ends
            for (int row = 0; row < n; row++) {
                double factor = row == pivot ? 0 : equations[row][pivot] / equations[pivot][pivot];
                for (int column = pivot; column <= n; column++) {
                    equations[row][column] -= factor * equations[pivot][column];
                }
            }
        }
        int start = symbols.indexOf(PhraseGrammar.START);
        return equations[start][n] / equations[start][start];
    }

    @Test
    void theProbabilitiesOfEveryPhraseSumToOne() {
        rules.forEach((left, right) -> assertThat(
                        right.stream().mapToDouble(PhraseRule::probability).sum())
                .as(left)
                .isCloseTo(1, within(1e-9)));
    }

    @Test
    void theLinearSystemAndTheDistributionHaveTheSameMeanLength() {
        double mean = shapes(PhraseGrammar.START).entrySet().stream()
                .mapToDouble(entry -> entry.getKey().length() * entry.getValue())
                .sum();
        assertThat(expectedLength()).isCloseTo(mean, within(1e-9));
        assertThat(mean).isBetween(12.0, 14.0);
    }

    @Test
    void lengthsAndDepthsAreDistributedAsTheRulesImply() {
        List<ParsedSentence> sentences = world.sentences(Split.TRAIN, SENTENCES, 7);
        assertDistributed(sentences, ParsedSentence::length, Shape::length);
        assertDistributed(
                sentences,
                sentence -> IntStream.range(0, sentence.length())
                        .map(sentence::depth)
                        .max()
                        .orElseThrow(),
                Shape::depth);
    }

    private void assertDistributed(
            List<ParsedSentence> sentences, ToIntFunction<ParsedSentence> seen, ToIntFunction<Shape> expected) {
        Map<Integer, Double> probabilities = new TreeMap<>();
        shapes(PhraseGrammar.START).forEach((shape, p) -> {
            if (shape.length() >= GrammarWorld.SHORTEST && shape.length() <= GrammarWorld.LONGEST) {
                probabilities.merge(expected.applyAsInt(shape), p, Double::sum);
            }
        });
        double total = probabilities.values().stream().mapToDouble(p -> p).sum();
        assertThat(total).isGreaterThan(0.9); // hardly any sentence is too short or too long
        Map<Integer, Long> counts =
                sentences.stream().collect(Collectors.groupingBy(seen::applyAsInt, Collectors.counting()));
        assertThat(probabilities.keySet()).containsAll(counts.keySet());
        double chiSquare = 0;
        int cells = 0;
        for (var entry : probabilities.entrySet()) {
            double mean = entry.getValue() / total * SENTENCES;
            if (mean >= 5) {
                double difference = counts.getOrDefault(entry.getKey(), 0L) - mean;
                chiSquare += difference * difference / mean;
                cells++;
            }
        }
        double degrees = cells - 1;
        assertThat(chiSquare).isLessThan(degrees + 3.3 * Math.sqrt(2 * degrees) + 3); // about p = 0.001
    }

    @Test
    void bothNumbersAreEquallyFrequentAndNounsDrawThemApart() {
        int[][] table = new int[2][2];
        int singular = 0;
        int nouns = 0;
        for (ParsedSentence sentence : world.sentences(Split.TRAIN, SENTENCES, 8)) {
            for (ParsedWord word : sentence.words()) {
                if (word.tag() == PartOfSpeech.NOUN) {
                    nouns++;
                    singular += word.number() == GrammaticalNumber.SINGULAR ? 1 : 0;
                }
            }
            for (Agreement each : sentence.agreements()) {
                boolean verb = each.kind() == AgreementKind.VERB_PAST_PHRASE
                        || each.kind() == AgreementKind.VERB_PAST_OBJECT_RELATIVE;
                if (verb) {
                    int last = each.attractors().get(each.attractors().size() - 1);
                    table[each.number().ordinal()][
                            sentence.words().get(last).number().ordinal()]++;
                }
            }
        }
        assertThat((double) singular / nouns).isCloseTo(0.5, within(0.02));
        double n = table[0][0] + table[0][1] + table[1][0] + table[1][1];
        double phi = (table[0][0] * (double) table[1][1] - table[0][1] * (double) table[1][0])
                / Math.sqrt((double) (table[0][0] + table[0][1])
                        * (table[1][0] + table[1][1])
                        * (table[0][0] + table[1][0])
                        * (table[0][1] + table[1][1]));
        assertThat(n).isGreaterThan(2000);
        assertThat(Math.abs(phi)).isLessThan(3.3 / Math.sqrt(n)); // no correlation, p = 0.001
    }
}
