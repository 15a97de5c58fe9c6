package practicum.world.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import practicum.world.Prompt;
import practicum.world.Split;

/** Agreement: what is asked, what is held out, and that no shortcut answers it. */
class AgreementTest {
    private final GrammarWorld world = GrammarWorld.of(1);

    private static boolean isVerb(AgreementPair pair) {
        return pair.agreement().kind() != AgreementKind.DETERMINER
                && pair.agreement().kind() != AgreementKind.REFLEXIVE;
    }

    private static double accuracy(List<AgreementPair> pairs, Function<AgreementPair, GrammaticalNumber> guess) {
        return pairs.stream()
                        .filter(pair -> guess.apply(pair) == pair.agreement().number())
                        .count()
                / (double) pairs.size();
    }

    private static GrammaticalNumber nounNumber(AgreementPair pair, boolean nearest) {
        List<ParsedWord> nouns = pair
                .sentence()
                .words()
                .subList(0, pair.agreement().target())
                .stream()
                .filter(word -> word.tag() == PartOfSpeech.NOUN)
                .toList();
        return nouns.get(nearest ? nouns.size() - 1 : 0).number();
    }

    /** Numbers of the verbs that follow the last words of a context, counted in a training text. */
    private static final class Counts {
        private final int words;
        private final Map<List<String>, int[]> counts = new HashMap<>();

        Counts(List<ParsedSentence> text, int words) {
            this.words = words;
            for (ParsedSentence sentence : text) {
                sentence.agreements().stream()
                        .filter(each ->
                                each.kind() != AgreementKind.DETERMINER && each.kind() != AgreementKind.REFLEXIVE)
                        .forEach(each -> contexts(sentence, each.target())
                                .forEach(context -> counts.computeIfAbsent(context, none -> new int[2])[
                                        each.number().ordinal()]++));
            }
        }

        private List<List<String>> contexts(ParsedSentence sentence, int target) {
            List<List<String>> contexts = new ArrayList<>();
            for (int length = Math.min(words, target); length >= 0; length--) {
                contexts.add(sentence.forms().subList(target - length, target));
            }
            return contexts;
        }

        /** By the longest context that was seen. */
        GrammaticalNumber guess(AgreementPair pair) {
            int[] seen = contexts(pair.sentence(), pair.agreement().target()).stream()
                    .map(counts::get)
                    .filter(each -> each != null && each[0] != each[1])
                    .findFirst()
                    .orElseThrow();
            return seen[0] > seen[1] ? GrammaticalNumber.SINGULAR : GrammaticalNumber.PLURAL;
        }
    }

    @Test
    void neitherTheNearestNounNorCountsOfWordsTellTheNumberPastAttractors() {
        List<AgreementPair> past = world.agreementPairs(
                Split.TRAIN,
                pair -> isVerb(pair) && !pair.agreement().attractors().isEmpty(),
                1500,
                5);
        List<ParsedSentence> text = world.sentences(Split.TRAIN, 8000, 6);
        assertThat(accuracy(past, pair -> nounNumber(pair, true))).isCloseTo(0.5, within(0.05));
        for (int words = 0; words <= 2; words++) {
            Counts counts = new Counts(text, words);
            List<AgreementPair> misled = past.stream()
                    .filter(pair -> nounNumber(pair, true) != pair.agreement().number())
                    .toList();
            assertThat(accuracy(past, counts::guess)).as(words + " words").isBetween(0.4, 0.6);
            assertThat(accuracy(misled, counts::guess))
                    .as(words + " words, misled")
                    .isLessThan(0.55);
        }
    }

    @Test
    void withAMisleadingNounNearestTheNearestNounIsAlwaysWrong() {
        List<AgreementPair> misleading = world.agreementPairs(
                Split.HELD_OUT,
                pair -> pair.misleading() > 0
                        && pair.misleading() == pair.agreement().attractors().size(),
                200,
                5);
        assertThat(accuracy(misleading, pair -> nounNumber(pair, true))).isZero();
    }

