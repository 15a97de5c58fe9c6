package practicum.world.grammar;

import static practicum.world.grammar.GrammaticalNumber.PLURAL;
import static practicum.world.grammar.GrammaticalNumber.SINGULAR;
import static practicum.world.grammar.GrammaticalNumber.UNMARKED;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The words. All begin with a consonant where "a" may stand before them, so that there is no "an". Three verbs look like
 * nouns: "trains", "hammers", "swallows". They always have an object, and so a beginning of a sentence never leaves open
 * with what the next verb agrees.
 */
final class GrammarLexicon {
    static final List<Noun> NOUNS = lines(
                    """
                    bird itself sparrow/s robin/s raven/s pigeon/s duck/s swallow/s
                    beast itself dog/s wolf/wolves horse/s fox/foxes bear/s goat/s
                    fish itself shark/s minnow/s herring/s piranha/s sardine/s barracuda/s
                    family himself father/s brother/s nephew/s
                    family herself mother/s sister/s niece/s
                    court himself king/s prince/s duke/s
                    court herself queen/s princess/princesses duchess/duchesses
                    vehicle itself car/s truck/s boat/s train/s tractor/s bus/buses
                    fruit itself pear/s peach/peaches lemon/s plum/s cherry/cherries banana/s
                    tool itself hammer/s key/s knife/knives needle/s shovel/s drill/s
                    building itself house/s castle/s tower/s barn/s chapel/s cabin/s
                    """)
            .flatMap(GrammarLexicon::nouns)
            .toList();

    static final List<Verb> INTRANSITIVE = lines(
                    """
                    sleep/s living
                    laugh/s person
                    sing/s bird person
                    dance/s person
                    chirp/s bird
                    fly/flies bird
                    growl/s beast
                    trot/s beast
                    swim/s fish
                    eat/s living
                    hunt/s animal court
                    rule/s court
                    cook/s family
                    fall/s anything
                    vanish/vanishes anything
                    stop/s vehicle person
                    leak/s vehicle building
                    rot/s fruit
                    ripen/s fruit
                    rust/s tool vehicle
                    break/s tool vehicle
                    burn/s building
                    """)
            .map(GrammarLexicon::verb)
            .toList();

    static final List<Verb> TRANSITIVE = lines(
                    """
                    see/s living > anything
                    watch/watches living > anything
                    like/s living > anything
                    touch/touches anything > anything
                    hide/s anything > anything
                    surprise/s anything > living
                    frighten/s anything > living
                    chase/s animal > living
                    bite/s animal > living fruit
                    eat/s living > fruit fish
                    hunt/s animal court > animal
                    swallow/s animal > fruit fish
                    carry/carries person vehicle > fruit tool
                    cook/s family > fruit fish
                    build/s person > building vehicle
                    own/s person > thing
                    visit/s person > person building
                    feed/s person > animal
                    train/s person > animal
                    hammer/s person > thing
                    """)
            .map(GrammarLexicon::verb)
            .toList();

    static final List<Verb> CLAUSAL = lines(
                    """
                    say/s person
                    think/s person
                    know/s person
                    hope/s person
                    """)
            .map(GrammarLexicon::verb)
            .toList();

    static final List<Adjective> ADJECTIVES = lines(
                    """
                    size big small : anything
                    colour red black white green yellow : anything
                    trait hungry tired : living
                    trait wild tame : animal
                    trait feathered : bird
                    trait furry : beast
                    trait scaly : fish
                    trait polite clever : person
                    trait loving : family
                    trait royal proud : court
                    trait dirty heavy : thing
                    trait fast noisy : vehicle
                    trait ripe sweet : fruit
                    trait sharp rusty : tool
                    trait tall ruined : building
                    """)
            .flatMap(GrammarLexicon::adjectives)
            .toList();

    static final Map<GrammaticalNumber, List<String>> DETERMINERS = Map.of(
            SINGULAR,
            List.of("a", "this", "every"),
            PLURAL,
            List.of("some", "these", "many"),
            UNMARKED,
            List.of("the"));

    static final List<String> PREPOSITIONS = words("near behind beside above under with");
    static final List<String> FREQUENCY = words("often always never seldom");
    static final List<String> MANNER = words("quietly slowly gladly badly");
    static final List<String> REFLEXIVES = words("itself himself herself themselves");
    static final List<String> BE = words("is are");
    static final String THAT = "that";
    static final String AND = "and";
    static final String COMMA = ",";
    static final String STOP = ".";

    private GrammarLexicon() {}

    /** The verbs of a class. */
    static List<Verb> verbs(WordClass wordClass) {
        return switch (wordClass) {
            case INTRANSITIVE -> INTRANSITIVE;
            case TRANSITIVE -> TRANSITIVE;
            case CLAUSAL -> CLAUSAL;
            default -> throw new IllegalArgumentException(wordClass + " is no class of verbs.");
        };
    }

    /** All verbs; those with and without an object twice. */
    static List<Verb> verbs() {
        return Stream.of(INTRANSITIVE, TRANSITIVE, CLAUSAL)
                .flatMap(List::stream)
                .toList();
    }

    /** Every form, each once: function words first, then nouns by kind, verbs, adjectives. */
    static List<String> forms() {
        return Stream.of(
                        Stream.of(STOP, COMMA, THAT, AND),
                        Stream.of(UNMARKED, SINGULAR, PLURAL)
                                .flatMap(number -> DETERMINERS.getOrDefault(number, List.of()).stream()),
                        BE.stream(),
                        PREPOSITIONS.stream(),
                        REFLEXIVES.stream(),
                        FREQUENCY.stream(),
                        MANNER.stream(),
                        NOUNS.stream().flatMap(noun -> Stream.of(noun.singular(), noun.plural())),
                        verbs().stream().flatMap(verb -> Stream.of(verb.third(), verb.base())),
                        ADJECTIVES.stream().map(Adjective::form))
                .flatMap(forms -> forms)
                .distinct()
                .toList();
    }

    private static Stream<String> lines(String text) {
        return text.lines().map(String::strip);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /** {@code category reflexive one/several …}, where a mere "s" is an ending. */
    private static Stream<Noun> nouns(String line) {
        List<String> words = words(line);
        return words.subList(2, words.size()).stream().map(word -> {
            String[] forms = forms(word);
            return new Noun(forms[0], forms[1], NounCategory.named(words.get(0)), words.get(1));
        });
    }

    /** {@code base/third subjects > objects}. */
    private static Verb verb(String line) {
        String[] frame = line.split(" > ");
        List<String> left = words(frame[0]);
        String[] forms = forms(left.get(0));
        List<NounCategory> objects = frame.length < 2 ? List.of() : categories(words(frame[1]));
        return new Verb(forms[0], forms[1], categories(left.subList(1, left.size())), objects);
    }

    /** {@code place form … : nouns}. */
    private static Stream<Adjective> adjectives(String line) {
        String[] parts = line.split(" : ");
        List<String> left = words(parts[0]);
        return left.subList(1, left.size()).stream()
                .map(form -> new Adjective(form, left.get(0), categories(words(parts[1]))));
    }

    private static String[] forms(String word) {
        String[] forms = word.split("/");
        return new String[] {forms[0], forms[1].equals("s") ? forms[0] + "s" : forms[1]};
    }

    private static List<NounCategory> categories(List<String> labels) {
        return labels.stream().map(NounCategory::named).toList();
    }
}
