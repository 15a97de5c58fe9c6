package practicum.world.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A sentence without words: the classes that they will have, and both of its trees. */
final class Skeleton {
    private static final String UNLABELLED = "N";

    private final List<WordClass> classes = new ArrayList<>();
    private final List<Dependency> relations = new ArrayList<>();
    private final List<Integer> heads = new ArrayList<>();
    private final Set<Constituent> constituents = new LinkedHashSet<>();

    private Skeleton() {}

    /** One derivation, by the probabilities of the rules. */
    static Skeleton draw(PhraseGrammar grammar, Random random) {
        Skeleton skeleton = new Skeleton();
        skeleton.derive(PhraseGrammar.START, grammar, random);
        return skeleton;
    }

    /** Makes a phrase or a word; returns the place of its head. */
    private int derive(String symbol, PhraseGrammar grammar, Random random) {
        List<PhraseRule> rules = grammar.rules(symbol);
        if (rules.isEmpty()) {
            classes.add(WordClass.valueOf(symbol));
            relations.add(Dependency.ROOT);
            heads.add(-1);
            return length() - 1;
        }
        int from = length();
        PhraseRule rule = one(rules, random);
        int[] parts = new int[rule.right().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = derive(rule.right().get(i), grammar, random);
        }
        int head = parts[rule.head()];
        for (int i = 0; i < parts.length; i++) {
            if (i != rule.head()) {
                heads.set(parts[i], head);
                relations.set(parts[i], rule.relations().get(i));
            }
        }
        String label = symbol.split("\\.", -1)[0];
        if (!label.equals(UNLABELLED)) {
            constituents.add(new Constituent(label, from, length()));
        }
        return head;
    }

    private static PhraseRule one(List<PhraseRule> rules, Random random) {
        double at = random.nextDouble();
        for (PhraseRule rule : rules) {
            at -= rule.probability();
            if (at < 0) {
                return rule;
            }
        }
        return rules.get(rules.size() - 1);
    }

    int length() {
        return classes.size();
    }

    WordClass wordClass(int word) {
        return classes.get(word);
    }

    int head(int word) {
        return heads.get(word);
    }

    Dependency relation(int word) {
        return relations.get(word);
    }

    /** Phrases; one that only renames another is left out. */
    List<Constituent> constituents() {
        return List.copyOf(constituents);
    }

    int root() {
        return heads.indexOf(-1);
    }

    /** The words that depend on one in a certain way, from left to right. */
    int[] children(int word, Dependency wanted) {
        int[] found = new int[length()];
        int count = 0;
        for (int i = 0; i < length(); i++) {
            if (heads.get(i) == word && relations.get(i) == wanted) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The first such word, or −1. */
    int child(int word, Dependency wanted) {
        int[] children = children(word, wanted);
        return children.length == 0 ? -1 : children[0];
    }

    /** A word and what is joined to it by "and". */
    int[] joined(int word) {
        return IntStream.concat(IntStream.of(word), IntStream.of(children(word, Dependency.CONJ)))
                .toArray();
    }

    /** The noun that a verb agrees with: its own subject, or the first verb's, or what a "that" stands for. */
    int subject(int verb) {
        if (relation(verb) == Dependency.CONJ) {
            return subject(head(verb));
        }
        return antecedent(verb, child(verb, Dependency.NSUBJ));
    }

    /** The noun that a verb has as its object, be it through a "that"; −1 if it has none or a reflexive. */
    int object(int verb) {
        int object = antecedent(verb, child(verb, Dependency.DOBJ));
        return object >= 0 && wordClass(object) == WordClass.NOUN ? object : -1;
    }

    /** The reflexive that a verb has as its object, or −1. */
    int reflexive(int verb) {
        int object = child(verb, Dependency.DOBJ);
        return object >= 0 && wordClass(object) == WordClass.REFLEXIVE ? object : -1;
    }

    private int antecedent(int verb, int argument) {
        boolean stands = argument >= 0 && wordClass(argument) == WordClass.RELATIVE;
        return stands ? head(verb) : argument;
    }
}
