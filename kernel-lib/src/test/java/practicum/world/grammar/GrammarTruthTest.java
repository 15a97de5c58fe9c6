package practicum.world.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.world.Split;

/** Sentences against a parser of their own, and trees against brute force. */
class GrammarTruthTest {
    private final GrammarWorld world = GrammarWorld.of(1);
    private final List<ParsedSentence> sentences = world.sentences(Split.TRAIN, 600, 3);
    private final NumberedGrammar grammar = new NumberedGrammar(world);

    @Test
    void everySentenceHasExactlyOneTree() {
        assertThat(sentences).allSatisfy(each -> assertThat(grammar.trees(each.forms()))
                .as(each.toString())
                .isOne());
    }

    @Test
    void withTheWrongFormNoSentenceEvenBeginsSo() {
        for (AgreementPair pair : world.agreementPairs(Split.TRAIN, 600, 4)) {
            List<String> prefix = new ArrayList<>(
                    pair.sentence().forms().subList(0, pair.agreement().target()));
            prefix.add(pair.right());
            assertThat(grammar.begins(prefix)).as(pair.toString()).isTrue();
            prefix.set(prefix.size() - 1, pair.wrong());
            assertThat(grammar.begins(prefix)).as(pair.toString()).isFalse();
            assertThat(grammar.trees(List.of(pair.wrongSentence().split(" ")))).isZero();
        }
    }

    @Test
    void theParserRefusesWhatIsNoSentence() {
        for (String text : List.of(
                "the dogs sleeps .",
                "these dog sleep .",
                "dog sleeps .",
                "the dog the cars sleeps .",
                "the dogs that the duke own are red .",
                "the dogs see itself .",
                "the duke and the king rules .")) {
            assertThat(grammar.trees(List.of(text.split(" ")))).as(text).isZero();
        }
        for (String text : List.of(
                "dogs sleep .",
                "the dogs that the duke owns are red .",
                "near a car , the duke and the king rule .",
                "the kings say that the dog that the goat that the bears see chases sleeps .",
                "the duke sees the swallows and swallows the pears .")) {
            assertThat(grammar.trees(List.of(text.split(" ")))).as(text).isOne();
        }
    }