    @Test
    void theFirstNounOfASentenceDoesNotTellWhereItIsNotTheSubject() {
        List<AgreementPair> later = world.agreementPairs(
                Split.TRAIN,
                pair -> isVerb(pair)
                        && pair.sentence().words().stream()
                                        .filter(word -> word.tag() == PartOfSpeech.NOUN)
                                        .findFirst()
                                        .orElseThrow()
                                        .position()
                                != pair.agreement().controller(),
                1500,
                5);
        assertThat(accuracy(later, pair -> nounNumber(pair, false))).isCloseTo(0.5, within(0.05));
    }

    @Test
    void aPairTellsWhetherItsFirstAndItsNearestNounAreRight() {
        for (AgreementPair pair : world.agreementPairs(Split.TRAIN, AgreementTest::isVerb, 300, 3)) {
            GrammaticalNumber number = pair.agreement().number();
            assertThat(pair.firstNounAgrees()).isEqualTo(nounNumber(pair, false) == number);
            assertThat(pair.nearestNounAgrees()).isEqualTo(nounNumber(pair, true) == number);
        }
    }

    @Test
    void everyKindOccursAndIsAskedForInBothNumbers() {
        Map<AgreementKind, Set<GrammaticalNumber>> seen = new HashMap<>();
        world.agreementPairs(Split.TRAIN, 1500, 2).forEach(pair -> seen.computeIfAbsent(
                        pair.agreement().kind(), none -> EnumSet.noneOf(GrammaticalNumber.class))
                .add(pair.agreement().number()));
        assertThat(seen).hasSize(AgreementKind.values().length).allSatisfy((kind, numbers) -> assertThat(numbers)
                .hasSize(2));
    }

    /** The subject by a reading of its own: up from the verb, through "that" and "and". */
    private static ParsedWord subject(ParsedSentence sentence, ParsedWord verb) {
        ParsedWord at = verb.relation() == Dependency.CONJ ? sentence.words().get(verb.head()) : verb;
        ParsedWord subject = sentence.words().stream()
                .filter(word -> word.head() == at.position() && word.relation() == Dependency.NSUBJ)
                .findFirst()
                .orElseThrow();
        return subject.form().equals("that") ? sentence.words().get(at.head()) : subject;
    }

    private static Set<WordPair> pairs(ParsedSentence sentence, boolean withNouns) {
        Set<WordPair> pairs = new HashSet<>();
        for (ParsedWord word : sentence.words()) {
            boolean itself = word.lemma().endsWith("self") || word.lemma().endsWith("selves");
            boolean verb = word.tag() == PartOfSpeech.VERB || word.tag() == PartOfSpeech.AUX;
            if (verb || itself) {
                ParsedWord subject = subject(sentence, itself ? sentence.words().get(word.head()) : word);
                List<ParsedWord> between = sentence.words().subList(subject.position() + 1, word.position());
                List<ParsedWord> subjects = new ArrayList<>(List.of(subject));
                between.stream()
                        .filter(each -> each.relation() == Dependency.CONJ && each.head() == subject.position())
                        .forEach(subjects::add);
                for (ParsedWord each : subjects) {
                    if (withNouns) {
                        between.stream()
                                .filter(noun -> noun.tag() == PartOfSpeech.NOUN && !subjects.contains(noun))
                                .forEach(noun -> pairs.add(new WordPair(each.lemma(), noun.lemma())));
                    } else if (verb) {
                        pairs.add(new WordPair(each.lemma(), word.lemma()));
                    }
                }
            }
        }
        return pairs;
    }

    @Test
    void trainingShowsNoHeldOutPairAndEveryHeldOutSentenceShowsOne() {
        assertThat(world.heldOutAttractors()).hasSize(286); // a tenth of 54 × 53
        for (ParsedSentence sentence : world.sentences(Split.TRAIN, 2000, 5)) {
            assertThat(pairs(sentence, true)).doesNotContainAnyElementsOf(world.heldOutAttractors());
            assertThat(pairs(sentence, false)).doesNotContainAnyElementsOf(world.heldOutVerbs());
        }
        for (ParsedSentence sentence : world.sentences(Split.HELD_OUT, 300, 5)) {
            boolean nouns = pairs(sentence, true).stream().anyMatch(world.heldOutAttractors()::contains);
            boolean verbs = pairs(sentence, false).stream().anyMatch(world.heldOutVerbs()::contains);
            assertThat(nouns || verbs).as(sentence.toString()).isTrue();
        }
    }

