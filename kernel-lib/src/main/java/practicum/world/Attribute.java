package practicum.world;

import java.util.List;
import java.util.Locale;

/** A relation between a person and a word, and the phrases that can state it; the word follows the phrase. */
public enum Attribute {
    CITY(Lexicon.cityNames(), "lives in", "has a home in", "spends most days in", "moved to the city of"),
    JOB(Lexicon.JOBS, "works as a", "has a job as a", "earns money as a", "was trained as a"),
    INSTRUMENT(Lexicon.INSTRUMENTS, "plays the", "practices the", "learned to play the", "performs on the"),
    PET(Lexicon.PETS, "owns a", "takes care of a", "has a pet", "feeds a"),
    FOOD(Lexicon.FOODS, "likes to eat", "often cooks", "loves fresh", "always orders"),
    COLOR(Lexicon.COLORS, "always wears", "dresses in", "paints every wall", "likes the color");

    private final List<String> values;
    private final List<String> phrases;

    Attribute(List<String> values, String... phrases) {
        this.values = values;
        this.phrases = List.of(phrases);
    }

    /** Its name in tables: "city". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every word that the attribute may take. */
    public List<String> choices() {
        return values;
    }

    /** Paraphrases, each followed by the value: "lives in", "has a home in", … */
    public List<String> phrases() {
        return phrases;
    }
}
