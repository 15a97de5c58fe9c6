package practicum.hook;

import java.util.Optional;

/** Which hooks a model computes, and why it does not compute the others. */
@FunctionalInterface
public interface Anatomy {
    /** Why the model does not compute a hook and what to use instead, in sentences; empty where it does. */
    Optional<String> lacks(Hook hook);

    /** The model itself, where the parameters are known too. */
    default Optional<Origin> origin() {
        return Optional.empty();
    }

    /**
     * Refuses a hook that the model does not compute.
     *
     * @throws HookException if it does not; the message says why and what to use instead
     */
    default void require(Hook hook) {
        lacks(hook).ifPresent(reason -> {
            throw new HookException(reason);
        });
    }
}
