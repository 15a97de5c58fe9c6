package practicum.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A small world in English words: people with a city, a job, an instrument, a pet, a food and a colour; countries, cities,
 * landmarks; and the text that a model learns it from. Everything follows from the seed, and everything is known.
 */
public final class LanguageWorld {
    /** The seed of the shipped model's world. */
    public static final long SHIPPED_SEED = 1;

    private final List<Person> people;
    private final List<City> cities;
    private final List<Landmark> landmarks;
    private final List<Relation> relations;
    private final Vocabulary vocabulary;
    private final Mixture text;

    private final FactText facts;
    private final PlaceText places;
    private final IoiText ioi = new IoiText();
    private final RepeatedText repeated;
    private final CopyText copies;
    private final EchoText echoes;
    private final RelationText lists;
    private final DescribeText descriptions;

    private LanguageWorld(long seed) {
        Random random = new Random(seed);
        people = Population.of(random);
        cities = allCities();
        landmarks = allLandmarks(random);
        relations = allRelations();
        facts = new FactText(people);
        places = new PlaceText(countries(), cities, landmarks);
        repeated = new RepeatedText(Lexicon.all());
        copies = new CopyText(Draw.some(Lexicon.all().size(), Lexicon.all(), random));
        echoes = new EchoText(copies.words(Split.TRAIN), copies.words(Split.HELD_OUT));
        lists = new RelationText(relations);
        descriptions = new DescribeText(people, countries(), cities, landmarks);
        text = new Mixture(shares());
        vocabulary = new Vocabulary(Stream.concat(
                text.shares().keySet().stream()
                        .flatMap(source -> source.frame().stream())
                        .sorted(),
                Lexicon.all().stream()));
    }

    /** The world of a seed. */
    public static LanguageWorld of(long seed) {
        return new LanguageWorld(seed);
    }

    private Map<TextSource, Double> shares() {
        Map<TextSource, Double> shares = new LinkedHashMap<>();
        shares.put(facts, 0.42);
        shares.put(ioi, 0.13);
        shares.put(repeated, 0.12);
        shares.put(new SmallTalk(), 0.08);
        shares.put(descriptions, 0.07);
        shares.put(copies, 0.06);
        shares.put(echoes, 0.04);
        shares.put(lists, 0.04);
        shares.put(places, 0.04);
        return shares;
    }

    // ---------------------------------------------------------------- the truth

    /** Everybody. */
    public List<Person> people() {
        return people;
    }

    /** Every country, with its capital and language. */
    public List<Country> countries() {
        return Lexicon.COUNTRIES;
    }

    /** Every city, capitals first. */
    public List<City> cities() {
        return cities;
    }

    /** Every landmark, with its city. */
    public List<Landmark> landmarks() {
        return landmarks;
    }

    /** Relations between single words that lists of pairs show. */
    public List<Relation> relations() {
        return relations;
    }

    /** One row per person, one column per attribute. */
    public Table peopleTable() {
        Table table =
                Table.create("people", column("name", Person::name), column("frequency", person -> person.frequency()
                        .name()));
        for (Attribute attribute : Attribute.values()) {
            table.addColumns(column(attribute.label(), person -> person.get(attribute)));
        }
        return table;
    }

    private StringColumn column(String name, Function<Person, String> value) {
        return StringColumn.create(name, people.stream().map(value).toList());
    }

    // ---------------------------------------------------------------- text

    /** Every word and its number. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The kinds of text that the training text is made of. */
    public Mixture text() {
        return text;
    }

    /** The training text, in sequences of {@code length} tokens. */
    public TextStream stream(int length) {
        return new TextStream(text, vocabulary, length);
    }

    // ---------------------------------------------------------------- questions

    /** Every attribute of every person, asked in a phrase never used for it in training, or in one that was. */
    public List<Prompt> facts(Split split, long seed) {
        return facts.prompts(split, new Random(seed));
    }

    /** Capitals, countries of cities, cities of landmarks. */
    public List<Prompt> places(long seed) {
        return places.prompts(new Random(seed));
    }

    /** Indirect object identification; held out are names that never occur in such sentences in training. */
    public List<Prompt> ioi(Split split, int count, long seed) {
        return ioi.prompts(split, count, new Random(seed));
    }

    /** A list of copied words and one more to copy; held out are words that never occur in such lists in training. */
    public List<Prompt> copies(Split split, int examples, long seed) {
        return copies.prompts(split, examples, new Random(seed));
    }

    /** A word to say again after a while; held out are words that never occur in such sentences in training. */
    public List<Prompt> echoes(Split split, long seed) {
        return echoes.prompts(split, new Random(seed));
    }

    /** A list of pairs in one relation and one more subject; held out are pairs that never occur in lists in training. */
    public List<Prompt> relationLists(Split split, int examples, long seed) {
        return lists.prompts(split, examples, new Random(seed));
    }

    /** Descriptions up to a value; held out are people who are never described in training. */
    public List<Prompt> descriptions(Split split, long seed) {
        return descriptions.prompts(split, new Random(seed));
    }

    /** The prompt that asks for a word again after a while. */
    public String echo(String word) {
        return EchoText.head(word);
    }

    /** The prompt that asks for a description, up to its colon. */
    public String description(String subject) {
        return DescribeText.head(subject);
    }

    /** {@code period} random words and the same again, as text. */
    public String repeated(int period, long seed) {
        return String.join(" ", repeated.repeat(period, new Random(seed)));
    }

    /** The first names that occur in IOI sentences in training, or those that do not. */
    public List<String> ioiNames(Split split) {
        return split == Split.HELD_OUT ? IoiText.heldOutNames() : IoiText.trainedNames();
    }

    // ---------------------------------------------------------------- making

    private static List<City> allCities() {
        List<City> cities = new ArrayList<>();
        Lexicon.COUNTRIES.forEach(country -> cities.add(new City(country.capital(), country.name())));
        cities.addAll(Lexicon.OTHER_CITIES);
        return List.copyOf(cities);
    }

    private static List<Landmark> allLandmarks(Random random) {
        List<Landmark> landmarks = new ArrayList<>();
        for (String style : Lexicon.LANDMARK_STYLES) {
            for (String kind : Lexicon.LANDMARK_KINDS) {
                landmarks.add(new Landmark(style + " " + kind, Draw.one(Lexicon.cityNames(), random)));
            }
        }
        return List.copyOf(landmarks);
    }

    private List<Relation> allRelations() {
        return List.of(
                relation("capital", countries(), Country::name, Country::capital),
                relation("language", countries(), Country::name, Country::language),
                relation("country", cities, City::name, City::country));
    }

    private static <T> Relation relation(
            String name, List<T> things, Function<T, String> subject, Function<T, String> object) {
        return new Relation(
                name, things.stream().collect(Collectors.toMap(subject, object, (a, b) -> a, LinkedHashMap::new)));
    }
}
