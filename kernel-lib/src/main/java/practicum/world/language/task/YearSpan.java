package practicum.world.language.task;

import java.util.List;

/**
 * A question that every later year of the century answers: "The war lasted from the year 17 32 to the year 17" (Hanna et al.
 * 2023, "How does GPT-2 compute greater-than?", arXiv 2305.00586).
 *
 * @param noun what lasted
 * @param start the year in which it began
 * @param text the words before the answer
 */
public record YearSpan(String noun, Year start, String text) {
    /** The tokens that are right: the two-digit years after the start. */
    public List<String> right() {
        return Year.tokens().subList(start.number() % 100 + 1, 100);
    }

    /** The tokens of years that are not after the start. */
    public List<String> wrong() {
        return Year.tokens().subList(0, start.number() % 100 + 1);
    }

    /** The counterpart that almost every year answers: the same words, begun in the year 01 of the century. */
    public String corrupted() {
        Year first = new Year(start.number() / 100 * 100 + 1);
        return text.replace(start.text(), first.text());
    }
}