    /** Up and down the tree by Floyd and Warshall's algorithm. */
    private static int[][] shortestPaths(ParsedSentence sentence) {
        int n = sentence.length();
        int[][] paths = new int[n][n];
        for (int i = 0; i < n; i++) {
            Arrays.fill(paths[i], n);
            paths[i][i] = 0;
        }
        sentence.words().stream().filter(word -> word.head() >= 0).forEach(word -> {
            paths[word.position()][word.head()] = 1;
            paths[word.head()][word.position()] = 1;
        });
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    paths[i][j] = Math.min(paths[i][j], paths[i][k] + paths[k][j]);
                }
            }
        }
        return paths;
    }

    @Test
    void distancesAndDepthsAreThoseOfShortestPaths() {
        for (ParsedSentence sentence : sentences.subList(0, 50)) {
            int[][] paths = shortestPaths(sentence);
            int n = sentence.length();
            for (int i = 0; i < n; i++) {
                assertThat(IntStream.of(paths[i])).allMatch(steps -> steps < n); // one tree, all of it connected
                for (int j = 0; j < n; j++) {
                    assertThat(sentence.distance(i, j)).isEqualTo(paths[i][j]);
                }
            }
            assertThat(sentence.distances().shape()).containsExactly(n, n);
            assertThat(sentence.distances().get(1).toFloatArray()).isEqualTo(floats(paths[1]));
            assertThat(sentence.depths().toFloatArray()).isEqualTo(floats(paths[sentence.root()]));
        }
    }

    private static float[] floats(int[] values) {
        float[] floats = new float[values.length];
        IntStream.range(0, values.length).forEach(i -> floats[i] = values[i]);
        return floats;
    }

    @Test
    void noTwoDependenciesAndNoTwoPhrasesCross() {
        for (ParsedSentence sentence : sentences) {
            assertThat(sentence.isProjective()).isTrue();
            for (ParsedWord a : sentence.words()) {
                for (ParsedWord b : sentence.words()) {
                    if (a.head() >= 0 && b.head() >= 0) {
                        assertThat(arc(a).crosses(arc(b))).isFalse();
                    }
                }
            }
            for (Constituent a : sentence.constituents()) {
                assertThat(sentence.constituents()).noneMatch(a::crosses);
            }
        }
    }

    private static Constituent arc(ParsedWord word) {
        return new Constituent("arc", Math.min(word.position(), word.head()), Math.max(word.position(), word.head()));
    }

    @Test
    void crossingDependenciesAreSeen() {
        ParsedSentence sentence = sentences.stream()
                .filter(each -> each.length() > 5 && each.root() > 2)
                .findFirst()
                .orElseThrow();
        List<ParsedWord> words = new ArrayList<>(sentence.words());
        ParsedWord first = words.get(0);
        words.set(
                0,
                new ParsedWord(
                        0,
                        first.form(),
                        first.lemma(),
                        first.tag(),
                        first.number(),
                        sentence.length() - 1,
                        first.relation()));
        assertThat(new ParsedSentence(words, List.of()).isProjective()).isFalse();
    }

    @Test
    void everyPhraseIsAHeadWithAllThatDependsOnItUpToItsEdges() {
        for (ParsedSentence sentence : sentences) {
            for (Constituent phrase : sentence.constituents()) {
                long outside = IntStream.range(phrase.from(), phrase.to())
                        .map(i -> sentence.words().get(i).head())
                        .filter(head -> head < phrase.from() || head >= phrase.to())
                        .count();
                assertThat(outside).as(phrase + " of " + sentence).isOne();
            }
        }
    }

    @Test
    void verbsAndAdjectivesGoWithTheNounsOfTheirKindsOnly() {
        Map<String, Noun> nouns = world.nouns().stream().collect(Collectors.toMap(Noun::singular, Function.identity()));
        int seen = 0;
        for (ParsedSentence sentence : sentences) {
            for (Agreement each : sentence.agreements()) {
                ParsedWord target = sentence.words().get(each.target());
                if (target.tag() == PartOfSpeech.VERB) {
                    Noun subject =
                            nouns.get(sentence.words().get(each.controller()).lemma());
                    assertThat(world.verbs())
                            .anyMatch(verb -> verb.base().equals(target.lemma()) && verb.takesSubject(subject));
                    seen++;
                }
            }
            for (ParsedWord word : sentence.words()) {
                if (word.relation() == Dependency.AMOD) {
                    Noun noun = nouns.get(sentence.words().get(word.head()).lemma());
                    assertThat(world.adjectives())
                            .anyMatch(adjective -> adjective.form().equals(word.form()) && adjective.fits(noun));
                }
                if (word.relation() == Dependency.DOBJ && word.tag() == PartOfSpeech.NOUN) {
                    Noun noun = nouns.get(word.lemma());
                    String verb = sentence.words().get(word.head()).lemma();
                    assertThat(world.verbs()).anyMatch(each -> each.base().equals(verb) && each.takesObject(noun));
                }
            }
        }
        assertThat(seen).isGreaterThan(600);
    }

    @Test
    void sizesStandBeforeColoursAndColoursBeforeTraits() {
        List<String> order = List.of("size", "colour", "trait");
        Map<String, String> places =
                world.adjectives().stream().collect(Collectors.toMap(Adjective::form, Adjective::place));
        Set<String> pairs = new HashSet<>();
        for (ParsedSentence sentence : sentences) {
            for (int i = 1; i < sentence.length(); i++) {
                String before = places.get(sentence.forms().get(i - 1));
                String after = places.get(sentence.forms().get(i));
                if (before != null && after != null) {
                    pairs.add(before + " " + after);
                    assertThat(order.indexOf(before)).isLessThan(order.indexOf(after));
                }
            }
        }
        assertThat(pairs).hasSize(3);
    }

    @Test
    void kindsFormATreeWithSixNounsAtEveryLeaf() {
        assertThat(NounCategory.BIRD.path())
                .containsExactly(NounCategory.BIRD, NounCategory.ANIMAL, NounCategory.LIVING, NounCategory.ANYTHING);
        assertThat(NounCategory.BIRD.isA(NounCategory.THING)).isFalse();
        Map<NounCategory, Long> sizes =
                world.nouns().stream().collect(Collectors.groupingBy(Noun::category, Collectors.counting()));
        assertThat(sizes).hasSize(9).allSatisfy((kind, size) -> assertThat(size).isEqualTo(6));
    }

    @Test
    void theTreebankFormatIsReadBackWhole() {
        String text = GrammarWorld.conllu(sentences.subList(0, 40));
        String[] blocks = text.split("\n\n");
        assertThat(blocks).hasSize(40);
        for (int s = 0; s < 40; s++) {
            ParsedSentence sentence = sentences.get(s);
            List<String> lines = blocks[s].lines().toList();
            assertThat(lines.get(0)).isEqualTo("# text = " + String.join(" ", sentence.forms()));
            assertThat(lines).hasSize(sentence.length() + 1);
            for (ParsedWord word : sentence.words()) {
                String[] columns = lines.get(word.position() + 1).split("\t");
                assertThat(columns).hasSize(10);
                assertThat(columns[0]).isEqualTo(String.valueOf(word.position() + 1));
                assertThat(columns[1]).isEqualTo(word.form());
                assertThat(columns[3]).isEqualTo(word.tag().name());
                assertThat(Integer.parseInt(columns[6]) - 1).isEqualTo(word.head());
                assertThat(Dependency.valueOf(columns[7].toUpperCase(Locale.ROOT)))
                        .isEqualTo(word.relation());
            }
        }
    }

    @Test
    void tablesHaveOneRowForEach() {
        ParsedSentence sentence = sentences.get(0);
        assertThat(sentence.table().rowCount()).isEqualTo(sentence.length());
        assertThat(world.nounTable().stringColumn("path").get(0)).isEqualTo("bird animal living anything");
        assertThat(world.selectionTable().rowCount())
                .isEqualTo(world.verbs().size() + world.adjectives().size());
        assertThat(world.rules().table().rowCount())
                .isEqualTo(world.rules().rules().size());
        List<AgreementPair> pairs = world.agreementPairs(Split.TRAIN, 5, 1);
        assertThat(AgreementPair.table(pairs).stringColumn("right").asList())
                .isEqualTo(pairs.stream().map(AgreementPair::right).toList());
    }

    @Test
    void aWordWithoutNumberHasNoOther() {
        assertThat(GrammaticalNumber.PLURAL.other()).isEqualTo(GrammaticalNumber.SINGULAR);
        assertThatThrownBy(GrammaticalNumber.UNMARKED::other).hasMessageContaining("unmarked");
    }
}
