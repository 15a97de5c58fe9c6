package practicum.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.hook.Target;
import practicum.tensor.NativeMemory;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * Derivatives of what a model makes of some tokens: {@code model.differentiate(tokens)} begins, and may go on with
 * {@link #with} changes on the way and a bound on the memory ({@link #within}).
 */
public final class Differentiation {
    private final Transformer model;
    private final Tokens tokens;
    private final List<Intervention> interventions;
    private final long budget;

    private Differentiation(Transformer model, Tokens tokens, List<Intervention> interventions, long budget) {
        this.model = model;
        this.tokens = tokens;
        this.interventions = interventions;
        this.budget = budget;
    }

    static Differentiation of(Transformer model, Tokens tokens) {
        model.requireDifferentiable();
        model.requireRunnable(tokens);
        long free = NativeMemory.budgetBytes() - NativeMemory.liveBytes();
        return new Differentiation(model, tokens, List.of(), free);
    }

    /** About how many bytes gradients need at once, where they are not taken in parts. */
    public long bytes() {
        return GraphSize.bytes(model.config(), tokens);
    }

    /** With changes made on the way. */
    public Differentiation with(Intervention... changes) {
        if (changes == null || Arrays.asList(changes).contains(null)) {
            throw new ModelException("The changes are null, or one of them is; leave them out where there are none.");
        }
        return new Differentiation(model, tokens, List.of(changes), budget);
    }

    /** In so many bytes: where all at once would need more, it is done in parts, which takes longer. */
    public Differentiation within(long bytes) {
        if (bytes < 1) {
            throw new ModelException("Derivatives need some memory, got a bound of " + bytes + " bytes.");
        }
        return new Differentiation(model, tokens, interventions, bytes);
    }

    /**
     * How a metric, summed over the prompts, changes with what flows through hooks.
     *
     * @throws practicum.hook.HookException if this model does not compute a hook, or a change never fired or did nothing
     */
    public Gradients gradients(Metric metric, Hook... hooks) {
        return gradients(
                metric,
                hooks == null ? List.of() : Arrays.stream(hooks).distinct().toList());
    }

    /** As {@link #gradients(Metric, Hook...)}. */
    public Gradients gradients(Metric metric, List<Hook> hooks) {
        if (metric == null || hooks == null || hooks.isEmpty() || hooks.stream().anyMatch(Objects::isNull)) {
            throw new ModelException("Name a metric, and at least one hook to take its gradients with respect"
                    + " to; none may be null.");
        }
        long needed = GraphSize.bytes(model.config(), tokens);
        return needed <= budget
                ? new GradientPass(model, hooks, interventions).of(tokens, metric)
                : new BlockwiseGradientPass(model, hooks, interventions).of(tokens, metric);
    }

    /**
     * How each number of one part of the computation changes with each number of another: ∂to/∂from, for one prompt.
     *
     * @param from a hook, or some positions, heads or neurons of one
     * @param to the same, later in the computation
     * @return [the axes of to but batch, the axes of from but batch]; zero where the one does not depend on the other
     */
    public Tensor jacobian(Target from, Target to) {
        if (from == null || to == null) {
            throw new ModelException("A Jacobian is of one part of the computation by another; one of them is null.");
        }
        return new JacobianRows(model, interventions, budget).of(tokens, from.site(), to.site());
    }

    /**
     * The Hessian of a metric with respect to what flows through a hook, times a vector: how the gradient changes as the
     * value moves along the vector (Pearlmutter 1994). The Hessian itself is never formed.
     *
     * @param vector the shape of the hook's value
     * @return the same shape
     */
    public Tensor hessianVector(Metric metric, Hook hook, Tensor vector) {
        if (metric == null || hook == null || vector == null) {
            throw new ModelException("Give a metric, a hook and a vector of the shape of its value; one is null.");
        }
        return new HessianProducts(model, interventions).atHook(tokens, metric, hook, vector);
    }

    /**
     * The gradients of a metric, summed over the prompts, with respect to parameters, by name.
     *
     * @param names such as {@code blocks.0.attn.W_O}; none means all
     */
    public Map<String, Tensor> parameterGradients(Metric metric, String... names) {
        if (metric == null || names == null || Arrays.asList(names).contains(null)) {
            throw new ModelException("Name a metric, and the parameters to take its gradients with respect to, such as"
                    + " \"blocks.0.attn.W_O\" (none means all); one of them is null.");
        }
        return new ParameterPass(model, interventions, List.of(names)).gradients(tokens, metric);
    }

    /**
     * The Hessian of a metric with respect to parameters, times a vector that is given in their shapes.
     *
     * @param vectors by the parameters' names; only those take part
     */
    public Map<String, Tensor> parameterHessianVector(Metric metric, Map<String, Tensor> vectors) {
        if (metric == null || vectors == null || vectors.values().stream().anyMatch(Objects::isNull)) {
            throw new ModelException(
                    "Give a metric, and a vector for each parameter by its name; one of them is null.");
        }
        return new HessianProducts(model, interventions).atParameters(tokens, metric, vectors);
    }

    @Override
    public String toString() {
        return "Differentiation[" + model.config().name() + ", " + tokens.batch() + " × " + tokens.length()
                + " tokens, " + interventions.size() + " interventions]";
    }
}
