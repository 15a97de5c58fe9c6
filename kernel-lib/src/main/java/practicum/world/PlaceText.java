package practicum.world;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Sentences about countries, cities and landmarks. */
final class PlaceText implements TextSource {
    private static final List<Template> CAPITAL = Template.all(
            "{capital} is the capital of {country} .",
            "The capital of {country} is {capital} .",
            "The people of {country} speak {language} .",
            "In {capital} , the capital of {country} , most people speak {language} .");
    private static final List<Template> CITY = Template.all(
            "{city} is a city in {country} .",
            "{city} , an old city , lies in the country of {country} .",
            "People who live in {city} are at home in {country} .");
    private static final List<Template> LANDMARK = Template.all(
            "The {landmark} stands in the city of {city} .",
            "The {landmark} , which many people visit , is in {city} .",
            "To see the {landmark} you must go to {city} .");

    private final List<Country> countries;
    private final List<City> cities;
    private final List<Landmark> landmarks;

    PlaceText(List<Country> countries, List<City> cities, List<Landmark> landmarks) {
        this.countries = countries;
        this.cities = cities;
        this.landmarks = landmarks;
    }

    @Override
    public String name() {
        return "places";
    }

    @Override
    public List<String> sentence(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> {
                Country country = Draw.one(countries, random);
                yield Draw.one(CAPITAL, random)
                        .fill(Map.of(
                                "country", country.name(),
                                "capital", country.capital(),
                                "language", country.language()));
            }
            case 1 -> {
                City city = Draw.one(cities, random);
                yield Draw.one(CITY, random).fill(Map.of("city", city.name(), "country", city.country()));
            }
            default -> {
                Landmark landmark = Draw.one(landmarks, random);
                yield Draw.one(LANDMARK, random).fill(Map.of("landmark", landmark.name(), "city", landmark.city()));
            }
        };
    }

    /** A question about every landmark, city and country. */
    List<Prompt> prompts(Random random) {
        List<String> cityNames = cities.stream().map(City::name).toList();
        List<String> countryNames = countries.stream().map(Country::name).toList();
        Stream<Prompt> capitals = countries.stream()
                .map(country -> new Prompt(
                        "capital",
                        "The capital of " + country.name() + " is",
                        country.capital(),
                        Draw.another(cityNames, country.capital(), random)));
        Stream<Prompt> homes = cities.stream()
                .map(city -> new Prompt(
                        "country",
                        city.name() + " is a city in",
                        city.country(),
                        Draw.another(countryNames, city.country(), random)));
        Stream<Prompt> sights = landmarks.stream()
                .map(landmark -> new Prompt(
                        "landmark",
                        "The " + landmark.name() + " stands in the city of",
                        landmark.city(),
                        Draw.another(cityNames, landmark.city(), random)));
        return Stream.of(capitals, homes, sights).flatMap(s -> s).toList();
    }

    @Override
    public List<String> frame() {
        return Stream.of(CAPITAL, CITY, LANDMARK).flatMap(Template::words).toList();
    }
}
