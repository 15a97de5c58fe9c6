package practicum.train;

import java.util.List;

/** Something that a model does, which can be measured again from its weights. */
@FunctionalInterface
public interface Phenomenon {
    /** Measures it, each number with its control. */
    List<Measurement> measure(Subject subject);
}
