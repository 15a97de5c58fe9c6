package practicum.world.binding;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Somebody in a context, with what is bound to the name.
 *
 * @param name the name
 * @param values one word for each kind of attribute that the context speaks of
 */
public record Entity(String name, Map<Kind, String> values) {
    public Entity {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** The word of a kind that belongs to the entity: the name, an attribute, or the capital of the country. */
    public String word(Kind kind) {
        if (kind == Kind.NAME) {
            return name;
        }
        if (kind == Kind.CAPITAL) {
            return Kind.capitalOf(word(Kind.COUNTRY));
        }
        String value = values.get(kind);
        if (value == null) {
            throw new IllegalArgumentException("The context does not tell the " + kind.label() + " of " + name
                    + ", only " + values.keySet() + ".");
        }
        return value;
    }

    /** The same attributes under another name. */
    Entity named(String other) {
        return new Entity(other, values);
    }

    /** The same entity with another attribute of a kind. */
    Entity with(Kind kind, String value) {
        Map<Kind, String> changed = new EnumMap<>(values);
        changed.put(kind, value);
        return new Entity(name, changed);
    }
}
