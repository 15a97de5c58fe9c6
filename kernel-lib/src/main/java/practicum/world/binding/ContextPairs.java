package practicum.world.binding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import practicum.world.Split;

/** Makes a source for a base question; empty if the split does not allow it. */
record ContextPairs(BindingSplit split) {
    Optional<QuestionPair> changed(ContextQuestion base, ContextChange change, Split pairs, Random random) {
        List<Entity> entities = base.context().entities();
        Kind attribute = base.phrase().attribute();
        Map<String, String> fresh =
                switch (change) {
                    case NEW_NAMES ->
                        fresh(entities, Kind.NAME, base.context().layout().kinds(), pairs, random);
                    case NEW_VALUES -> fresh(entities, attribute, List.of(Kind.NAME), pairs, random);
                    default -> Map.of();
                };
        if (change.renews() && fresh.size() < entities.size()) {
            return Optional.empty();
        }
        return source(base, base.given(), change.apply(entities, base.entity(), base.other(), attribute, fresh), pairs);
    }

    /** A new word for each entity's word of a kind, that may be bound to the entity's words of other kinds. */
    private Map<String, String> fresh(List<Entity> entities, Kind kind, List<Kind> bound, Split pairs, Random random) {
        Set<String> old = entities.stream().map(each -> each.word(kind)).collect(Collectors.toSet());
        List<String> others = kind.others(old, random);
        Map<String, String> fresh = new LinkedHashMap<>();
        for (Entity entity : entities) {
            others.stream()
                    .filter(word -> bound.stream().allMatch(each -> split.allows(pairs, entity.word(each), word)))
                    .findFirst()
                    .ifPresent(word -> {
                        others.remove(word);
                        fresh.put(entity.word(kind), word);
                    });
        }
        return fresh;
    }

    /** Exchanges attributes of two others, and moves the one that is then asked about to the place of a third. */
    Optional<QuestionPair> mixed(ContextQuestion base, List<Integer> cast, Split pairs) {
        BindingContext context = base.context();
        Kind attribute = base.phrase().attribute();
        Kind given = base.phrase().given();
        String asked = context.entities().get(cast.get(2)).word(given);
        List<Entity> rebound =
                ContextChange.VALUES.apply(context.entities(), cast.get(2), cast.get(3), attribute, Map.of());
        int now = new BindingContext(context.layout(), rebound).owner(given, asked);
        List<Entity> moved = ContextChange.PLACES.apply(rebound, now, cast.get(1), attribute, Map.of());
        return source(base, asked, moved, pairs);
    }

    /** The base's question about a word in another context; if the word is not there, about the same place. */
    private Optional<QuestionPair> source(ContextQuestion base, String given, List<Entity> entities, Split pairs) {
        BindingContext context = new BindingContext(base.context().layout(), entities);
        if (!allowed(context, pairs)) {
            return Optional.empty();
        }
        int owner = context.owner(base.phrase().given(), given);
        int entity = owner < 0 ? base.entity() : owner;
        int other = entity == base.other() ? base.entity() : base.other();
        return Optional.of(new QuestionPair(base, new ContextQuestion(context, entity, other, base.phrase())));
    }

    private boolean allowed(BindingContext context, Split pairs) {
        return context.propositions().stream().allMatch(each -> split.allows(pairs, each.name(), each.value()));
    }
}
