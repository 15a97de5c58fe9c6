package practicum.world.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A rule of the grammar: what a phrase may consist of, how likely, and which part is its head.
 *
 * @param left the phrase, such as "NP.subject0"; what stands before the point is its label
 * @param right its parts: phrases, or word classes in capitals
 * @param probability the probability of this rule among those with the same left side
 * @param head the place among the parts of the one that the others depend on
 * @param relations how each part depends on the head; {@code ROOT} at the head itself
 */
public record PhraseRule(String left, List<String> right, double probability, int head, List<Dependency> relations) {
    public PhraseRule {
        right = List.copyOf(right);
        relations = List.copyOf(relations);
    }

    /** Reads {@code 0.5 VP -> *TRANSITIVE NP.object0:dobj}, where the star marks the head. */
    static PhraseRule parse(String line) {
        String[] tokens = line.strip().split("\\s+");
        List<String> right = new ArrayList<>();
        List<Dependency> relations = new ArrayList<>();
        int head = -1;
        for (int i = 3; i < tokens.length; i++) {
            boolean isHead = tokens[i].startsWith("*");
            String[] part = tokens[i].substring(isHead ? 1 : 0).split(":");
            head = isHead ? right.size() : head;
            right.add(part[0]);
            relations.add(isHead ? Dependency.ROOT : Dependency.valueOf(part[1].toUpperCase(Locale.ROOT)));
        }
        if (head < 0) {
            throw new IllegalArgumentException("No part of the rule \"" + line + "\" is its head: star one.");
        }
        return new PhraseRule(tokens[1], right, Double.parseDouble(tokens[0]), head, relations);
    }

    @Override
    public String toString() {
        return left + " -> " + String.join(" ", right) + " (" + probability + ")";
    }
}
