package practicum.world.binding;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A text that binds attributes to names: "Alice lives in France and likes pizza . Bob lives in Peru and likes soup ." No
 * two entities share a name or an attribute.
 *
 * @param layout its form
 * @param entities who has what, in the order of introduction
 */
public record BindingContext(ContextLayout layout, List<Entity> entities) {
    public BindingContext {
        entities = List.copyOf(entities);
        if (entities.size() != layout.entities()) {
            throw new IllegalArgumentException("The layout is for " + layout.entities() + " entities, and there are "
                    + entities.size() + "; give one for each.");
        }
        for (Kind kind : layout.kinds()) {
            requireDifferent(entities.stream().map(entity -> entity.word(kind)).toList());
        }
        requireDifferent(entities.stream().map(Entity::name).toList());
    }

    private static void requireDifferent(List<String> words) {
        if (words.stream().distinct().count() < words.size()) {
            throw new IllegalArgumentException("Two entities share a word in " + words
                    + ", so a question about it would have two answers; give each its own.");
        }
    }

    /** The text and where it mentions what. */
    public MarkedText marked() {
        return layout.write(entities);
    }

    /** What it says: one proposition for each entity and attribute. */
    public Set<Proposition> propositions() {
        Set<Proposition> all = new LinkedHashSet<>();
        for (Entity entity : entities) {
            layout.kinds().forEach(kind -> all.add(new Proposition(kind, entity.name(), entity.word(kind))));
        }
        return all;
    }

    /** The ways to ask about what it says. */
    public List<Phrase> phrases() {
        return Phrase.all().stream()
                .filter(phrase -> layout.kinds().contains(phrase.attribute()))
                .toList();
    }

    /** The question about one entity. */
    public ContextQuestion ask(int entity, Phrase phrase) {
        return new ContextQuestion(this, entity, (entity + 1) % entities.size(), phrase);
    }

    /** The entity to which a word belongs, or -1. */
    int owner(Kind kind, String word) {
        return IntStream.range(0, entities.size())
                .filter(i -> entities.get(i).word(kind).equals(word))
                .findFirst()
                .orElse(-1);
    }

    /** The binding table: a row for each entity and attribute, with the tokens that bind them, name and attribute. */
    public Table table() {
        MarkedText text = marked();
        Table table = Table.create(
                "bindings",
                IntColumn.create("entity"),
                StringColumn.create("name"),
                StringColumn.create("kind"),
                StringColumn.create("value"),
                IntColumn.create("name position"),
                IntColumn.create("value position"));
        for (ContextLayout.Clause clause : layout.clauses()) {
            Entity entity = entities.get(clause.entity());
            int value = text.first(clause.kind(), clause.entity());
            List<Integer> names = new ArrayList<>(text.positions(Kind.NAME, clause.entity()));
            names.removeIf(position -> position > value);
            table.intColumn("entity").append(clause.entity());
            table.stringColumn("name").append(entity.name());
            table.stringColumn("kind").append(clause.kind().label());
            table.stringColumn("value").append(entity.word(clause.kind()));
            table.intColumn("name position").append(names.get(names.size() - 1));
            table.intColumn("value position").append(value);
        }
        return table;
    }

    @Override
    public String toString() {
        return marked().text();
    }
}
