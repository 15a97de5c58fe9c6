package practicum.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import practicum.tensor.Seeds;

/**
 * Which examples make each batch: all of them once, in a new order, before any comes again. A batch follows from its
 * number alone.
 */
final class Batches {
    private final int count;
    private final int batch;
    private final long seed;
    private long epoch = -1;
    private List<Integer> order = List.of();

    /**
     * Batches of examples.
     *
     * @param count examples
     * @param batch of them at once
     * @param seed of the orders
     */
    Batches(int count, int batch, long seed) {
        if (batch > count) {
            throw new TrainingException("A batch of " + batch + " cannot be drawn from " + count
                    + " examples without repeating any: make the recipe's batch smaller.");
        }
        this.count = count;
        this.batch = batch;
        this.seed = seed;
    }

    /** The rows of one batch. */
    synchronized int[] rows(int number) {
        int[] rows = new int[batch];
        for (int i = 0; i < batch; i++) {
            long at = (long) number * batch + i;
            turnTo(at / count);
            rows[i] = order.get((int) (at % count));
        }
        return rows;
    }

    /** Shuffling all examples costs more than drawing a batch: an order is kept for as long as it is drawn from. */
    private void turnTo(long wanted) {
        if (epoch != wanted) {
            epoch = wanted;
            order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
            Collections.shuffle(order, Seeds.random(seed * 1_000_003 + epoch));
        }
    }
}
