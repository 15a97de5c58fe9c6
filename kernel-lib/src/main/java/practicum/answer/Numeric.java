package practicum.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reading of a value as numbers in a shape, whichever way they were handed over: array, list or single number. */
final class Numeric {
    private Numeric() {}

    static Optional<Value.Array> of(Value value) {
        if (value instanceof Value.Array array) {
            return Optional.of(array);
        } else if (value instanceof Value.Num number) {
            return Optional.of(new Value.Array("float64", List.of(), new double[] {number.value()}, List.of()));
        } else if (value instanceof Value.Items list && !list.items().isEmpty()) {
            return stacked(list.items());
        }
        return Optional.empty();
    }

    private static Optional<Value.Array> stacked(List<Value> items) {
        var parts = new ArrayList<Value.Array>();
        for (Value item : items) {
            var part = of(item);
            if (part.isEmpty()
                    || !parts.isEmpty()
                            && !part.get().shape().equals(parts.get(0).shape())) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        var shape = new ArrayList<Integer>();
        shape.add(parts.size());
        shape.addAll(parts.get(0).shape());
        double[] data = parts.stream()
                .flatMapToDouble(part -> java.util.Arrays.stream(part.data()))
                .toArray();
        return Optional.of(new Value.Array("float64", shape, data, List.of()));
    }
}
