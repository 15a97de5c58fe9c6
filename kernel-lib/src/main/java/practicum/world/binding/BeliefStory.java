package practicum.world.binding;

import java.util.List;
import java.util.stream.Stream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A text about two characters, each of whom fills a container with a drink, and who sees whom: "Bob and Carla are in the
 * kitchen . Bob fills the cup with tea . Carla fills the jar with milk . Bob cannot see Carla ." (Prakash et al. 2025,
 * arXiv 2505.14685). Who sees the other knows both drinks; who does not knows only his own.
 *
 * @param characters who acts first, and who second
 * @param containers what each of them fills
 * @param drinks with what
 * @param sights what the text says of the first character's seeing the second, and the other way round
 * @param act how an action is told
 * @param secondFirst whether the second character's seeing is told before the first's
 */
public record BeliefStory(
        List<String> characters,
        List<String> containers,
        List<String> drinks,
        List<Sight> sights,
        String act,
        boolean secondFirst) {
    static final List<String> ACTS = List.of(
            "{name} fills the {container} with {drink} .",
            "{name} takes the {container} and fills it with {drink} .",
            "{name} has a {container} and fills it with {drink} .");
    private static final String SCENE = "{name} and {name2} are in the kitchen .";
    private static final String CAN_SEE = "{name} can see {name2} .";
    private static final String CANNOT_SEE = "{name} cannot see {name2} .";

    public BeliefStory {
        Marker.requireSlots(act, "name", "container", "drink");
        characters = two(characters);
        containers = two(containers);
        drinks = two(drinks);
        if (sights.size() != 2) {
            throw new IllegalArgumentException("A story says of two characters whether they see; got " + sights + ".");
        }
        sights = List.copyOf(sights);
    }

    private static List<String> two(List<String> words) {
        if (words.size() != 2 || words.get(0).equals(words.get(1))) {
            throw new IllegalArgumentException(
                    "A belief story has two characters, two containers and two drinks, all different; got " + words
                            + ".");
        }
        return List.copyOf(words);
    }

    /** Whether a character, 0 or 1, knows what is in a container, 0 or 1. */
    public boolean knows(int character, int container) {
        return character == container || sights.get(character) == Sight.SEES;
    }

    /** The text and where it mentions what. */
    public MarkedText marked() {
        Marker marker = new Marker().write(SCENE, slot -> thing(slot, 0));
        marker.write(act, slot -> thing(slot, 0)).write(act, slot -> thing(slot, 1));
        for (int character : secondFirst ? List.of(1, 0) : List.of(0, 1)) {
            Sight sight = sights.get(character);
            if (sight != Sight.UNSAID) {
                marker.write(sight == Sight.SEES ? CAN_SEE : CANNOT_SEE, slot -> thing(slot, character));
            }
        }
        return marker.text();
    }

    private Marker.Thing thing(String slot, int actor) {
        return switch (slot) {
            case "name" -> thing(Kind.NAME, actor);
            case "name2" -> thing(Kind.NAME, 1 - actor);
            case "container" -> thing(Kind.CONTAINER, actor);
            default -> thing(Kind.DRINK, actor);
        };
    }

    Marker.Thing thing(Kind kind, int index) {
        List<String> words = kind == Kind.NAME ? characters : kind == Kind.CONTAINER ? containers : drinks;
        return new Marker.Thing(kind, index, words.get(index));
    }

    /** The same events with the second told first. */
    BeliefStory mirrored() {
        return new BeliefStory(
                reversed(characters), reversed(containers), reversed(drinks), reversed(sights), act, !secondFirst);
    }

    private static <T> List<T> reversed(List<T> two) {
        return List.of(two.get(1), two.get(0));
    }

    /** One row per character and container: whether the character knows, what it believes, and what is true. */
    public Table table() {
        Table table = Table.create(
                "beliefs",
                IntColumn.create("character"),
                StringColumn.create("name"),
                StringColumn.create("container"),
                BooleanColumn.create("knows"),
                StringColumn.create("belief"),
                StringColumn.create("truth"));
        for (int character = 0; character < 2; character++) {
            for (int container = 0; container < 2; container++) {
                table.intColumn("character").append(character);
                table.stringColumn("name").append(characters.get(character));
                table.stringColumn("container").append(containers.get(container));
                table.booleanColumn("knows").append(knows(character, container));
                table.stringColumn("belief")
                        .append(knows(character, container) ? drinks.get(container) : BeliefQuestion.UNKNOWN);
                table.stringColumn("truth").append(drinks.get(container));
            }
        }
        return table;
    }

    static List<String> frame() {
        return Marker.frame(Stream.of(ACTS, List.of(SCENE, CAN_SEE, CANNOT_SEE), BeliefQuestion.PHRASES)
                .flatMap(List::stream)
                .toList());
    }

    @Override
    public String toString() {
        return marked().text();
    }
}
