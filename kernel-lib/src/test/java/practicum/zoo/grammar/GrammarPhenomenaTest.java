package practicum.zoo.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.model.ModelConfig;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Tensor;
import practicum.world.Split;
import practicum.world.grammar.AgreementKind;
import practicum.world.grammar.AgreementPair;
import practicum.world.grammar.Dependency;
import practicum.world.grammar.GrammarWorld;
import practicum.world.grammar.GrammaticalNumber;
import practicum.world.grammar.MaskedBatch;
import practicum.world.grammar.ParsedSentence;
import practicum.world.grammar.ParsedWord;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;
import practicum.zoo.TransformerBody;

class GrammarPhenomenaTest {
    private static final GrammarWorld WORLD = GrammarWorld.of(1);
    private static final Transformer MASKED = GrammarModel.masked().untrained();
    private static final Transformer CAUSAL = GrammarModel.causal().untrained();
    private static final List<AgreementPair> PAIRS =
            WORLD.agreementPairs(Split.TRAIN, pair -> pair.agreement().kind() == AgreementKind.VERB, 70, 3);

    private static Map<String, Measurement> measured(Phenomenon<Transformer> phenomenon, Transformer model) {
        Map<String, Measurement> measured = new HashMap<>();
        phenomenon
                .measure(new Subject<>(model, model, List.of(), step -> model))
                .forEach(each -> measured.put(each.name(), each));
        return measured;
    }

    /** The masked model with a preference for some words, whatever stands there. */
    private static Transformer preferring(Predicate<String> wanted) {
        float[] bias = new float[WORLD.maskedVocabulary().size()];
        for (String word : WORLD.maskedVocabulary().tokens()) {
            bias[WORLD.maskedVocabulary().id(word)] = wanted.test(word) ? 100 : 0;
        }
        return with(MASKED, "unembed.b_U", Tensor.of(bias));
    }

    private static Transformer with(Transformer model, String parameter, Tensor value) {
        Map<String, Tensor> parameters = new LinkedHashMap<>(model.weights().byName());
        parameters.put(parameter, value);
        return model.with(model.config(), Weights.of(model.config(), parameters));
    }

    // ---------------------------------------------------------------- agreement

    @Test
    void whoPrefersPluralsIsRightWhereTheyAre() {
        List<String> plurals = PAIRS.stream()
                .map(pair -> pair.agreement().number() == GrammaticalNumber.PLURAL ? pair.right() : pair.wrong())
                .toList();
        double share = PAIRS.stream()
                        .filter(pair -> pair.agreement().number() == GrammaticalNumber.PLURAL)
                        .count()
                / 70.0;
        assertThat(share).isBetween(0.1, 0.9);
        assertThat(Choices.accuracy(preferring(plurals::contains), PAIRS)).isEqualTo(share);
    }

    @Test
    void formsAreComparedWhereTheWordWouldStand() {
        List<Double> masked = Choices.differences(MASKED, PAIRS);
        List<Double> causal = Choices.differences(CAUSAL, PAIRS);
        for (int i = 60; i < 70; i++) {
            AgreementPair pair = PAIRS.get(i);
            Run hidden = MASKED.run(pair.masked(), Recording.none());
            int place = pair.agreement().target() + 1; // behind [CLS]
            assertThat(hidden.tokens().labels().get(place)).isEqualTo("[MASK]");
            assertThat(masked.get(i)).isCloseTo(difference(hidden, place, pair), within(1e-4));
            Run before = CAUSAL.run(pair.prefix(), Recording.none());
            assertThat(causal.get(i))
                    .isCloseTo(difference(before, pair.agreement().target(), pair), within(1e-4));
        }
    }

    private static double difference(Run run, int place, AgreementPair pair) {
        Tensor logits = run.logits().select(0, 0).select(0, place);
        return logits.item((int) run.model().tokenizer().id(pair.right()))
                - logits.item((int) run.model().tokenizer().id(pair.wrong()));
    }

    /** Behind the last layer only the verb's own place is read. */
    @Test
    void behindTheLastLayerNoOtherWordTurnsTheVerb() {
        assertThat(measured(new RelayPhenomenon(WORLD, 3, true), CAUSAL).values())
                .allSatisfy(each -> {
                    assertThat(each.value()).isZero();
                    assertThat(each.control()).isZero();
                });
    }

