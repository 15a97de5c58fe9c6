package practicum.world.brackets;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The bounded Dyck language Dyck-(k, m): strings of k kinds of brackets in which every one is closed by its own kind, and
 * no more than m are open at once (Hewitt et al. 2020, arXiv 2010.07515; Yao et al. 2021, arXiv 2105.11115, who show that
 * two layers of attention suffice for it).
 *
 * @param kinds k, from 1 to 8
 * @param depth m, at least 1
 */
public record DyckLanguage(int kinds, int depth) {
    /** What follows a string that is complete. */
    public static final String END = ".";

    public DyckLanguage {
        if (kinds < 1 || kinds > Bracket.BRACKETS.size() || depth < 1) {
            throw new IllegalArgumentException("A bounded Dyck language has 1 to " + Bracket.BRACKETS.size()
                    + " kinds of brackets and depth of at least 1; got " + kinds + " kinds and depth " + depth + ".");
        }
    }

    /** Its kinds of brackets. */
    public List<Bracket> brackets() {
        return Bracket.BRACKETS.subList(0, kinds);
    }

    /** Its tokens: what opens, then what closes, in the order of the kinds. */
    public List<String> tokens() {
        return Stream.concat(
                        brackets().stream().map(Bracket::open),
                        brackets().stream().map(Bracket::close))
                .toList();
    }

    /** Whether the tokens are a string of the language; the empty one is. */
    public boolean contains(List<String> string) {
        try {
            return tokens().containsAll(string)
                    && Nesting.of(string, brackets()).depth() <= depth;
        } catch (IllegalArgumentException unbalanced) {
            return false;
        }
    }

    /**
     * The tokens with which a string that begins so may go on; {@link #END} is among them if it may end here.
     *
     * @throws IllegalArgumentException if no string of the language begins so
     */
    public List<String> next(List<String> prefix) {
        List<String> missing = closers(prefix);
        List<String> next = new ArrayList<>();
        if (missing.size() < depth) {
            brackets().forEach(bracket -> next.add(bracket.open()));
        }
        next.add(missing.isEmpty() ? END : missing.get(missing.size() - 1));
        return List.copyOf(next);
    }

    /** The tokens that would close what a prefix has left open, the innermost last. */
    private List<String> closers(List<String> prefix) {
        List<String> missing = new ArrayList<>();
        for (String token : prefix) {
            int kind = tokens().indexOf(token);
            boolean opens = kind >= 0 && kind < kinds;
            boolean fits = opens
                    ? missing.size() < depth
                    : !missing.isEmpty() && missing.get(missing.size() - 1).equals(token);
            if (!fits) {
                throw new IllegalArgumentException("No string of " + this + " begins with \"" + String.join(" ", prefix)
                        + "\": its \"" + token + "\" does not fit.");
            }
            if (opens) {
                missing.add(brackets().get(kind).close());
            } else {
                missing.remove(missing.size() - 1);
            }
        }
        return missing;
    }

    /** How many strings of the language have exactly so many tokens. */
    public BigInteger count(int length) {
        return count(length, 0, depth);
    }

    /** How many strings have so many tokens and reach a depth between two, both included. */
    BigInteger count(int length, int shallowest, int deepest) {
        return new Walks(length, shallowest, deepest)
                .count()
                .multiply(BigInteger.valueOf(kinds).pow(length / 2));
    }

    /** One of those strings, all equally likely. */
    List<String> draw(Walks walks, Random random) {
        List<String> tokens = new ArrayList<>();
        List<Bracket> open = new ArrayList<>();
        for (boolean up : walks.draw(random)) {
            if (up) {
                Bracket bracket = brackets().get(random.nextInt(kinds));
                open.add(bracket);
                tokens.add(bracket.open());
            } else {
                tokens.add(open.remove(open.size() - 1).close());
            }
        }
        return List.copyOf(tokens);
    }

    @Override
    public String toString() {
        return "Dyck-(" + kinds + ", " + depth + ")";
    }
}
