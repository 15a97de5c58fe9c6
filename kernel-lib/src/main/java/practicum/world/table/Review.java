package practicum.world.table;

import java.util.List;

/**
 * A review, word by word.
 *
 * @param words as they stand, the cue among them if it is there
 * @param positive whether it is labelled so
 */
public record Review(List<String> words, boolean positive) {
    public Review {
        words = List.copyOf(words);
    }

    /** Whether the spurious cue is in it. */
    public boolean hasCue() {
        return words.contains(ReviewWorld.CUE);
    }

    /** Its text. */
    public String text() {
        return String.join(" ", words);
    }
}
