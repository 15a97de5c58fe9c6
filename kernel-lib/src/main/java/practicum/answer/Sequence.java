package practicum.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The reading of a value as a row of values: a list, a set, or an array of one axis. */
final class Sequence {
    private Sequence() {}

    static Optional<List<Value>> of(Value value) {
        if (value instanceof Value.Items list) {
            return Optional.of(list.items());
        } else if (value instanceof Value.Unordered set) {
            return Optional.of(set.items());
        } else if (value instanceof Value.Array array && array.rank() == 1) {
            return Optional.of(
                    Arrays.stream(array.data()).<Value>mapToObj(Value.Num::new).toList());
        }
        return Optional.empty();
    }
}
