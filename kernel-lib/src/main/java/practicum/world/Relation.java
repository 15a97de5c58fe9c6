package practicum.world;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A function from words to words that a few examples can point to: country → capital. */
public record Relation(String name, Map<String, String> pairs) {
    private static final int HELD_OUT_EVERY = 5;

    public Relation {
        pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
    }

    /** The subjects that occur in relation lists in training, or those that do not. */
    public List<String> subjects(Split split) {
        List<String> all = List.copyOf(pairs.keySet());
        return all.stream()
                .filter(subject -> (all.indexOf(subject) % HELD_OUT_EVERY == 2) == (split == Split.HELD_OUT))
                .toList();
    }

    /** The word that the relation gives for a subject. */
    public String object(String subject) {
        String object = pairs.get(subject);
        if (object == null) {
            throw new IllegalArgumentException("The relation " + name + " has no \"" + subject + "\"; it has "
                    + String.join(", ", pairs.keySet()) + ".");
        }
        return object;
    }
}
