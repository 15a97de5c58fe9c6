package practicum.world;

/**
 * A question to a language model: text whose next word is known.
 *
 * @param group what is asked, such as "city" or "ioi", to break results down by
 * @param text the words before the answer
 * @param answer the true next word
 * @param foil a word of the same kind that is wrong here
 */
public record Prompt(String group, String text, String answer, String foil) {
    @Override
    public String toString() {
        return text + " → " + answer + " (not " + foil + ")";
    }
}
