package practicum.world.language.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import practicum.world.Country;
import practicum.world.Draw;
import practicum.world.Lexicon;
import practicum.world.Relation;
import practicum.world.Template;
import practicum.world.TextSource;

/**
 * Sentences that show each form of a word beside the other: "one book and two books". Together with lists of pairs they make
 * the relations that attention heads may turn out to compute (Elhelo and Geva 2024, arXiv 2412.11965).
 */
public final class WordForms implements TextSource {
    private static final Template PLURAL =
            Template.parse("there is one {subject} here and there are two {object} there .");
    private static final Template LOWER = Template.parse("the big letter {subject} is written small as {object} .");
    private static final Template PAST = Template.parse("today they {subject} , and yesterday they {object} , too .");
    private static final Map<String, String> IRREGULAR_PLURALS = Map.of(
            "box", "boxes", "knife", "knives", "mouse", "mice", "fox", "foxes", "goose", "geese", "pony", "ponies");
    private static final String LETTERS = "BDFGHJKMNPRT";
    private static final List<String> VERBS =
            Template.split("walk talk jump look help dance cook clean wait rest call shout");

    private final Map<Relation, Template> sentences = new LinkedHashMap<>();

    public WordForms() {
        sentences.put(new Relation("plural", plurals()), PLURAL);
        sentences.put(new Relation("lower case", lowerCase()), LOWER);
        sentences.put(new Relation("past tense", past()), PAST);
    }

    private static Map<String, String> plurals() {
        Map<String, String> plurals = new LinkedHashMap<>();
        Stream.concat(Lexicon.OBJECTS.stream(), Lexicon.PETS.stream())
                .forEach(word -> plurals.put(word, IRREGULAR_PLURALS.getOrDefault(word, word + "s")));
        return plurals;
    }

    private static Map<String, String> lowerCase() {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String letter : LETTERS.split("")) {
            pairs.put(letter, letter.toLowerCase(Locale.ROOT));
        }
        return pairs;
    }

    private static Map<String, String> past() {
        Map<String, String> pairs = new LinkedHashMap<>();
        VERBS.forEach(verb -> pairs.put(verb, verb.endsWith("e") ? verb + "d" : verb + "ed"));
        return pairs;
    }

    @Override
    public String name() {
        return "word forms";
    }

    @Override
    public List<String> sentence(Random random) {
        Relation relation = Draw.one(List.copyOf(sentences.keySet()), random);
        String subject = Draw.one(List.copyOf(relation.pairs().keySet()), random);
        return template(relation).fill(Map.of("subject", subject, "object", relation.object(subject)));
    }

    private Template template(Relation relation) {
        return Objects.requireNonNull(sentences.get(relation), relation::name);
    }

    /** These relations, and those between countries, capitals, languages and cities: all that lists of pairs may show. */
    public List<Relation> relations() {
        List<Relation> all = new ArrayList<>(sentences.keySet());
        Map<String, String> capitals = new LinkedHashMap<>();
        Map<String, String> languages = new LinkedHashMap<>();
        Map<String, String> countries = new LinkedHashMap<>();
        for (Country country : Lexicon.COUNTRIES) {
            capitals.put(country.name(), country.capital());
            languages.put(country.name(), country.language());
            countries.put(country.capital(), country.name());
        }
        Lexicon.OTHER_CITIES.forEach(city -> countries.put(city.name(), city.country()));
        all.add(new Relation("capital", capitals));
        all.add(new Relation("language", languages));
        all.add(new Relation("country", countries));
        return List.copyOf(all);
    }

    @Override
    public List<String> frame() {
        Stream<String> forms = sentences.keySet().stream()
                .flatMap(relation -> relation.pairs().entrySet().stream())
                .flatMap(pair -> Stream.of(pair.getKey(), pair.getValue()));
        return Stream.concat(Template.words(List.of(PLURAL, LOWER, PAST)), forms)
                .toList();
    }
}
