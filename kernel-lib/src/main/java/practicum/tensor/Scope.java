package practicum.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Frees the tensors made while it is open, except those it is told to keep.
 *
 * <p>Students never need one: a tensor is freed when nothing refers to it. Library code opens one around a computation
 * with many intermediates, so that they go at once and not when the garbage collector next looks. Scopes nest; each
 * belongs to the thread that opened it.
 *
 * <pre>{@code
 * try (Scope scope = Scope.open()) {
 *     return scope.keep(x.mul(x).sum());
 * }
 * }</pre>
 */
public final class Scope implements AutoCloseable {
    private static final ThreadLocal<@Nullable Scope> CURRENT = new ThreadLocal<>();

    private final @Nullable Scope outer;
    private final List<Tensor> made = new ArrayList<>();

    private Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    /** Opens a scope on this thread. */
    public static Scope open() {
        Scope scope = new Scope(CURRENT.get());
        CURRENT.set(scope);
        return scope;
    }

    static @Nullable Scope current() {
        return CURRENT.get();
    }

    /** What is made here belongs to no scope: it lives as long as something refers to it. */
    static Tensor outside(Supplier<Tensor> making) {
        Scope current = CURRENT.get();
        CURRENT.remove();
        try {
            return making.get();
        } finally {
            CURRENT.set(current);
        }
    }

    void adopt(Tensor tensor) {
        made.add(tensor);
    }

    /** Hands a tensor to the scope around this one, or to the garbage collector where there is none. */
    public Tensor keep(Tensor tensor) {
        if (tensor.scope == this) {
            tensor.scope = outer;
            if (outer != null) {
                outer.adopt(tensor);
            }
        }
        return tensor;
    }

    /** Frees what was not kept. */
    @Override
    public void close() {
        if (CURRENT.get() != this) {
            throw new IllegalStateException(
                    "A scope was closed out of order or on another thread; use try (Scope scope = Scope.open()).");
        }
        CURRENT.set(outer);
        for (Tensor tensor : made) {
            if (tensor.scope == this) {
                tensor.free();
            }
        }
    }
}
