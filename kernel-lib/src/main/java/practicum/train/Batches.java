package practicum.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which examples make each batch: all of them once, in a new order, before any comes again. A batch follows from its
 * number alone.
 *
 * @param count examples
 * @param batch of them at once
 * @param seed of the orders
 */
record Batches(int count, int batch, long seed) {
    Batches {
        if (batch > count) {
            throw new TrainingException("A batch of " + batch + " cannot be drawn from " + count
                    + " examples without repeating any: make the recipe's batch smaller.");
        }
    }

    /** The rows of one batch. */
    int[] rows(int number) {
        int[] rows = new int[batch];
        long first = (long) number * batch;
        List<Integer> order = order(first / count);
        long epoch = first / count;
        for (int i = 0; i < batch; i++) {
            long at = first + i;
            if (at / count != epoch) {
                epoch = at / count;
                order = order(epoch);
            }
            rows[i] = order.get((int) (at % count));
        }
        return rows;
    }

    private List<Integer> order(long epoch) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(order, new Random(seed * 1_000_003 + epoch));
        return order;
    }
}
