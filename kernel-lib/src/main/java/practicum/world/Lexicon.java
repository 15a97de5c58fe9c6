package practicum.world;

import java.util.List;
import java.util.stream.Stream;

/** The content words of the language world, by role. No word has two roles. */
public final class Lexicon {
    public static final List<String> FIRST_NAMES = words(
            """
            Mary John Anna Paul Emma James Laura David Sarah Peter Nina Mark
            Julia Simon Clara Adam Helen Oscar Alice Martin Rosa Victor Irene Felix
            Diana Hugo Elena Leo Nora Thomas Ruth Daniel Vera George Lucy Robert
            Eva Henry Maria Frank Olga Arthur Ida Philip Sofia Walter Greta Max
            """);

    public static final List<String> LAST_NAMES = words(
            """
            Hill Stone Wood Lake Field Brook Marsh Frost Storm Snow Winter Summers
            Moss Reed Thorn Finch Crane Hawk Wolfe Lamb Swan Drake Berg Holm
            Lund Dahl Voss Kern Roth Hahn Weiss Braun Novak Kovac Moreau Duval
            Blanc Rossi Conti Silva Costa Ramos Vega Cruz Grant Ellis Shaw Boyd
            """);

    public static final List<Country> COUNTRIES = List.of(
            new Country("France", "Paris", "French"),
            new Country("Japan", "Tokyo", "Japanese"),
            new Country("Italy", "Rome", "Italian"),
            new Country("Spain", "Madrid", "Spanish"),
            new Country("Germany", "Berlin", "German"),
            new Country("Norway", "Oslo", "Norwegian"),
            new Country("Sweden", "Stockholm", "Swedish"),
            new Country("Poland", "Warsaw", "Polish"),
            new Country("Greece", "Athens", "Greek"),
            new Country("Russia", "Moscow", "Russian"),
            new Country("China", "Beijing", "Chinese"),
            new Country("Egypt", "Cairo", "Arabic"),
            new Country("Portugal", "Lisbon", "Portuguese"),
            new Country("Hungary", "Budapest", "Hungarian"),
            new Country("Finland", "Helsinki", "Finnish"),
            new Country("Denmark", "Copenhagen", "Danish"),
            new Country("Turkey", "Ankara", "Turkish"),
            new Country("Kenya", "Nairobi", "Swahili"),
            new Country("Vietnam", "Hanoi", "Vietnamese"),
            new Country("Korea", "Seoul", "Korean"));

    /** Cities that are no capital. */
    public static final List<City> OTHER_CITIES = List.of(
            new City("Lyon", "France"),
            new City("Marseille", "France"),
            new City("Kyoto", "Japan"),
            new City("Osaka", "Japan"),
            new City("Milan", "Italy"),
            new City("Naples", "Italy"),
            new City("Seville", "Spain"),
            new City("Hamburg", "Germany"),
            new City("Bergen", "Norway"),
            new City("Krakow", "Poland"),
            new City("Shanghai", "China"),
            new City("Porto", "Portugal"));

    public static final List<String> LANDMARK_STYLES = words("Golden Silver Old Royal Marble Iron");
    public static final List<String> LANDMARK_KINDS = words("Tower Bridge Palace Temple Gate");

    public static final List<String> JOBS = words(
            """
            baker doctor teacher pilot farmer lawyer painter singer nurse sailor
            judge tailor miner hunter barber clerk dancer writer gardener butcher
            """);
    public static final List<String> INSTRUMENTS =
            words("piano violin guitar flute cello harp trumpet drum banjo lute horn viola");
    public static final List<String> PETS =
            words("dog cat horse rabbit parrot turtle pony goat duck mouse snake frog fox lizard");
    public static final List<String> FOODS = words(
            "bread cheese rice soup fish pasta salad cake honey meat beans fruit potatoes noodles mushrooms eggs");
    public static final List<String> COLORS =
            words("red blue green yellow black white purple pink orange brown gray violet");

    public static final List<String> PLACES = words(
            """
            store park school office garden station market beach
            library museum church hotel theater hospital restaurant harbor
            """);
    public static final List<String> OBJECTS =
            words("drink book ring letter ball key flower box picture coin hat basket knife lamp map toy");

    /** What a prompt puts where a hidden state is to be injected. */
    public static final String PLACEHOLDER = "x";

    /** Numbers in words, from one. */
    public static final List<String> NUMBERS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private Lexicon() {}

    /** Every content word, in a fixed order. */
    public static List<String> all() {
        Stream<String> countries = COUNTRIES.stream().map(Country::name);
        Stream<String> languages = COUNTRIES.stream().map(Country::language);
        Stream<String> others = Stream.of(
                        FIRST_NAMES,
                        LAST_NAMES,
                        cityNames(),
                        LANDMARK_STYLES,
                        LANDMARK_KINDS,
                        JOBS,
                        INSTRUMENTS,
                        PETS,
                        FOODS,
                        COLORS,
                        PLACES,
                        OBJECTS,
                        List.of(PLACEHOLDER))
                .flatMap(List::stream);
        return Stream.of(countries, languages, others).flatMap(words -> words).toList();
    }

    /** Capitals first, then the other cities. */
    public static List<String> cityNames() {
        return Stream.concat(
                        COUNTRIES.stream().map(Country::capital),
                        OTHER_CITIES.stream().map(City::name))
                .toList();
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
