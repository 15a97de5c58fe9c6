package practicum.world.binding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Draws until something fits. */
final class Rejection {
    private static final int PATIENCE = 200_000;

    private Rejection() {}

    /** So many that fit; {@code what} says in the error what was looked for. */
    static <T> List<T> draw(int count, String what, Supplier<Optional<T>> drawing) {
        if (count < 1) {
            throw new IllegalArgumentException("At least one of " + what + " is to be drawn; got " + count + ".");
        }
        List<T> drawn = new ArrayList<>(count);
        for (int failures = 0; drawn.size() < count; ) {
            Optional<T> next = drawing.get();
            if (next.isPresent()) {
                drawn.add(next.get());
                failures = 0;
            } else if (++failures == PATIENCE) {
                throw new IllegalArgumentException("No " + what + " in " + PATIENCE
                        + " draws: the split leaves none, or hardly any. Ask for fewer entities, attributes or"
                        + " operations, or hold out another share.");
            }
        }
        return List.copyOf(drawn);
    }
}
