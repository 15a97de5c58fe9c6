package practicum.zoo.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import practicum.world.Lexicon;
import practicum.world.Vocabulary;
import practicum.world.arithmetic.Cycle;
import practicum.world.language.task.Year;

/**
 * How much each token of the language world's text counts in training. Whom a sentence is about and how it is built cannot
 * be known, and the most that can be learned of it is which words there are; what is true can be known.
 */
final class TokenWeights {
    private TokenWeights() {}

    /** Things that can be true of people, places and years, and first names, count in full, other words for a part. */
    static Function<long[], float[]> ofValues(Vocabulary words, double rest) {
        Set<Long> values = ids(words, values());
        return row -> weights(row, values::contains, rest);
    }

    /** A name that was not said before in the sequence counts for a part, everything else in full. */
    static Function<long[], float[]> ofNewNames(Vocabulary words, double rest) {
        Set<Long> names = ids(words, Stream.concat(Lexicon.FIRST_NAMES.stream(), Lexicon.LAST_NAMES.stream()));
        return row -> {
            Set<Long> told = new HashSet<>();
            return weights(row, token -> !names.contains(token) || !told.add(token), rest);
        };
    }

    /** A word that was not said before in the sequence counts for a part, everything else in full. */
    static Function<long[], float[]> ofNewWords(double rest) {
        return row -> {
            Set<Long> told = new HashSet<>();
            return weights(row, token -> !told.add(token), rest);
        };
    }

    /** The same, but what follows from the context without having been said counts in full: years, weekdays, months. */
    static Function<long[], float[]> ofWhatFollows(Vocabulary words, double rest) {
        Set<Long> following = ids(
                words,
                Stream.of(Year.tokens(), Cycle.WEEKDAYS.members(), Cycle.MONTHS.members())
                        .flatMap(List::stream));
        return row -> {
            Set<Long> told = new HashSet<>();
            return weights(row, token -> !told.add(token) || following.contains(token), rest);
        };
    }

    private static float[] weights(long[] row, Predicate<Long> full, double rest) {
        float[] weights = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            weights[i] = full.test(row[i]) ? 1 : (float) rest;
        }
        return weights;
    }

    private static Stream<String> values() {
        Stream<List<String>> lists = Stream.of(
                Lexicon.FIRST_NAMES,
                Lexicon.cityNames(),
                Lexicon.JOBS,
                Lexicon.INSTRUMENTS,
                Lexicon.PETS,
                Lexicon.FOODS,
                Lexicon.COLORS,
                Lexicon.NUMBERS,
                Year.tokens(),
                List.of("north", "south", "east", "west", "near", "far", "older", "newer"));
        Stream<String> ofCountries =
                Lexicon.COUNTRIES.stream().flatMap(country -> Stream.of(country.name(), country.language()));
        return Stream.concat(lists.flatMap(List::stream), ofCountries);
    }

    private static Set<Long> ids(Vocabulary words, Stream<String> of) {
        return of.map(word -> (long) words.id(word)).collect(Collectors.toUnmodifiableSet());
    }
}
