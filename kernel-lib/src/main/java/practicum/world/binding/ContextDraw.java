package practicum.world.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import practicum.world.Draw;
import practicum.world.Split;

/** Draws contexts and questions that keep to a split; empty where a drawing fails, and another may not. */
record ContextDraw(BindingSplit split) {
    /** All entities in random order: the one asked about, its foil, then others that have a part. */
    static List<Integer> cast(int entities, Random random) {
        return Draw.shuffled(IntStream.range(0, entities).boxed().toList(), random);
    }

    Optional<ContextQuestion> question(
            Split pairs, List<Integer> cast, int attributes, List<Integer> exchange, Random random) {
        Arrangement arrangement = Draw.one(List.of(Arrangement.values()), random);
        ContextLayout layout = ContextLayout.draw(cast.size(), attributes, arrangement, random);
        Phrase phrase = phrase(Draw.one(layout.kinds(), random), random);
        return context(layout, pairs, exchange, Set.of(), random)
                .map(context -> new ContextQuestion(context, cast.get(0), cast.get(1), phrase));
    }

    static Phrase phrase(Kind attribute, Random random) {
        return Draw.one(
                Phrase.all().stream()
                        .filter(phrase -> phrase.attribute() == attribute)
                        .toList(),
                random);
    }

    /** The entities that exchange something get attributes that the split allows with the names of all of them. */
    Optional<BindingContext> context(
            ContextLayout layout, Split pairs, List<Integer> exchange, Set<String> used, Random random) {
        List<String> names = Kind.NAME.others(used, random);
        if (names.size() < layout.entities()) {
            return Optional.empty();
        }
        Map<Kind, List<String>> left = new LinkedHashMap<>();
        layout.kinds().forEach(kind -> left.put(kind, kind.others(used, random)));
        List<Entity> entities = new ArrayList<>();
        for (int i = 0; i < layout.entities(); i++) {
            List<Integer> owners = exchange.contains(i) ? exchange : List.of(i);
            Map<Kind, String> values =
                    values(left, pairs, owners.stream().map(names::get).toList());
            if (values.size() < left.size()) {
                return Optional.empty();
            }
            entities.add(new Entity(names.get(i), values));
        }
        return Optional.of(new BindingContext(layout, entities));
    }

    /** One word of each kind that all these names may have, taken away from those left. */
    private Map<Kind, String> values(Map<Kind, List<String>> left, Split pairs, List<String> names) {
        Map<Kind, String> values = new LinkedHashMap<>();
        left.forEach((kind, words) -> words.stream()
                .filter(word -> names.stream().allMatch(name -> split.allows(pairs, name, word)))
                .findFirst()
                .ifPresent(word -> {
                    words.remove(word);
                    values.put(kind, word);
                }));
        return values;
    }
}
