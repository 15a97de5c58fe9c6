package practicum.world.language.fact;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import practicum.world.Draw;
import practicum.world.Frequency;
import practicum.world.Lexicon;

/**
 * Names the people, so that a name must be read as a whole. Two thirds have two words, in every combination of eight first
 * and eight last names: what is known of all who are called Mary says next to nothing about Mary Hill, and neither does
 * what is known of all the Hills. The others have three, in every combination of two first, three middle and four last
 * names, so that two words of such a name do not do either.
 */
final class Census {
    static final List<String> MIDDLE_NAMES = List.of("Rose", "Grace", "Lee");
    private static final int FIRST = 8;
    private static final int LAST = 8;
    private static final int FIRST_OF_THREE = 2;
    private static final int LAST_OF_THREE = 4;

    private Census() {}

    static List<Citizen> of(Random random) {
        List<String> first = Draw.some(FIRST + FIRST_OF_THREE, Lexicon.FIRST_NAMES, random);
        List<String> last = Draw.some(LAST + LAST_OF_THREE, Lexicon.LAST_NAMES, random);
        Stream<String> two = combined(first.subList(0, FIRST).stream(), last.subList(0, LAST));
        Stream<String> three = combined(
                combined(first.subList(FIRST, first.size()).stream(), MIDDLE_NAMES), last.subList(LAST, last.size()));
        return Stream.concat(two, three)
                .map(name -> new Citizen(name, Draw.one(List.of(Frequency.values()), random)))
                .toList();
    }

    private static Stream<String> combined(Stream<String> names, List<String> more) {
        return names.flatMap(name -> more.stream().map(word -> name + " " + word));
    }
}
