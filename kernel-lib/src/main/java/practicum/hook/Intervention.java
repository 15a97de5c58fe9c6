package practicum.hook;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import practicum.tensor.Tensor;
import practicum.tensor.TensorException;

/**
 * A change to the forward pass as a value: where, and what. It can be named, listed and used in any number of runs.
 *
 * @param site the part of a hook that changes
 * @param verb what is done, in a word
 * @param reach how far it reaches when a prompt is continued, and whether it may leave everything as it is
 * @param change makes the new value from the old; both have the shape of the whole hook
 * @param origin the model whose values it puts in, where they are of one
 */
public record Intervention(Site site, String verb, Reach reach, UnaryOperator<Tensor> change, Optional<Origin> origin) {
    /** What an intervention applies to, and what is expected of it. */
    public enum Reach {
        /** Every position it names, those that are generated too; it is an error if nothing changes. */
        EVERYWHERE,
        /** The prompt only, because its value has the prompt's shape; it is an error if nothing changes. */
        PROMPT,
        /** The prompt only, and nothing may change: it holds a value where it would be anyway. */
        PROMPT_IF_DIFFERENT
    }

    /** A change that must change something. */
    public Intervention(Site site, String verb, UnaryOperator<Tensor> change) {
        this(site, verb, Reach.EVERYWHERE, change, Optional.empty());
    }

    /** The same change, which may leave everything as it is. */
    public Intervention ifDifferent() {
        return new Intervention(site, verb, Reach.PROMPT_IF_DIFFERENT, change, origin);
    }

    /** Refuses values of another model among many changes, looking at each model once. */
    public static void requireOrigins(List<Intervention> changes, Anatomy anatomy) {
        Set<Map<String, Tensor>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Intervention change : changes) {
            if (change.origin.isPresent() && seen.add(change.origin.get().parameters())) {
                change.requireOriginIn(anatomy);
            }
        }
    }

    /**
     * Refuses values of another model.
     *
     * @throws HookException if they come from a model with other parameters; the message says what to do
     */
    public void requireOriginIn(Anatomy anatomy) {
        Optional<Origin> here = anatomy.origin();
        if (origin.isPresent() && here.isPresent() && !origin.get().isSameAs(here.get())) {
            throw new HookException("\"" + this + "\" puts in values of the model " + origin.get() + ", but this is "
                    + here.get() + ", whose parameters are others: the same place need not mean the same in both. Make"
                    + " the run with this model; or, to patch across models on purpose, use run.acrossModels() instead"
                    + " of the run.");
        }
    }

    /**
     * The value with the change made at the site and nowhere else.
     *
     * @throws HookException if the change does not fit the value's shape
     */
    public Tensor apply(Tensor value) {
        Tensor changed = changed(value);
        if (!Arrays.equals(changed.shape(), value.shape())) {
            throw new HookException("\"" + this + "\" made a " + changed + " where " + named(value)
                    + " flows; give a value that broadcasts to it.");
        }
        if (!changed.dtype().equals(value.dtype())) {
            throw new HookException("\"" + this + "\" made a " + changed + " where " + named(value)
                    + " flows; convert it, as with toFloat().");
        }
        @Nullable Tensor mask = site.mask(value);
        return mask == null ? changed : Tensor.where(mask, changed, value);
    }

    private Tensor changed(Tensor value) {
        @Nullable Tensor changed;
        try {
            changed = change.apply(value);
        } catch (TensorException e) {
            throw new HookException(
                    "\"" + this + "\" does not fit what flows there, " + named(value) + ": " + e.getMessage(), e);
        }
        if (changed == null) {
            throw new HookException("\"" + this + "\" made nothing (null) where " + value
                    + " flows; return a value of that shape, x itself where nothing changes.");
        }
        return changed;
    }

    private Tensor named(Tensor value) {
        List<String> axes = site.hook().point().axes();
        return axes.size() == value.rank() ? value.named(axes.toArray(String[]::new)) : value;
    }

    /** Whether it must change something to be right. */
    public boolean mustChange() {
        return reach != Reach.PROMPT_IF_DIFFERENT;
    }

    /** This intervention with negative positions counted from the end of {@code length} positions. */
    public Intervention resolved(int length) {
        return new Intervention(site.resolved(length), verb, reach, change, origin);
    }

    /**
     * This intervention for a pass over positions {@code start} to {@code start + length} only, those before having passed
     * already; empty where it has nothing to do there.
     */
    public Optional<Intervention> within(int start, int length) {
        if (start > 0 && reach != Reach.EVERYWHERE) {
            return Optional.empty();
        }
        return site.within(start, length).map(part -> new Intervention(part, verb, reach, change, origin));
    }

    @Override
    public String toString() {
        return verb + " " + site;
    }
}
