package practicum.world.binding;

import java.util.HashSet;
import java.util.Set;

/**
 * One thing that a context says: LivesIn(Alice, France) is {@code (COUNTRY, Alice, France)}. Propositional probes read a
 * set of these from activations (Feng et al. 2024, arXiv 2406.19501).
 *
 * @param kind the predicate
 * @param name whose attribute it is
 * @param value the attribute
 */
public record Proposition(Kind kind, String name, String value) {
    /** How alike two sets of propositions are: what both have over what either has; 1 if both are empty. */
    public static double jaccard(Set<Proposition> found, Set<Proposition> truth) {
        Set<Proposition> either = new HashSet<>(found);
        either.addAll(truth);
        Set<Proposition> both = new HashSet<>(found);
        both.retainAll(truth);
        return either.isEmpty() ? 1 : (double) both.size() / either.size();
    }

    @Override
    public String toString() {
        return kind.label() + "(" + name + ", " + value + ")";
    }
}
