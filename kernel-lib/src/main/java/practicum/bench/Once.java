package practicum.bench;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a value when it is first asked for, and gives the same ever after. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> making;
    private @Nullable T value;

    Once(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public T get() {
        T made = value == null ? making.get() : value;
        value = made;
        return made;
    }
}
