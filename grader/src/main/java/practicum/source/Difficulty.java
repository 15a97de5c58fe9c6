package practicum.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How hard an exercise is for a student who has followed the course so far. */
public enum Difficulty {
    EASY,
    MEDIUM,
    HARD;

    static Optional<Difficulty> named(String text) {
        return Arrays.stream(values()).filter(d -> d.toString().equals(text)).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Difficulty::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
