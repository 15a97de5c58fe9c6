package practicum.method;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import practicum.model.ModelException;
import practicum.model.Run;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/** Named vectors of one residual stream, one on another: what {@link Decomposition} makes. */
public final class ResidualStack {
    private final Run run;
    private final List<String> labels;
    private final Tensor values;
    private final @Nullable StreamNorm norm;

    ResidualStack(Run run, List<String> labels, Tensor values, @Nullable StreamNorm norm) {
        this.run = run;
        this.labels = List.copyOf(labels);
        this.values = values;
        this.norm = norm;
    }

    /** Names the axes of parts: to be done before a scope keeps them. */
    static Tensor named(Tensor values) {
        return values.named("part", "batch", "pos", "d_model");
    }

    /** The run whose stream it is. */
    public Run run() {
        return run;
    }

    /** The names of the parts: {@code embed}, {@code 0_attn_out}, {@code L0H3} … */
    public List<String> labels() {
        return labels;
    }

    /** The parts [part, batch, pos, d_model]. */
    public Tensor values() {
        return values;
    }

    /** One part [batch, pos, d_model]. */
    public Tensor get(String label) {
        int at = labels.indexOf(label);
        if (at < 0) {
            throw new ModelException("There is no part \"" + label + "\" of this stream; there are " + labels + ".");
        }
        return values.get(at);
    }

    /** The parts whose label passes. */
    public ResidualStack where(Predicate<String> wanted) {
        int[] at = IntStream.range(0, labels.size())
                .filter(i -> wanted.test(labels.get(i)))
                .toArray();
        if (at.length == 0) {
            throw new ModelException("No part of this stream passes; there are " + labels + ".");
        }
        List<String> kept = IntStream.of(at).mapToObj(labels::get).toList();
        return new ResidualStack(run, kept, named(values.take(0, at)), norm);
    }

    /** All parts together [batch, pos, d_model]. */
    public Tensor sum() {
        return values.sum(0);
    }

    /** Each part's dot product with a direction [part, batch, pos], given as [d_model] or, for each prompt, [batch, d_model]. */
    public Tensor dot(Tensor direction) {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Tensor perPrompt = direction.rank() == 1 ? direction.unsqueeze(0) : direction;
            if (perPrompt.rank() != 2
                    || perPrompt.size(1) != values.size(3)
                    || perPrompt.size(0) != 1 && perPrompt.size(0) != values.size(1)) {
                throw new ModelException("A direction for " + values + " is [d_model], or [batch, d_model] with one for"
                        + " each prompt, but this is " + direction + ".");
            }
            Tensor products = values.mul(perPrompt.unsqueeze(1)).sum(-1);
            return scope.keep(products.named("part", "batch", "pos"));
        }
    }

    /**
     * The parts as the normalisation that reads this stream passes them on: centred where it centres, divided by the scale
     * that it had <em>in this run</em>, and scaled by its weights. With the scale held at that value normalising is linear,
     * so these are the shares of each part in what comes out; the normalisation's own shift, if it has one, is the part
     * {@code ln_bias}.
     *
     * @throws ModelException if no normalisation reads this stream, or it was done already
     */
    public ResidualStack applyLn() {
        if (norm == null) {
            throw new ModelException(
                    "There is no normalisation to apply: the model has none here, or this stack has been through it, or the"
                            + " run did not record its scale (record HookPoint.LN_FINAL_SCALE, or LN1_SCALE before a"
                            + " block).");
        }
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Tensor normalized = norm.linear(values);
            Tensor shift = norm.shift();
            if (shift == null) {
                return new ResidualStack(run, labels, scope.keep(named(normalized)), null);
            }
            Tensor bias = shift.expand(1, values.size(1), values.size(2), values.size(3));
            List<String> all =
                    Stream.concat(labels.stream(), Stream.of("ln_bias")).toList();
            return new ResidualStack(run, all, scope.keep(named(Tensor.concat(0, List.of(normalized, bias)))), null);
        }
    }

    @Override
    public String toString() {
        return "ResidualStack[" + labels.size() + " parts " + labels.get(0) + " … " + labels.get(labels.size() - 1)
                + ", " + values + "]";
    }
}
