package practicum.world.grammar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Turns the number of one noun of a sentence round, and of every word that agrees with it. */
final class NumberChange {
    private final ParsedSentence sentence;

    NumberChange(ParsedSentence sentence) {
        this.sentence = sentence;
    }

    /** The sentence with the agreement's noun in the other number; none if there is no such sentence. */
    Optional<ParsedSentence> of(Agreement agreement) {
        int noun = agreement.kind() == AgreementKind.DETERMINER ? agreement.target() : agreement.controller();
        boolean bare = sentence.children(noun, Dependency.DET).isEmpty();
        boolean joined = !sentence.children(noun, Dependency.CONJ).isEmpty();
        return bare || joined ? Optional.empty() : Optional.of(turned(noun));
    }

    private ParsedSentence turned(int noun) {
        Set<Integer> affected = new HashSet<>();
        for (Agreement each : sentence.agreements()) {
            boolean determiner = each.kind() == AgreementKind.DETERMINER;
            if ((determiner ? each.target() : each.controller()) == noun) {
                affected.add(each.controller());
                affected.add(each.target());
            }
        }
        affected.add(noun);
        List<ParsedWord> words = new ArrayList<>(sentence.words());
        affected.forEach(i -> words.set(i, turned(words.get(i), words.get(noun))));
        return new ParsedSentence(words, sentence.constituents());
    }

    private static ParsedWord turned(ParsedWord word, ParsedWord noun) {
        GrammaticalNumber other = word.number().other();
        return word.with(form(word, other, noun.lemma()), other);
    }

    /** The form of a word in a number. */
    static String form(ParsedWord word, GrammaticalNumber number, String noun) {
        return switch (word.tag()) {
            case NOUN -> noun(word.lemma()).form(number);
            case AUX -> GrammarLexicon.BE.get(number == GrammaticalNumber.SINGULAR ? 0 : 1);
            case PRON -> number == GrammaticalNumber.SINGULAR ? noun(noun).reflexive() : "themselves";
            case DET -> determiner(word, number);
            default -> verb(word.lemma()).form(number);
        };
    }

    /** "a" and "some", "this" and "these", "every" and "many" belong together. */
    private static String determiner(ParsedWord word, GrammaticalNumber number) {
        List<String> from = Objects.requireNonNull(GrammarLexicon.DETERMINERS.get(word.number()));
        return Objects.requireNonNull(GrammarLexicon.DETERMINERS.get(number)).get(from.indexOf(word.form()));
    }

    private static Noun noun(String lemma) {
        return GrammarLexicon.NOUNS.stream()
                .filter(noun -> noun.singular().equals(lemma))
                .findFirst()
                .orElseThrow();
    }

    private static Verb verb(String lemma) {
        return GrammarLexicon.verbs().stream()
                .filter(verb -> verb.base().equals(lemma))
                .findFirst()
                .orElseThrow();
    }
}
