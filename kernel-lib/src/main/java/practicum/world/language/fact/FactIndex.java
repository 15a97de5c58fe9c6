package practicum.world.language.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Facts, found by subject and by relation. */
public final class FactIndex {
    private final Map<String, List<Fact>> bySubject = new LinkedHashMap<>();
    private final Map<FactRelation, List<Fact>> byRelation = new EnumMap<>(FactRelation.class);

    FactIndex(Collection<Fact> facts) {
        for (Fact fact : facts) {
            bySubject.computeIfAbsent(fact.subject(), none -> new ArrayList<>()).add(fact);
            byRelation
                    .computeIfAbsent(fact.relation(), none -> new ArrayList<>())
                    .add(fact);
        }
    }

    /** Everything known about a subject. */
    public List<Fact> about(String subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** The facts in a relation. */
    public Stream<Fact> with(FactRelation relation) {
        return byRelation.getOrDefault(relation, List.of()).stream();
    }

    /** What a relation gives for a subject: nothing, one object, or several. */
    public List<String> objects(String subject, FactRelation relation) {
        return about(subject).stream()
                .filter(fact -> fact.relation() == relation)
                .map(Fact::object)
                .toList();
    }
}
