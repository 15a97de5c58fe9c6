package practicum.world.language.social;

import java.util.List;
import java.util.Locale;

/** How somebody finds something, the words for it, and what they do then. */
public enum Mood {
    GOOD(List.of("lovely", "splendid", "wonderful", "pleasant", "perfect"), List.of("smiled", "cheered", "stayed")),
    BAD(List.of("awful", "dreadful", "terrible", "boring", "gloomy"), List.of("frowned", "complained", "left"));

    private final List<String> adjectives;
    private final List<String> reactions;

    Mood(List<String> adjectives, List<String> reactions) {
        this.adjectives = adjectives;
        this.reactions = reactions;
    }

    /** Its name in tables: "good". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Words that say so. */
    public List<String> adjectives() {
        return adjectives;
    }

    /** What people do then. */
    public List<String> reactions() {
        return reactions;
    }

    /** The other mood. */
    public Mood opposite() {
        return this == GOOD ? BAD : GOOD;
    }
}
