package practicum.hook;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;

/**
 * Something that can be intervened on: a whole {@link Hook}, or the part of it that a {@link Site} names.
 *
 * <p>Narrowing comes first, the verb last: {@code Hook.z(3).head(6).at(-1).ablate()}.
 */
public interface Target {
    /** The part of a hook that is meant. */
    Site site();

    /** Only these heads. */
    default Site head(int... heads) {
        return site().along("head", heads);
    }

    /** Only these positions; −1 is the last. For patterns and scores: these query positions. */
    default Site at(int... positions) {
        return site().along(site().hook().point().axes().contains("pos") ? "pos" : "query_pos", positions);
    }

    /** Only these key positions, for patterns and scores. */
    default Site key(int... positions) {
        return site().along("key_pos", positions);
    }

    /** Only these neurons, for the hidden layer of an MLP. */
    default Site neuron(int... neurons) {
        return site().along("d_mlp", neurons);
    }

    /** Only these units, in a layer of a net. */
    default Site unit(int... units) {
        return site().along("unit", units);
    }

    /** Only these channels, in a convolutional net. */
    default Site channel(int... channels) {
        return site().along("channel", channels);
    }

    /** Only one place of every channel, in a convolutional net. */
    default Site pixel(int y, int x) {
        return site().along("y", y).along("x", x);
    }

    /**
     * Only a rectangle of every channel, in a convolutional net.
     *
     * @param top the first row
     * @param left the first column
     * @param height rows
     * @param width columns
     */
    default Site box(int top, int left, int height, int width) {
        return site().along("y", IntStream.range(top, top + height).toArray())
                .along("x", IntStream.range(left, left + width).toArray());
    }

    /** Only these rows of the batch. */
    default Site row(int... rows) {
        return site().along("batch", rows);
    }

    /**
     * Puts in what flowed here in another run of the same shape.
     *
     * @throws HookException if the source did not record this hook; when run, if the shapes differ, nothing changes, or
     *     the source is a run of a model with other parameters (see {@link Activations#acrossModels})
     */
    default Intervention patchFrom(Activations source) {
        return patch("patch", Intervention.Reach.PROMPT, source);
    }

    /**
     * Holds what flowed here in another run of the same shape, whatever is changed before it: as {@link #patchFrom}, but
     * no error where the value would have been the same anyway.
     */
    default Intervention freeze(Activations source) {
        return patch("freeze", Intervention.Reach.PROMPT_IF_DIFFERENT, source);
    }

    /**
     * Puts in what flowed here in other prompts: each row gets a row of {@code source}, drawn with the seed. Resample
     * ablation (Chan et al. 2022, "Causal scrubbing") keeps values typical where zeros would not be.
     */
    default Intervention resampleAblate(Activations source, long seed) {
        Tensor values = required(source, "a run to take values from").get(site().hook());
        UnaryOperator<Tensor> drawn = x -> {
            int[] rows = Seeds.random(seed).ints(x.size(0), 0, values.size(0)).toArray();
            return sameShape(site().hook(), values.take(0, rows), x);
        };
        return new Intervention(site(), "resample-ablate", Intervention.Reach.PROMPT, drawn, source.origin());
    }

    private Intervention patch(String verb, Intervention.Reach reach, Activations source) {
        Hook hook = site().hook();
        Tensor value = required(source, "a run to take values from").get(hook);
        return new Intervention(site(), verb, reach, x -> sameShape(hook, value, x), source.origin());
    }

    private static Tensor sameShape(Hook hook, Tensor value, Tensor x) {
        if (!Arrays.equals(x.shape(), value.shape())) {
            throw new HookException("Cannot patch " + hook + " from a run where it was " + value + "; here it is " + x
                    + ". Use "
                    + (hook.point().inNets()
                            ? "as many inputs of the same size, or set(value) with a value that broadcasts."
                            : "prompts with the same number of tokens, or set(value) with one position's value."));
        }
        return value;
    }

    /** Puts in a value that broadcasts to the part meant: a [d_model] vector at every position meant, say. */
    default Intervention set(Tensor value) {
        required(value, "a value");
        return new Intervention(site(), "set", x -> x.mul(0).add(value));
    }

    /** Puts in zeros. */
    default Intervention ablate() {
        return new Intervention(site(), "zero-ablate", x -> x.mul(0));
    }

    /** Puts in a mean that was measured before, broadcast to the part meant. */
    default Intervention meanAblate(Tensor mean) {
        required(mean, "a mean");
        return new Intervention(site(), "mean-ablate", x -> x.mul(0).add(mean));
    }

    /** Adds a value that broadcasts: a steering vector, noise. */
    default Intervention add(Tensor value) {
        required(value, "a value");
        return new Intervention(site(), "add", x -> x.add(value));
    }

    /** Multiplies by a number. */
    default Intervention scale(double factor) {
        return new Intervention(site(), "scale by " + factor, x -> x.mul(factor));
    }

    /**
     * Takes out the component along a direction in the last dimension: x − (x·u)u with u = direction / ‖direction‖.
     *
     * @param direction [size of the last dimension], not zero
     */
    default Intervention projectOut(Tensor direction) {
        if (required(direction, "a direction").rank() != 1 || direction.size(0) < 2) {
            throw new HookException("A direction is one vector, as long as the last dimension of " + site().hook()
                    + ", but this is " + direction + ". Take out several one after the other.");
        }
        float length = direction.norm().item();
        if (!(length > 0 && length < Float.POSITIVE_INFINITY)) {
            throw new HookException("A direction has a length, but that of " + direction + " is " + length + ".");
        }
        Tensor unit = direction.div(length);
        return new Intervention(
                site(),
                "project out",
                x -> x.sub(x.mul(unit).sum(-1).unsqueeze(-1).mul(unit)));
    }

    private <T> T required(T given, String what) {
        if (given == null) {
            throw new HookException("A change at " + site() + " needs " + what + ", but got null.");
        }
        return given;
    }

    /** Puts in what a function makes of the whole value; only the part meant is changed. */
    default Intervention edit(UnaryOperator<Tensor> function) {
        return new Intervention(site(), "edit", required(function, "a function"));
    }
}