    @Test
    void theTwoWordsAreEachOthersControl() {
        Map<String, Measurement> behindSubject = measured(new RelayPhenomenon(WORLD, 0, false), MASKED);
        Map<String, Measurement> atNext = measured(new RelayPhenomenon(WORLD, 0, true), MASKED);
        Measurement first = behindSubject.get("agreement: number behind layer 0");
        Measurement second = atNext.get("agreement: number behind layer 0");
        assertThat(first.value()).isEqualTo(second.control());
        assertThat(first.control()).isEqualTo(second.value()).isNotEqualTo(first.value());
        assertThat(first.measures()).endsWith("with the vector of the subject");
        assertThat(second.controlled()).isEqualTo("the subject");
    }

    /** Queries and keys of nothing look at every word alike. */
    @Test
    void attentionIsReadFromWhereTheVerbIsTold() {
        Transformer blind = CAUSAL;
        for (int layer = 0; layer < CAUSAL.config().nLayers(); layer++) {
            int width = CAUSAL.config().dModel();
            blind = with(blind, "blocks." + layer + ".attn.W_QKV", Tensor.zeros(width, 3L * width));
        }
        List<AgreementPair> some = PAIRS.subList(0, 10);
        double[][] attention = SubjectHeadPhenomenon.attention(
                blind, some, pair -> pair.agreement().controller());
        double alike = some.stream()
                .mapToDouble(pair -> 1.0 / (1 + pair.agreement().target())) // <bos> and the words before the verb
                .average()
                .orElseThrow();
        assertThat(attention).hasDimensions(4, 4);
        for (double[] layer : attention) {
            assertThat(layer).containsOnly(new double[] {alike}, within(1e-5));
        }
    }

    @Test
    void theOnsetIsTheSteepestRise() {
        Measurement onset = new Onset(List.of(0, 10, 20, 40), List.of(0.1, 0.2, 0.8, 0.7, 0.9))
                .measurement("onset", "share", 0.02, List.of());
        assertThat(onset.measures()).isEqualTo("share won between step 10 and step 20");
        assertThat(onset.value()).isEqualTo(0.6);
        assertThat(onset.control()).isEqualTo(0.2);
        assertThat(new Onset(List.of(0), List.of(0.1, 0.2))
                        .measurement("onset", "share", 0.02, List.of())
                        .measures())
                .isEqualTo("share won between step 0 and the end");
    }

    // ---------------------------------------------------------------- words

    @Test
    void whoAlwaysSaysTheIsRightWhereItWasHidden() {
        Measurement hidden = measured(new HiddenWordsPhenomenon(WORLD), preferring("the"::equals))
                .get("hidden words");
        MaskedBatch batch = WORLD.maskedText(32).batch(256, 1_000_000);
        int the = 0;
        int all = 0;
        for (long[] row : batch.targets()) {
            for (int i = 0; i < 31; i++) {
                the += row[i] == WORLD.maskedVocabulary().id("the") ? 1 : 0;
                all += row[i] >= 0 ? 1 : 0;
            }
        }
        assertThat(hidden.value()).isCloseTo((double) the / all, within(1e-4));
        assertThat(hidden.control()).isGreaterThan(hidden.value());
    }

    @Test
    void neighboursTellWhatStoodBetweenThemOrElseBehindTheLeftOne() {
        Neighbours neighbours = new Neighbours(new long[][] {{1, 5, 2, 5, 2}, {1, 6, 3}, {1, 6, 4}, {1, 6, 4}});
        assertThat(neighbours.between(1, 2)).isEqualTo(5);
        assertThat(neighbours.between(1, 4)).isEqualTo(6);
        assertThat(neighbours.between(1, 9)).isEqualTo(6); // 6 three times, 5 once
        assertThat(neighbours.between(9, 9)).isEqualTo(6); // 6 three times, 5 twice
    }

    /** With nothing embedded, every word is as likely as every other. */
    @Test
    void aModelThatKnowsNothingHasTheLossOfAGuess() {
        Tensor nothing = Tensor.zeros(CAUSAL.config().dVocab(), CAUSAL.config().dModel());
        Transformer silent = with(CAUSAL, "embed.W_E", nothing);
        Measurement next = measured(new NextWordsPhenomenon(WORLD), silent).get("next words");
        assertThat(next.value()).isCloseTo(unigrams() - Math.log(CAUSAL.config().dVocab()), within(0.02));
        assertThat(next.control()).isBetween(0.5, unigrams());
    }

