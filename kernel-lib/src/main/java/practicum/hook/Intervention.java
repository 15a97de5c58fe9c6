package practicum.hook;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import practicum.tensor.Tensor;

/**
 * A change to the forward pass as a value: where, and what. It can be named, listed and used in any number of runs.
 *
 * @param site the part of a hook that changes
 * @param verb what is done, in a word
 * @param change makes the new value from the old; both have the shape of the whole hook
 */
public record Intervention(Site site, String verb, UnaryOperator<Tensor> change) {
    /**
     * The value with the change made at the site and nowhere else.
     *
     * @throws HookException if the change does not fit the value's shape
     */
    public Tensor apply(Tensor value) {
        Tensor changed = change.apply(value);
        if (!Arrays.equals(changed.shape(), value.shape())) {
            throw new HookException("\"" + this + "\" made a " + changed + " where " + value
                    + " flows; give a value that broadcasts to it.");
        }
        @Nullable Tensor mask = site.mask(value);
        return mask == null ? changed : Tensor.where(mask, changed, value);
    }

    /** This intervention with negative positions counted from the end of {@code length} positions. */
    public Intervention resolved(int length) {
        return new Intervention(site.resolved(length), verb, change);
    }

    @Override
    public String toString() {
        return verb + " " + site;
    }
}
