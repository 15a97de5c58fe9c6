package practicum.world.binding;

import java.util.List;
import java.util.stream.Stream;

/**
 * A way to ask: words with one {slot} for what is given, that end just before what is asked.
 *
 * @param given the kind of the word that is given
 * @param asked the kind of the word that comes next
 * @param text the words and the slot, such as "the pet of {name} is a"
 */
public record Phrase(Kind given, Kind asked, String text) {
    public Phrase {
        Marker.requireSlots(text, given.label());
    }

    private static final List<Phrase> ALL = List.of(
            new Phrase(Kind.NAME, Kind.COUNTRY, "{name} lives in the country of"),
            new Phrase(Kind.NAME, Kind.COUNTRY, "the home of {name} is in"),
            new Phrase(Kind.NAME, Kind.COUNTRY, "you can meet {name} in"),
            new Phrase(Kind.NAME, Kind.CAPITAL, "{name} lives in the city of"),
            new Phrase(Kind.COUNTRY, Kind.NAME, "the person who lives in {country} is"),
            new Phrase(Kind.NAME, Kind.FOOD, "{name} likes"),
            new Phrase(Kind.NAME, Kind.FOOD, "the favorite food of {name} is"),
            new Phrase(Kind.NAME, Kind.FOOD, "a good meal for {name} is"),
            new Phrase(Kind.FOOD, Kind.NAME, "the person who likes {food} is"),
            new Phrase(Kind.NAME, Kind.PET, "{name} has a"),
            new Phrase(Kind.NAME, Kind.PET, "the pet of {name} is a"),
            new Phrase(Kind.NAME, Kind.PET, "you can see {name} with a"),
            new Phrase(Kind.PET, Kind.NAME, "the {pet} belongs to"));

    /** Every way to ask. */
    public static List<Phrase> all() {
        return ALL;
    }

    /** The ways to ask for one kind when another is given; none if the world has no words for that. */
    public static List<Phrase> of(Kind given, Kind asked) {
        return ALL.stream()
                .filter(phrase -> phrase.given == given && phrase.asked == asked)
                .toList();
    }

    /** The attribute whose binding is asked about: a country for its capital, too. */
    public Kind attribute() {
        Kind kind = given == Kind.NAME ? asked : given;
        return kind == Kind.CAPITAL ? Kind.COUNTRY : kind;
    }

    /** What a name and an attribute may be bound by in a context: the words after the name. */
    static List<String> statements(Kind attribute) {
        return switch (attribute) {
            case COUNTRY ->
                List.of("lives in {country}", "lives in the capital of {country}", "is at home in {country}");
            case FOOD -> List.of("likes {food}", "loves to eat {food}", "eats {food} every day");
            case PET -> List.of("has a {pet}", "owns a {pet}", "keeps a {pet}");
            default ->
                throw new IllegalArgumentException("A context says nothing about a " + attribute.label()
                        + "; it may about " + Kind.attributes() + ".");
        };
    }

    static List<String> frame() {
        Stream<String> statements = Kind.attributes().stream().flatMap(kind -> statements(kind).stream());
        return Marker.frame(
                Stream.concat(statements, ALL.stream().map(Phrase::text)).toList());
    }
}
