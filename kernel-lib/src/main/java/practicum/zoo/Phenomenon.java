package practicum.zoo;

import java.util.List;

/**
 * Something that a model does, which can be measured again from its weights.
 *
 * @param <M> a transformer or a net
 */
@FunctionalInterface
public interface Phenomenon<M> {
    /** Measures it, each number with its control. */
    List<Measurement> measure(Subject<M> subject);
}
