package practicum.notebook;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of many things are shown: all where they are few, else the first and the last.
 *
 * @param count how many there are
 * @param shown the indices that are shown, with -1 where some are left out
 */
record Fold(int count, List<Integer> shown) {
    static Fold of(int count, int limit, int head, int tail) {
        if (count <= limit) {
            return new Fold(count, IntStream.range(0, count).boxed().toList());
        }
        IntStream first = IntStream.range(0, head);
        IntStream last = IntStream.range(count - tail, count);
        return new Fold(
                count,
                IntStream.concat(IntStream.concat(first, IntStream.of(-1)), last)
                        .boxed()
                        .toList());
    }

    boolean isWhole() {
        return shown.size() == count;
    }
}
