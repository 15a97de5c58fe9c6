package practicum.world.language.task;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A year of four digits, said in two tokens, as GPT-2 does: "17 32".
 *
 * @param number from 1100 to 1999
 */
public record Year(int number) {
    public static final int FIRST = 1100;
    public static final int LAST = 1999;

    private static final List<String> TOKENS = IntStream.range(0, 100)
            .mapToObj(number -> String.format(Locale.ROOT, "%02d", number))
            .toList();

    public Year {
        if (number < FIRST || number > LAST) {
            throw new IllegalArgumentException(
                    "Years of this world are " + FIRST + " to " + LAST + ", got " + number + ".");
        }
    }

    /** Its first token: "17". */
    public String century() {
        return TOKENS.get(number / 100);
    }

    /** Its second token: "32". */
    public String inCentury() {
        return TOKENS.get(number % 100);
    }

    /** Both tokens. */
    public String text() {
        return century() + " " + inCentury();
    }

    /** The tokens "00" to "99", in order. */
    public static List<String> tokens() {
        return TOKENS;
    }
}
