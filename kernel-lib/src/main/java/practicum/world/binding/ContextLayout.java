package practicum.world.binding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.world.Draw;

/**
 * The form of a context, without its words for things. Two contexts of one layout have the same words otherwise, and every
 * mention at the same token.
 *
 * @param kinds the attributes that it speaks of
 * @param arrangement how it groups them
 * @param clauses what it says, in order
 */
public record ContextLayout(List<Kind> kinds, Arrangement arrangement, List<Clause> clauses) {
    /**
     * A statement about one attribute of one entity.
     *
     * @param entity which entity, in the order of introduction
     * @param kind which attribute
     * @param words the words after the name, with a slot for the attribute
     */
    public record Clause(int entity, Kind kind, String words) {
        public Clause {
            Marker.requireSlots(words, kind.label());
        }
    }

    public ContextLayout {
        kinds = List.copyOf(kinds);
        clauses = List.copyOf(clauses);
    }

    static ContextLayout draw(int entities, int attributes, Arrangement arrangement, Random random) {
        List<Kind> kinds = Draw.some(attributes, Kind.attributes(), random);
        List<Clause> clauses = new ArrayList<>();
        for (int entity = 0; entity < entities; entity++) {
            for (Kind kind : Draw.some(attributes, kinds, random)) {
                clauses.add(new Clause(entity, kind, Draw.one(Phrase.statements(kind), random)));
            }
        }
        if (arrangement == Arrangement.APART) {
            Collections.shuffle(clauses, random);
        }
        return new ContextLayout(kinds, arrangement, inOrderOfIntroduction(clauses));
    }

    private static List<Clause> inOrderOfIntroduction(List<Clause> clauses) {
        List<Integer> order = clauses.stream().map(Clause::entity).distinct().toList();
        return clauses.stream()
                .map(each -> new Clause(order.indexOf(each.entity()), each.kind(), each.words()))
                .toList();
    }

    /** How many entities it speaks of. */
    public int entities() {
        return (int) clauses.stream().map(Clause::entity).distinct().count();
    }

    MarkedText write(List<Entity> entities) {
        Marker marker = new Marker();
        IntStream.range(0, clauses.size()).forEach(i -> write(i, entities, marker));
        return marker.text();
    }

    private void write(int i, List<Entity> entities, Marker marker) {
        Clause clause = clauses.get(i);
        boolean starts =
                i == 0 || arrangement == Arrangement.APART || clauses.get(i - 1).entity() != clause.entity();
        boolean ends = isLastOfItsSentence(i);
        String lead = starts ? "{name} " : ends ? "and " : ", ";
        marker.write(
                lead + clause.words() + (ends ? " ." : ""),
                slot -> thing(slot, clause.entity(), entities.get(clause.entity())));
    }

    private boolean isLastOfItsSentence(int i) {
        return i == clauses.size() - 1
                || arrangement == Arrangement.APART
                || clauses.get(i + 1).entity() != clauses.get(i).entity();
    }

    static Marker.Thing thing(String slot, int index, Entity entity) {
        for (Kind kind : Kind.values()) {
            if (kind.label().equals(slot)) {
                return new Marker.Thing(kind, index, entity.word(kind));
            }
        }
        throw new IllegalArgumentException("There is no kind {" + slot + "}.");
    }
}