    /** The entropy of how often words occur, which the loss of a large sample comes near. */
    private static double unigrams() {
        Map<Long, Integer> counts = new TreeMap<>();
        int all = 0;
        for (long[] text : WORLD.stream(32).batch(3000, 77)) {
            for (int i = 1; i < text.length; i++) {
                counts.merge(text[i], 1, Integer::sum);
                all++;
            }
        }
        double total = all;
        return counts.values().stream()
                .mapToDouble(count -> -count / total * Math.log(count / total))
                .sum();
    }

    // ---------------------------------------------------------------- trees and tags

    /** Without punctuation, as many edges join neighbours as there are words that depend on the one beside them. */
    @Test
    void aChainFindsTheEdgesBetweenNeighbours() {
        int beside = 0;
        int all = 0;
        for (ParsedSentence sentence : WORLD.sentences(Split.HELD_OUT, 200, 1001)) {
            List<ParsedWord> words = sentence.words().stream()
                    .filter(word -> word.relation() != Dependency.PUNCT)
                    .toList();
            for (int i = 0; i + 1 < words.size(); i++) {
                ParsedWord left = words.get(i);
                ParsedWord right = words.get(i + 1);
                beside += left.head() == right.position() || right.head() == left.position() ? 1 : 0;
                all++;
            }
        }
        Map<String, Measurement> trees = measured(new ParsingPhenomenon(WORLD, 0), CAUSAL);
        assertThat(trees.get("trees: UUAS and a chain").control()).isCloseTo((double) beside / all, within(1e-4));
        assertThat(trees.get("trees: UUAS").value())
                .isEqualTo(trees.get("trees: UUAS").control());
    }

    /** Where only the word is known, the best that can be said is the tag that it mostly has. */
    @Test
    void withoutContextAWordHasTheTagThatItMostlyHas() {
        ModelConfig config = ((TransformerBody) GrammarModel.causal().body()).config();
        Transformer unplaced = with(CAUSAL, "pos_embed.W_pos", Tensor.zeros(config.nCtx(), config.dModel()));
        Map<String, Map<String, Integer>> counts = new HashMap<>();
        for (ParsedSentence sentence : WORLD.sentences(Split.TRAIN, 400, 2000)) {
            sentence.words().forEach(word -> counts.computeIfAbsent(word.form(), none -> new TreeMap<>())
                    .merge(word.tag().name(), 1, Integer::sum));
        }
        List<String> alike = List.of("that", "trains", "hammers", "swallows");
        List<ParsedWord> asked = WORLD.sentences(Split.HELD_OUT, 200, 2001).stream()
                .flatMap(sentence -> sentence.words().stream())
                .filter(word -> alike.contains(word.form()))
                .toList();
        double right = asked.stream()
                        .filter(word -> counts.get(word.form()).entrySet().stream()
                                .max(Map.Entry.comparingByValue())
                                .orElseThrow()
                                .getKey()
                                .equals(word.tag().name()))
                        .count()
                / (double) asked.size();
        Measurement tags = measured(new TagPhenomenon(WORLD, 2), unplaced).get("tags: words that look alike");
        assertThat(tags.control()).isCloseTo(right, within(0.02));
    }

    @Test
    void relationsAreThoseThatAreAskedFor() {
        Map<String, Measurement> heads =
                measured(new HeadsPhenomenon(WORLD, List.of(Dependency.DET, Dependency.CONJ)), MASKED);
        assertThat(heads).containsOnlyKeys("heads: det", "heads: conj", "heads: attachment");
        assertThat(heads.get("heads: det").controlled()).isEqualTo("always the word 1 behind");
        double share = share(Dependency.DET, 1);
        assertThat(heads.get("heads: det").control()).isCloseTo(share, within(1e-4));
    }

    private static double share(Dependency relation, int offset) {
        List<ParsedWord> words = WORLD.sentences(Split.HELD_OUT, 200, 3000).stream()
                .flatMap(sentence -> sentence.words().stream())
                .filter(word -> word.relation() == relation)
                .toList();
        return IntStream.range(0, words.size())
                        .filter(i -> words.get(i).head() == words.get(i).position() + offset)
                        .count()
                / (double) words.size();
    }
}
