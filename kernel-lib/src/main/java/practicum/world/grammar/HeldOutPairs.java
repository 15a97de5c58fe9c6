package practicum.world.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import practicum.tensor.Seeds;
import practicum.world.Split;

/**
 * Which pairs of words training never shows: a subject with an attractor between it and what agrees with it, and a verb
 * with a subject. Every verb keeps a subject, and every noun a verb, a noun that it may stand before, and one behind.
 */
final class HeldOutPairs {
    private final Set<WordPair> subjectsWithAttractors;
    private final Set<WordPair> subjectsWithVerbs;

    HeldOutPairs(double attractorShare, double verbShare, long seed) {
        Random random = Seeds.random(seed);
        subjectsWithAttractors = deal("subjects with attractors", nounPairs(), attractorShare, random);
        subjectsWithVerbs = deal("subjects with verbs", verbPairs(), verbShare, random);
    }

    private static List<WordPair> nounPairs() {
        return GrammarLexicon.NOUNS.stream()
                .flatMap(subject -> GrammarLexicon.NOUNS.stream()
                        .filter(other -> !other.equals(subject))
                        .map(other -> new WordPair(subject.singular(), other.singular())))
                .toList();
    }

    private static List<WordPair> verbPairs() {
        return GrammarLexicon.verbs().stream()
                .flatMap(verb -> GrammarLexicon.NOUNS.stream()
                        .filter(verb::takesSubject)
                        .map(noun -> new WordPair(noun.singular(), verb.base())))
                .distinct()
                .toList();
    }

    /** Holds pairs out in random order, but never the last one of a word in its place. */
    private static Set<WordPair> deal(String what, List<WordPair> all, double share, Random random) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "The share of " + what + " to hold out is at least 0 and below 1; got " + share + ".");
        }
        Map<String, Integer> left = new HashMap<>();
        all.forEach(pair -> keys(pair).forEach(key -> left.merge(key, 1, Integer::sum)));
        List<WordPair> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        long wanted = Math.round(share * all.size());
        Set<WordPair> held = new LinkedHashSet<>();
        for (WordPair pair : shuffled) {
            if (held.size() < wanted && keys(pair).allMatch(key -> left.getOrDefault(key, 0) > 1)) {
                keys(pair).forEach(key -> left.merge(key, -1, Integer::sum));
                held.add(pair);
            }
        }
        if (held.size() < wanted) {
            throw new IllegalArgumentException("Of the " + all.size() + " " + what + " at most about " + held.size()
                    + " can be held out, or a word would never occur in training; " + wanted
                    + " were to be. Hold out a smaller share than " + share + ".");
        }
        return Collections.unmodifiableSet(held);
    }

    private static Stream<String> keys(WordPair pair) {
        return Stream.of("first " + pair.first(), "second " + pair.second());
    }

    Set<WordPair> subjectsWithAttractors() {
        return subjectsWithAttractors;
    }

    Set<WordPair> subjectsWithVerbs() {
        return subjectsWithVerbs;
    }

    /** Held out is a sentence with any pair that is. */
    Split split(ParsedSentence sentence) {
        boolean heldOut = sentence.agreements().stream().anyMatch(each -> isHeldOut(sentence, each));
        return heldOut ? Split.HELD_OUT : Split.TRAIN;
    }

    /** Whether the subject of an agreement stands before an attractor, or has a verb, that training never shows with it. */
    boolean isHeldOut(ParsedSentence sentence, Agreement agreement) {
        if (agreement.kind() == AgreementKind.DETERMINER) {
            return false;
        }
        ParsedWord target = sentence.words().get(agreement.target());
        return subjects(sentence, agreement)
                .anyMatch(subject -> subjectsWithVerbs.contains(new WordPair(subject, target.lemma()))
                        || agreement.attractors().stream()
                                .map(i -> sentence.words().get(i).lemma())
                                .anyMatch(noun -> subjectsWithAttractors.contains(new WordPair(subject, noun))));
    }

    private static Stream<String> subjects(ParsedSentence sentence, Agreement agreement) {
        return Stream.concat(
                        Stream.of(agreement.controller()),
                        sentence.children(agreement.controller(), Dependency.CONJ).stream())
                .map(i -> sentence.words().get(i).lemma());
    }
}
