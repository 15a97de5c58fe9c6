package practicum.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes the people of a world: every first and every last name is shared by the same number of them. */
final class Population {
    static final int PEOPLE_PER_NAME = 3;

    private Population() {}

    static List<Person> of(Random random) {
        int names = Lexicon.FIRST_NAMES.size();
        List<String> last = Draw.some(names, Lexicon.LAST_NAMES, random);
        List<Integer> offsets =
                Draw.some(PEOPLE_PER_NAME, IntStream.range(0, names).boxed().toList(), random);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < names; i++) {
            for (int offset : offsets) {
                people.add(new Person(
                        Lexicon.FIRST_NAMES.get(i),
                        last.get((i + offset) % names),
                        Draw.one(List.of(Frequency.values()), random),
                        attributes(random)));
            }
        }
        return List.copyOf(people);
    }

    private static Map<Attribute, String> attributes(Random random) {
        Map<Attribute, String> values = new EnumMap<>(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            values.put(attribute, Draw.one(attribute.choices(), random));
        }
        return values;
    }
}
