package practicum.model;

import java.util.ArrayList;
import java.util.List;
import practicum.tensor.Tensor;
import practicum.tensor.TensorBuffer;

/**
 * The keys and values of positions that have passed, so that a prompt that grows by a token costs one token
 * (keys are kept as turned by their positions).
 */
final class KeyValueCache {
    /** Keys and values of every position so far [b, k, kv, d]. */
    record Entry(Tensor keys, Tensor values) {}

    private final int capacity;
    private final List<TensorBuffer> keys = new ArrayList<>();
    private final List<TensorBuffer> values = new ArrayList<>();

    KeyValueCache(int capacity) {
        this.capacity = capacity;
    }

    /** Adds a layer's keys and values [b, p, kv, d] and gives all there are. */
    Entry extend(int layer, Tensor newKeys, Tensor newValues) {
        if (layer == keys.size()) {
            keys.add(new TensorBuffer(1, capacity));
            values.add(new TensorBuffer(1, capacity));
        }
        return new Entry(keys.get(layer).append(newKeys), values.get(layer).append(newValues));
    }
}
