package practicum.world.language.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import practicum.world.Draw;
import practicum.world.Lexicon;

/** Gives facts to people, and says what is true of cities and countries. */
final class Registry {
    static final List<String> EPITHETS = List.of("Lucky", "Tall", "Quiet", "Happy", "Little", "Big", "Clever", "Brave");

    /** What countries pay with; several have the euro. */
    static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("Japan", "yen"),
            Map.entry("Norway", "krone"),
            Map.entry("Denmark", "krone"),
            Map.entry("Sweden", "krona"),
            Map.entry("Poland", "zloty"),
            Map.entry("Russia", "ruble"),
            Map.entry("China", "yuan"),
            Map.entry("Egypt", "pound"),
            Map.entry("Hungary", "forint"),
            Map.entry("Turkey", "lira"),
            Map.entry("Kenya", "shilling"),
            Map.entry("Vietnam", "dong"),
            Map.entry("Korea", "won"));

    static final String COMMON_CURRENCY = "euro";
    private static final int NICKNAME_EVERY = 3;
    private static final int SECOND_JOB_EVERY = 4;
    private static final int MARRIED_EVERY = 2;

    private Registry() {}

    static List<Fact> of(List<Citizen> citizens, Random random) {
        List<Fact> facts = new ArrayList<>();
        for (Citizen citizen : citizens) {
            simple(citizen, random).forEach(facts::add);
        }
        for (Citizen citizen : every(SECOND_JOB_EVERY, citizens, random)) {
            facts.add(secondJob(citizen, facts, random));
        }
        facts.addAll(nicknames(every(NICKNAME_EVERY, citizens, random), random));
        facts.addAll(marriages(every(MARRIED_EVERY, citizens, random)));
        facts.addAll(geography());
        return facts;
    }

    private static Stream<Fact> simple(Citizen citizen, Random random) {
        return Stream.of(
                drawn(citizen, FactRelation.CITY, Lexicon.cityNames(), random),
                drawn(citizen, FactRelation.JOB, Lexicon.JOBS, random),
                drawn(citizen, FactRelation.INSTRUMENT, Lexicon.INSTRUMENTS, random),
                drawn(citizen, FactRelation.PET, Lexicon.PETS, random),
                drawn(citizen, FactRelation.FOOD, Lexicon.FOODS, random),
                drawn(citizen, FactRelation.COLOR, Lexicon.COLORS, random));
    }

    private static Fact drawn(Citizen citizen, FactRelation relation, List<String> objects, Random random) {
        return new Fact(citizen.name(), relation, Draw.one(objects, random));
    }

    private static Fact secondJob(Citizen citizen, List<Fact> facts, Random random) {
        String first =
                new FactIndex(facts).objects(citizen.name(), FactRelation.JOB).get(0);
        return new Fact(citizen.name(), FactRelation.JOB, Draw.another(Lexicon.JOBS, first, random));
    }

    /** An epithet and the first name: "Lucky Mary", never given twice. */
    private static List<Fact> nicknames(List<Citizen> citizens, Random random) {
        List<Fact> named = new ArrayList<>();
        List<String> free = new ArrayList<>(Draw.some(EPITHETS.size(), EPITHETS, random));
        for (Citizen citizen : citizens) {
            String epithet = free.stream()
                    .filter(each ->
                            named.stream().noneMatch(fact -> fact.object().equals(each + " " + citizen.first())))
                    .findFirst()
                    .orElseThrow();
            free.remove(epithet);
            free.add(epithet);
            named.add(new Fact(citizen.name(), FactRelation.NICKNAME, epithet + " " + citizen.first()));
        }
        return named;
    }

    /** The first half to the second. Two people of the same first name are left single: their names begin alike. */
    private static List<Fact> marriages(List<Citizen> citizens) {
        int half = citizens.size() / 2;
        return IntStream.range(0, half)
                .filter(i ->
                        !citizens.get(i).first().equals(citizens.get(half + i).first()))
                .mapToObj(i -> new Fact(
                        citizens.get(i).name(),
                        FactRelation.SPOUSE,
                        citizens.get(half + i).name()))
                .toList();
    }

    private static List<Citizen> every(int nth, List<Citizen> citizens, Random random) {
        return Draw.some(citizens.size() / nth, citizens, random);
    }

    private static List<Fact> geography() {
        Stream<Fact> capitals = Lexicon.COUNTRIES.stream()
                .flatMap(country -> Stream.of(
                        new Fact(country.capital(), FactRelation.COUNTRY, country.name()),
                        new Fact(country.name(), FactRelation.CAPITAL, country.capital()),
                        new Fact(country.name(), FactRelation.LANGUAGE, country.language()),
                        new Fact(
                                country.name(),
                                FactRelation.CURRENCY,
                                CURRENCIES.getOrDefault(country.name(), COMMON_CURRENCY))));
        Stream<Fact> others =
                Lexicon.OTHER_CITIES.stream().map(city -> new Fact(city.name(), FactRelation.COUNTRY, city.country()));
        return Stream.concat(capitals, others).toList();
    }
}
