package practicum.world.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of things, one below the other: a sparrow is a bird, an animal, a living being. Verbs and adjectives go with the
 * nouns of some kinds only, which is all that the text tells of the kinds (after the hierarchies of Park et al. 2024,
 * arXiv 2406.01506).
 */
public enum NounCategory {
    ANYTHING(null),
    LIVING(ANYTHING),
    ANIMAL(LIVING),
    BIRD(ANIMAL),
    BEAST(ANIMAL),
    FISH(ANIMAL),
    PERSON(LIVING),
    FAMILY(PERSON),
    COURT(PERSON),
    THING(ANYTHING),
    VEHICLE(THING),
    FRUIT(THING),
    TOOL(THING),
    BUILDING(THING);

    private final @Nullable NounCategory parent;

    NounCategory(@Nullable NounCategory parent) {
        this.parent = parent;
    }

    /** The kind above; none above {@link #ANYTHING}. */
    public Optional<NounCategory> parent() {
        return Optional.ofNullable(parent);
    }

    /** This kind and those above, the widest last. */
    public List<NounCategory> path() {
        List<NounCategory> path = new ArrayList<>();
        for (NounCategory at = this; at != null; at = at.parent) {
            path.add(at);
        }
        return List.copyOf(path);
    }

    /** Whether everything of this kind is of the other: a bird is an animal, and a bird. */
    public boolean isA(NounCategory other) {
        NounCategory at = this;
        while (at != null && at != other) {
            at = at.parent;
        }
        return at == other;
    }

    /** Its name in tables: "bird". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NounCategory named(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
