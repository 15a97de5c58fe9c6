package practicum.world;

import java.util.Map;
import java.util.Objects;

/**
 * A person, named by two words, with one value for every attribute. Neither word alone names the person: others
 * share the first name, and others the last.
 */
public record Person(String first, String last, Frequency frequency, Map<Attribute, String> attributes) {
    public Person {
        attributes = Map.copyOf(attributes);
    }

    /** Both words: "Mary Hill". */
    public String name() {
        return first + " " + last;
    }

    /** The value of an attribute. */
    public String get(Attribute attribute) {
        return Objects.requireNonNull(attributes.get(attribute), attribute::name);
    }
}
