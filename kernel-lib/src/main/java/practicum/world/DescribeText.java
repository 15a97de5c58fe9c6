package practicum.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Short descriptions: "about Mary Hill , in a few words : lives in Oslo , works as a baker ." The prompt of SelfIE (Chen et
 * al. 2024, arXiv 2403.10949) and of entity Patchscopes: a hidden state put in place of the name is described instead.
 * Every eighth person is described in full sentences only.
 */
final class DescribeText implements TextSource {
    private static final Template HEAD = Template.parse("about {subject} , in a few words :");
    private static final Template CITY = Template.parse("a city in {country} .");
    private static final Template COUNTRY =
            Template.parse("a country , the capital is {capital} , people speak {language} .");
    private static final Template LANDMARK = Template.parse("a place to visit in {city} .");
    private static final int MOST_CLAUSES = 4;
    private static final int HELD_OUT_EVERY = 8;

    private final List<Person> people;
    private final List<Country> countries;
    private final List<City> cities;
    private final List<Landmark> landmarks;

    DescribeText(List<Person> people, List<Country> countries, List<City> cities, List<Landmark> landmarks) {
        this.people = people;
        this.countries = countries;
        this.cities = cities;
        this.landmarks = landmarks;
    }

    @Override
    public String name() {
        return "descriptions";
    }

    @Override
    public List<String> sentence(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> {
                City city = Draw.one(cities, random);
                yield join(city.name(), CITY.fill(Map.of("country", city.country())));
            }
            case 1 -> {
                Country country = Draw.one(countries, random);
                yield join(
                        country.name(),
                        COUNTRY.fill(Map.of("capital", country.capital(), "language", country.language())));
            }
            case 2 -> {
                Landmark landmark = Draw.one(landmarks, random);
                yield join(landmark.name(), LANDMARK.fill(Map.of("city", landmark.city())));
            }
            default -> person(Draw.one(people(Split.TRAIN), random), random);
        };
    }

    private static List<String> person(Person person, Random random) {
        List<String> clauses = new ArrayList<>();
        List<Attribute> known = described(person);
        for (Attribute attribute :
                Draw.some(Draw.between(1, Math.min(MOST_CLAUSES, known.size()), random), known, random)) {
            clauses.addAll(FactText.clause(person, attribute, phrase(attribute)));
            clauses.add(",");
        }
        clauses.set(clauses.size() - 1, ".");
        return join(person.name(), clauses);
    }

    /** The attributes that descriptions may state: not those whose plain phrase is held out for this person. */
    private static List<Attribute> described(Person person) {
        return Stream.of(Attribute.values())
                .filter(attribute -> !FactText.heldOutPhrase(person, attribute).equals(phrase(attribute)))
                .toList();
    }

    /** Descriptions use the plainest phrase for each attribute, so that generated ones can be read off. */
    static String phrase(Attribute attribute) {
        return attribute.phrases().get(0);
    }

    /** The people that are described so in training, or those that are not. */
    List<Person> people(Split split) {
        return IntStream.range(0, people.size())
                .filter(i -> (i % HELD_OUT_EVERY == 0) == (split == Split.HELD_OUT))
                .mapToObj(people::get)
                .toList();
    }

    /** The words up to the colon. */
    static String head(String subject) {
        return String.join(" ", HEAD.fill(Map.of("subject", subject)));
    }

    /** For every person of the split and every attribute: the description up to the value. */
    List<Prompt> prompts(Split split, Random random) {
        List<Prompt> prompts = new ArrayList<>();
        for (Person person : people(split)) {
            for (Attribute attribute : Attribute.values()) {
                prompts.add(new Prompt(
                        attribute.label(),
                        head(person.name()) + " " + phrase(attribute),
                        person.get(attribute),
                        Draw.another(attribute.choices(), person.get(attribute), random)));
            }
        }
        return prompts;
    }

    private static List<String> join(String subject, List<String> rest) {
        List<String> words = new ArrayList<>(HEAD.fill(Map.of("subject", subject)));
        words.addAll(rest);
        return words;
    }

    @Override
    public List<String> frame() {
        return Template.words(List.of(HEAD, CITY, COUNTRY, LANDMARK)).toList();
    }
}
