package practicum.world.language.fact;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How a subject and an object belong together, and the phrases that can say so; the object follows the phrase. */
public enum FactRelation {
    // of people, given
    CITY("lives in", "has a home in", "spends most days in", "moved to the city of"),
    JOB("works as a", "has a job as a", "earns money as a", "was trained as a"),
    INSTRUMENT("plays the", "practices the", "learned to play the", "performs on the"),
    PET("owns a", "takes care of a", "has a pet", "feeds a"),
    FOOD("likes to eat", "often cooks", "loves fresh", "always orders"),
    COLOR("always wears", "dresses in", "paints every wall", "likes the color"),
    SPOUSE("is married to", "shares a life with", "had a wedding with"),
    NICKNAME("is also called", "goes by the name of", "is known as"),
    // of cities and countries, given
    COUNTRY("is a city in", "lies in the country of", "belongs to the country of"),
    CAPITAL("has the capital", "is ruled from", "has a government in"),
    LANGUAGE("has the language", "has people who talk in", "prints every law in"),
    CURRENCY("has a coin called the", "is a country that takes the", "prints the"),
    // by rules
    HOME_COUNTRY("votes in", "has a passport from", "pays the taxes of"),
    HOME_LANGUAGE("speaks", "reads the news in", "talks at home in"),
    HOME_CAPITAL("writes to the government in", "pays the government in", "reads the news from the government in"),
    HOME_CURRENCY("pays with the", "saves the", "counts every"),
    SPOUSE_CITY("has a partner in", "writes letters to a partner in", "travels to a partner in"),
    CAPITAL_OF("is the capital of", "is the seat of government of", "rules the country of"),
    CITY_LANGUAGE("is full of people who speak", "has schools that teach in", "has street signs in"),
    CITY_CURRENCY("has shops that take the", "has banks that keep the", "has markets that ask for the");

    private static final List<FactRelation> PERSONAL = List.of(CITY, JOB, INSTRUMENT, PET, FOOD, COLOR);
    private static final Set<FactRelation> BY_RULE = EnumSet.range(HOME_COUNTRY, CITY_CURRENCY);
    private static final Set<FactRelation> ONE_TO_ONE = EnumSet.of(SPOUSE, CAPITAL);

    private final List<String> phrases;

    FactRelation(String... phrases) {
        this.phrases = List.of(phrases);
    }

    /** What is given of everybody: city, job, instrument, pet, food and color. */
    public static List<FactRelation> personal() {
        return PERSONAL;
    }

    /** Its name in tables: "home country". */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Paraphrases, each followed by the object. */
    public List<String> phrases() {
        return phrases;
    }

    /** Whether it is never given, and follows from other facts by a {@link Rule}. */
    public boolean followsByRule() {
        return BY_RULE.contains(this);
    }

    /** Whether a subject may have several objects at once: people may have two jobs. */
    public boolean isPlural() {
        return this == JOB;
    }

    /** Whether also an object has one subject only. */
    public boolean isOneToOne() {
        return ONE_TO_ONE.contains(this);
    }
}
