package practicum.net;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;

/**
 * Inputs with what a net should make of them.
 *
 * @param inputs one in each row
 * @param targets int64 labels [n], or float32 numbers [n, output]
 */
public record Examples(Tensor inputs, Tensor targets) {
    public Examples {
        if (inputs.rank() < 2 || targets.rank() < 1 || inputs.size(0) != targets.size(0) || inputs.size(0) == 0) {
            throw new NetException("Examples are as many inputs as targets, one in each row and at least one; got "
                    + inputs + " and " + targets + ".");
        }
        boolean labels = targets.dtype().equals("int64") && targets.rank() == 1;
        boolean numbers = targets.dtype().equals("float32") && targets.rank() == 2;
        if (!labels && !numbers) {
            throw new NetException("Targets are int64 labels [n] or float32 numbers [n, output]; got " + targets + ".");
        }
    }

    /** Inputs with labels, from 0. */
    public static Examples of(Tensor inputs, long... labels) {
        return new Examples(inputs, Tensor.of(labels));
    }

    /** How many there are. */
    public int size() {
        return inputs.size(0);
    }

    /** Whether the targets are labels; else they are numbers. */
    public boolean areLabelled() {
        return targets.rank() == 1;
    }

    /**
     * The labels.
     *
     * @throws NetException if the targets are numbers
     */
    public long[] labels() {
        if (!areLabelled()) {
            throw new NetException("These examples have numbers for targets, not labels: " + targets + ".");
        }
        return targets.toLongArray();
    }

    /** Some of them, in this order. */
    public Examples take(int... rows) {
        return new Examples(inputs.take(0, rows), targets.take(0, rows));
    }

    /** Those from one row up to but not including another. */
    public Examples part(int from, int to) {
        return take(IntStream.range(from, to).toArray());
    }

    /** The same inputs, each with the target of another: the control that nothing can be learned from. */
    public Examples shuffleTargets(long seed) {
        return new Examples(inputs, targets.take(0, order(seed)));
    }

    /** All of them in another order. */
    public Examples shuffle(long seed) {
        return take(order(seed));
    }

    private int[] order(long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size()).boxed().toList());
        Collections.shuffle(order, Seeds.random(seed));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}