    @Test
    void everyWordOccursInTraining() {
        Set<String> seen = world.sentences(Split.TRAIN, 4000, 9).stream()
                .flatMap(sentence -> sentence.forms().stream())
                .collect(Collectors.toSet());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(world.source().frame());
    }

    @Test
    void aCounterpartHasTheOtherNumberEverywhereAndTheSameTree() {
        NumberedGrammar grammar = new NumberedGrammar(world);
        int turned = 0;
        for (AgreementPair pair : world.agreementPairs(Split.TRAIN, 300, 4)) {
            if (pair.counterpart().isEmpty()) {
                continue;
            }
            AgreementPair other = pair.counterpart().orElseThrow();
            turned++;
            assertThat(other.right()).isEqualTo(pair.wrong());
            assertThat(other.wrong()).isEqualTo(pair.right());
            assertThat(other.sentence().heads()).isEqualTo(pair.sentence().heads());
            assertThat(other.attractorNumbers()).isEqualTo(pair.attractorNumbers());
            assertThat(grammar.trees(other.sentence().forms()))
                    .as(other.toString())
                    .isOne();
            assertThat(other.counterpart()).contains(pair);
            long changed = IntStream.range(0, pair.sentence().length())
                    .filter(i -> !pair.sentence()
                            .forms()
                            .get(i)
                            .equals(other.sentence().forms().get(i)))
                    .count();
            assertThat(changed).isGreaterThanOrEqualTo(2);
        }
        assertThat(turned).isGreaterThan(150);
    }

    @Test
    void bareNounsAndJoinedOnesHaveNoCounterpart() {
        for (AgreementPair pair : world.agreementPairs(Split.TRAIN, AgreementTest::isVerb, 400, 4)) {
            int subject = pair.agreement().controller();
            boolean bare = pair.sentence().children(subject, Dependency.DET).isEmpty();
            boolean joined = !pair.sentence().children(subject, Dependency.CONJ).isEmpty();
            assertThat(pair.counterpart().isEmpty()).isEqualTo(bare || joined);
        }
    }

    @Test
    void promptsEndBeforeTheWordAndMasksStandInItsPlace() {
        for (AgreementPair pair : world.agreementPairs(Split.HELD_OUT, 50, 4)) {
            Prompt prompt = pair.prompt();
            assertThat(pair.sentence().toString()).startsWith(prompt.text() + " " + prompt.answer() + " ");
            assertThat(pair.wrongSentence()).startsWith(prompt.text() + " " + prompt.foil() + " ");
            assertThat(pair.masked().replace("[MASK]", pair.right()))
                    .isEqualTo(pair.sentence().toString());
            assertThat(prompt.group()).isEqualTo(pair.agreement().kind() + "/" + pair.misleading());
        }
    }

    @Test
    void theSameSeedMakesTheSameSentences() {
        assertThat(GrammarWorld.of(1).sentences(Split.TRAIN, 50, 3)).isEqualTo(world.sentences(Split.TRAIN, 50, 3));
        assertThat(world.sentences(Split.TRAIN, 50, 4)).isNotEqualTo(world.sentences(Split.TRAIN, 50, 3));
        assertThat(GrammarWorld.of(2).heldOutVerbs()).isNotEqualTo(world.heldOutVerbs());
        assertThat(GrammarWorld.of(1).stream(40).batch(3, 7))
                .isEqualTo(world.stream(40).batch(3, 7));
    }

    @Test
    void impossibleSplitsAndWishesSayWhatToDo() {
        assertThatThrownBy(() -> GrammarWorld.of(1, 0.1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("below 1; got 1.0");
        assertThatThrownBy(() -> GrammarWorld.of(0.1, 0.99, 1))
                .hasMessageContaining("Hold out a smaller share than 0.99");
        assertThatThrownBy(() -> GrammarWorld.of(0, 0, 1).sentences(Split.HELD_OUT, 1, 1))
                .hasMessageContaining("Hold out larger shares");
        assertThatThrownBy(() -> world.agreementPairs(Split.TRAIN, pair -> pair.misleading() > 9, 1, 1))
                .hasMessageContaining("want less");
    }
}
