package practicum.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.tensor.Seeds;
import practicum.token.Tokens;

/**
 * Texts of random tokens said twice, and their controls, where the second half is the same tokens in another order.
 *
 * @param begin how many tokens stand in front of the random ones
 * @param period how many tokens are said twice
 */
record RepeatedTokens(Tokens repeated, Tokens shuffled, int begin, int period) {
    private static final int TRIES = 100;

    static RepeatedTokens of(Transformer model, List<Long> words, int sequences, int period, long seed) {
        OptionalLong front = model.hasTokenizer() ? model.tokenizer().bosId() : OptionalLong.empty();
        int begin = front.isPresent() ? 1 : 0;
        if (2 * period + begin > model.config().nCtx()) {
            throw new ModelException(period + " tokens said twice do not fit into the "
                    + model.config().nCtx()
                    + " positions of \"" + model.config().name() + "\": at most "
                    + (model.config().nCtx() - begin) / 2 + " do.");
        }
        if (period < 2) {
            throw new ModelException("A text that is said twice has at least 2 tokens, not " + period + ".");
        }
        Random random = Seeds.random(seed);
        long[][] repeated = new long[sequences][];
        long[][] shuffled = new long[sequences][];
        for (int i = 0; i < sequences; i++) {
            List<Long> half = drawn(model, words, period, random);
            List<Long> other = new ArrayList<>(half);
            do {
                Collections.shuffle(other, random);
            } while (other.equals(half));
            repeated[i] = row(front, half, half);
            shuffled[i] = row(front, half, other);
        }
        return new RepeatedTokens(Tokens.ofIds(repeated), Tokens.ofIds(shuffled), begin, period);
    }

    /** Different tokens that stand for text, so that there is one place to look at. */
    private static List<Long> drawn(Transformer model, List<Long> words, int count, Random random) {
        List<Long> drawn = new ArrayList<>();
        for (int tries = 0; drawn.size() < count; tries++) {
            if (tries == TRIES * count) {
                throw new ModelException(
                        "Texts of " + count + " different tokens that stand for words cannot be made of" + " the "
                                + words.size() + " to choose from: make them shorter.");
            }
            long word = words.get(random.nextInt(words.size()));
            boolean special = model.hasTokenizer() && model.tokenizer().isSpecial(word);
            if (!special && !drawn.contains(word)) {
                drawn.add(word);
            }
        }
        return drawn;
    }

    private static long[] row(OptionalLong front, List<Long> first, List<Long> second) {
        return LongStream.concat(
                        front.isPresent() ? LongStream.of(front.getAsLong()) : LongStream.empty(),
                        LongStream.concat(
                                first.stream().mapToLong(Long::longValue),
                                second.stream().mapToLong(Long::longValue)))
                .toArray();
    }
}
