package practicum.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.token.Tokens;

/**
 * Texts of random tokens said twice, and their controls, where the second half is the same tokens in another order.
 *
 * @param begin how many tokens stand in front of the random ones
 * @param period how many tokens are said twice
 */
record RepeatedTokens(Tokens repeated, Tokens shuffled, int begin, int period) {
    static RepeatedTokens of(Transformer model, List<Long> words, int sequences, int period, long seed) {
        OptionalLong front = model.hasTokenizer() ? model.tokenizer().bosId() : OptionalLong.empty();
        int begin = front.isPresent() ? 1 : 0;
        if (2 * period + begin > model.config().nCtx()) {
            throw new ModelException(period + " tokens said twice do not fit into the "
                    + model.config().nCtx()
                    + " positions of \"" + model.config().name() + "\": at most "
                    + (model.config().nCtx() - begin) / 2 + " do.");
        }
        if (period < 2 || words.size() < period) {
            throw new ModelException("Texts of " + period + " different tokens cannot be made of " + words.size()
                    + " to choose from; the least is 2.");
        }
        Random random = new Random(seed);
        long[][] repeated = new long[sequences][];
        long[][] shuffled = new long[sequences][];
        for (int i = 0; i < sequences; i++) {
            List<Long> half = drawn(words, period, random);
            List<Long> other = new ArrayList<>(half);
            do {
                Collections.shuffle(other, random);
            } while (other.equals(half));
            repeated[i] = row(front, half, half);
            shuffled[i] = row(front, half, other);
        }
        return new RepeatedTokens(Tokens.ofIds(repeated), Tokens.ofIds(shuffled), begin, period);
    }

    /** The tokens that stand for text. */
    static List<Long> words(Transformer model) {
        return LongStream.range(0, model.config().dVocab())
                .filter(id -> !model.hasTokenizer() || !model.tokenizer().isSpecial(id))
                .boxed()
                .toList();
    }

    /** Different tokens, so that there is one place to look at. */
    private static List<Long> drawn(List<Long> words, int count, Random random) {
        List<Long> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            long word = words.get(random.nextInt(words.size()));
            if (!drawn.contains(word)) {
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
