package practicum.world.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import practicum.tensor.Seeds;
import practicum.world.Mixture;
import practicum.world.Vocabulary;

/**
 * An endless training text for a masked model: {@code [CLS]}, then sentences, each with {@code [SEP]} behind it; the last
 * may be cut off. A model is asked for 15 % of the words, drawn one by one; 80 % of these are replaced by {@code [MASK]},
 * 10 % by any word, and 10 % stay (Devlin et al. 2019, arXiv 1810.04805).
 */
public final class MaskedText {
    private static final double ASKED = 0.15;
    private static final double HIDDEN = 0.8;
    private static final double REPLACED = 0.1;

    private final Mixture mixture;
    private final Vocabulary vocabulary;
    private final int length;

    /**
     * Sequences of {@code length} tokens.
     *
     * @throws IllegalArgumentException if the vocabulary is not one for masked models
     */
    public MaskedText(Mixture mixture, Vocabulary vocabulary, int length) {
        if (!vocabulary.contains(Vocabulary.MASK)) {
            throw new IllegalArgumentException("This vocabulary has no " + Vocabulary.MASK
                    + ", so nothing can be hidden with it. Make one with Vocabulary.masked(words).");
        }
        this.mixture = mixture;
        this.vocabulary = vocabulary;
        this.length = length;
    }

    /** {@code count} sequences; the same seed gives the same text, hidden in the same places. */
    public MaskedBatch batch(int count, long seed) {
        Random random = Seeds.random(seed);
        long[][] ids = new long[count][length];
        long[][] targets = new long[count][length];
        for (int row = 0; row < count; row++) {
            List<String> words = words(random);
            Arrays.fill(targets[row], MaskedBatch.IGNORED);
            for (int i = 0; i < length; i++) {
                String word = words.get(i);
                ids[row][i] = vocabulary.id(word);
                if (!Vocabulary.maskedSpecials().contains(word) && random.nextDouble() < ASKED) {
                    targets[row][i] = ids[row][i];
                    ids[row][i] = disguised(ids[row][i], random);
                }
            }
        }
        return new MaskedBatch(ids, targets);
    }

    private long disguised(long id, Random random) {
        double at = random.nextDouble();
        if (at < HIDDEN) {
            return vocabulary.id(Vocabulary.MASK);
        }
        int specials = Vocabulary.maskedSpecials().size();
        return at < HIDDEN + REPLACED ? specials + random.nextInt(vocabulary.size() - specials) : id;
    }

    private List<String> words(Random random) {
        List<String> words = new ArrayList<>(length);
        words.add(Vocabulary.CLASS);
        while (words.size() < length) {
            words.addAll(mixture.sentence(random));
            words.add(Vocabulary.SEPARATOR);
        }
        return words;
    }
}
