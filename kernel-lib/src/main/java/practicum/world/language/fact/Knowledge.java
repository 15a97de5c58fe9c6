package practicum.world.language.fact;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What is true: given facts and all that follows from them by rules. */
public final class Knowledge {
    private final Set<Fact> given;
    private final List<Rule> rules;
    private final Set<Fact> all;
    private final FactIndex index;

    private Knowledge(Set<Fact> given, List<Rule> rules) {
        this.given = given;
        this.rules = rules;
        all = closure(given, rules);
        index = new FactIndex(all);
    }

    /** The facts and what follows from them. */
    public static Knowledge of(Collection<Fact> given, List<Rule> rules) {
        return new Knowledge(new LinkedHashSet<>(given), List.copyOf(rules));
    }

    /** Forward chaining: apply every rule to all that is known, until nothing new follows. */
    private static Set<Fact> closure(Set<Fact> given, List<Rule> rules) {
        Set<Fact> known = new LinkedHashSet<>(given);
        boolean grown = true;
        while (grown) {
            FactIndex now = new FactIndex(known);
            grown = known.addAll(
                    rules.stream().flatMap(rule -> rule.conclusions(now)).toList());
        }
        return known;
    }

    /** The facts that nothing implies: from these the others follow. */
    public Set<Fact> given() {
        return Collections.unmodifiableSet(given);
    }

    /** Everything that is true. */
    public Set<Fact> all() {
        return Collections.unmodifiableSet(all);
    }

    /** Whether it is true. */
    public boolean holds(Fact fact) {
        return all.contains(fact);
    }

    /** Everything that is true of a subject. */
    public List<Fact> about(String subject) {
        return index.about(subject);
    }

    /** Every fact in a relation. */
    public List<Fact> with(FactRelation relation) {
        return index.with(relation).toList();
    }

    /** What a relation gives for a subject: nothing, one object, or several. */
    public List<String> objects(String subject, FactRelation relation) {
        return index.objects(subject, relation);
    }

    /**
     * What a relation gives for a subject: the first, where it gives several.
     *
     * @throws IllegalArgumentException if it gives nothing
     */
    public String object(String subject, FactRelation relation) {
        List<String> objects = objects(subject, relation);
        if (objects.isEmpty()) {
            throw new IllegalArgumentException("Nothing is known of the "
                    + relation.label() + " of \"" + subject
                    + "\": objects(…) gives an empty list in such a case; citizens() names everybody.");
        }
        return objects.get(0);
    }

    /** Every object that the relation gives for any subject. */
    public List<String> objects(FactRelation relation) {
        return index.with(relation).map(Fact::object).distinct().toList();
    }

    /** Other names of a person. */
    public List<String> aliases(String subject) {
        return objects(subject, FactRelation.NICKNAME);
    }

    /**
     * The world after an edit: the fact now holds, what contradicts it does not, and all consequences are drawn anew. A
     * further object of a plural relation contradicts nothing.
     *
     * @throws IllegalArgumentException if the fact follows by a rule, for then it cannot be changed by itself
     */
    public Knowledge edited(Fact edit) {
        if (edit.relation().followsByRule()) {
            throw new IllegalArgumentException("\"" + edit
                    + "\" follows from other facts and cannot be given: edit one of those that it follows from, by "
                    + rules + ".");
        }
        Set<Fact> kept = given.stream()
                .filter(fact -> !contradicts(fact, edit))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        kept.add(edit);
        return new Knowledge(kept, rules);
    }

    private static boolean contradicts(Fact old, Fact edit) {
        if (old.relation() != edit.relation() || edit.relation().isPlural()) {
            return false;
        }
        if (edit.relation() == FactRelation.SPOUSE) {
            Set<String> pair = Set.of(edit.subject(), edit.object());
            return pair.contains(old.subject()) || pair.contains(old.object());
        }
        return old.subject().equals(edit.subject())
                || edit.relation().isOneToOne() && old.object().equals(edit.object());
    }

    /** One row per fact: subject, relation, object, and whether it is given or follows. */
    public Table table() {
        return Table.create(
                "facts",
                column("subject", Fact::subject),
                column("relation", fact -> fact.relation().label()),
                column("object", Fact::object),
                column("origin", fact -> given.contains(fact) ? "given" : "follows"));
    }

    private StringColumn column(String name, Function<Fact, String> value) {
        return StringColumn.create(name, all.stream().map(value));
    }
}
