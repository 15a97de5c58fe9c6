package practicum.world.binding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import practicum.tensor.Seeds;
import practicum.world.Split;

/**
 * What the training text of a binding world may contain. Two things are held out, each by itself: pairs of words that are
 * never bound to each other in training, though each is bound to others; and numbers of entities or of operations that no
 * training text has.
 *
 * <p>Pairs are a name and an attribute, an object and a box, a container and a drink. The words of each kind are dealt into
 * as many groups as one pair in so many is held out, and each group is kept apart from one group of every other kind. So
 * words of one group can be exchanged, and what was held out before still is.
 */
public final class BindingSplit {
    private static final int MOST_GROUPS = 7;

    private final List<Integer> entities;
    private final List<Integer> operations;
    private final int heldOutEvery;
    private final Map<String, Integer> groups = new HashMap<>();

    private BindingSplit(List<Integer> entities, List<Integer> operations, int heldOutEvery, long seed) {
        this.entities = entities;
        this.operations = operations;
        this.heldOutEvery = heldOutEvery;
        Random random = Seeds.random(seed);
        for (Kind kind : Kind.values()) {
            List<String> words = new ArrayList<>(kind.words());
            Collections.shuffle(words, random);
            words.forEach(word -> groups.put(word, words.indexOf(word) % heldOutEvery));
        }
    }

    /** Contexts of 2, 3, 4 and 6 entities, stories of 0 to 3 operations; one pair in five held out. */
    public static BindingSplit of(long seed) {
        return of(List.of(2, 3, 4, 6), List.of(0, 1, 2, 3), 5, seed);
    }

    /**
     * A split.
     *
     * @param entities how many entities a training context may have, each at least 2
     * @param operations how many operations a training story about boxes may have
     * @param heldOutEvery one pair in so many is held out, 2 to 7
     * @param seed which pairs these are
     */
    public static BindingSplit of(List<Integer> entities, List<Integer> operations, int heldOutEvery, long seed) {
        if (entities.isEmpty() || Collections.min(entities) < 2) {
            throw new IllegalArgumentException("Training contexts have 2 entities or more, or there would be nothing to"
                    + " confuse; got " + entities + ". Give for example 2, 3 and 4.");
        }
        if (operations.isEmpty() || Collections.min(operations) < 0) {
            throw new IllegalArgumentException("Training stories about boxes have no operation or more; got "
                    + operations + ". Give for example 0, 1, 2 and 3.");
        }
        if (heldOutEvery < 2 || heldOutEvery > MOST_GROUPS) {
            throw new IllegalArgumentException("One pair in 2 to " + MOST_GROUPS + " is held out; got one in "
                    + heldOutEvery + ". With one in 1 nothing would be left to train on, and with more than "
                    + MOST_GROUPS + " there would be too few to test on.");
        }
        return new BindingSplit(
                entities.stream().distinct().sorted().toList(),
                operations.stream().distinct().sorted().toList(),
                heldOutEvery,
                seed);
    }

    /** How many entities training contexts have; other numbers are held out. */
    public List<Integer> entities() {
        return entities;
    }

    /** How many operations training stories about boxes have; other numbers are held out. */
    public List<Integer> operations() {
        return operations;
    }

    /** One pair in so many is held out. */
    public int heldOutEvery() {
        return heldOutEvery;
    }

    /** Whether training never binds these two words. */
    public boolean holdsOut(String word, String other) {
        return (group(word) + group(other)) % heldOutEvery == 0;
    }

    private int group(String word) {
        Integer group = groups.get(word);
        if (group == null) {
            throw new IllegalArgumentException(
                    "\"" + word + "\" is nothing that this world binds. Kind has all words that are.");
        }
        return group;
    }

    /** Whether a text of the split may bind these two words. */
    boolean allows(Split split, String word, String other) {
        return holdsOut(word, other) == (split == Split.HELD_OUT);
    }

    @Override
    public String toString() {
        return "BindingSplit[entities=" + entities + ", operations=" + operations + ", heldOutEvery=" + heldOutEvery
                + "]";
    }
}
