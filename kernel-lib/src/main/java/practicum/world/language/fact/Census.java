package practicum.world.language.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.world.Draw;
import practicum.world.Frequency;
import practicum.world.Lexicon;

/**
 * Names the people. Two thirds have two words; each first and each last name is shared by two of them. The others have
 * three, and come in cubes of eight: two first, two middle and two last names in every combination, so that any two words
 * of such a name are somebody else's, too.
 */
final class Census {
    static final List<String> MIDDLE_NAMES =
            List.of("Rose", "Grace", "Jean", "Lee", "Ray", "Kay", "Joy", "Faith", "Dean", "Dale", "Glen", "Neil");
    private static final int TWO_WORDED_PER_NAME = 2;
    private static final int CUBES = MIDDLE_NAMES.size() / 2;

    private Census() {}

    static List<Citizen> of(Random random) {
        List<String> first = Draw.some(Lexicon.FIRST_NAMES.size(), Lexicon.FIRST_NAMES, random);
        List<String> last = Draw.some(Lexicon.LAST_NAMES.size(), Lexicon.LAST_NAMES, random);
        List<String> names = new ArrayList<>(twoWorded(first, last, random));
        for (int i = 0; i < 2 * CUBES; i += 2) {
            names.addAll(cube(first.subList(i, i + 2), MIDDLE_NAMES.subList(i, i + 2), last.subList(i, i + 2)));
        }
        return names.stream()
                .map(name -> new Citizen(name, Draw.one(List.of(Frequency.values()), random)))
                .toList();
    }

    private static List<String> twoWorded(List<String> first, List<String> last, Random random) {
        int count = first.size();
        List<Integer> offsets =
                Draw.some(TWO_WORDED_PER_NAME, IntStream.range(0, count).boxed().toList(), random);
        return IntStream.range(0, count)
                .boxed()
                .flatMap(i -> offsets.stream().map(offset -> first.get(i) + " " + last.get((i + offset) % count)))
                .toList();
    }

    private static List<String> cube(List<String> first, List<String> middle, List<String> last) {
        return first.stream()
                .flatMap(a -> middle.stream().flatMap(b -> last.stream().map(c -> a + " " + b + " " + c)))
                .toList();
    }
}
