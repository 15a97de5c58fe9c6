package practicum.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import practicum.tensor.Seeds;

/** An endless training text, cut into sequences of one length: {@code <bos>}, then sentences; the last may be cut off. */
public final class TextStream {
    private final Mixture mixture;
    private final Vocabulary vocabulary;
    private final int length;

    public TextStream(Mixture mixture, Vocabulary vocabulary, int length) {
        this.mixture = mixture;
        this.vocabulary = vocabulary;
        this.length = length;
    }

    /** {@code count} sequences of token ids; the same seed gives the same text. */
    public long[][] batch(int count, long seed) {
        Random random = Seeds.random(seed);
        long[][] ids = new long[count][length];
        for (long[] row : ids) {
            List<String> words = words(random);
            for (int i = 0; i < length; i++) {
                row[i] = vocabulary.id(words.get(i));
            }
        }
        return ids;
    }

    private List<String> words(Random random) {
        List<String> words = new ArrayList<>(length);
        words.add(Vocabulary.BEGIN);
        while (words.size() < length) {
            words.addAll(mixture.sentence(random));
        }
        return words;
    }
}
