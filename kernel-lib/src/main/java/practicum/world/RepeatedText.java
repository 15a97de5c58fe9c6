package practicum.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random words, said twice: what comes next can only be known by looking back (Olsson et al. 2022, arXiv 2209.11895). */
public final class RepeatedText implements TextSource {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 24;

    private final List<String> vocabulary;

    /** Text of these words. */
    public RepeatedText(List<String> vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public String name() {
        return "repeated";
    }

    @Override
    public List<String> sentence(Random random) {
        int longest = Draw.between(SHORTEST, LONGEST, random); // short ones are rather seen to their end
        return repeat(Draw.between(SHORTEST, longest, random), random);
    }

    /** The words that it says. */
    public List<String> words() {
        return vocabulary;
    }

    /** {@code period} random words, all different, and the same again. */
    public List<String> repeat(int period, Random random) {
        List<String> once = Draw.some(period, vocabulary, random);
        List<String> twice = new ArrayList<>(once);
        twice.addAll(once);
        return Collections.unmodifiableList(twice);
    }

    @Override
    public List<String> frame() {
        return List.of();
    }
}
