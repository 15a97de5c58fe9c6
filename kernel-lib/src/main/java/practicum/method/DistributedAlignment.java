package practicum.method;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.hook.Activations;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.net.Net;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.train.Recipe;

/**
 * Where, among a net's activations, a causal model's variables lie: for each variable a subspace of what flows through a
 * hook, all of them orthogonal. Interchanging a variable sets the base's part in its subspace to the source's,
 * {@code h + (h_source − h) · R · Rᵀ} with R [d, k] the subspace's orthonormal basis, and leaves the rest. The share of
 * interchanges after which the net answers as the causal model does is the interchange-intervention accuracy (IIA).
 *
 * <p>{@link #train} finds the subspaces by gradient descent on the causal model's answers: distributed alignment search
 * (DAS). The net stays as it is; only the basis turns. A basis found so must be judged on interchanges that it was not
 * found with, and beside what the search makes of a wrong causal model and of an untrained net: with many dimensions it
 * may find a path that the net does not use.
 *
 * <pre>{@code
 * var pairs = Interchanges.of(world.interchanges(model, "left", Split.TRAIN, 2000, 1), world::tensor);
 * var alignment = DistributedAlignment.train(net, Hook.layerPost(0), 4, List.of(pairs), DistributedAlignment.usual(1));
 * alignment.accuracy(heldOut);
 * }</pre>
 *
 * <p>Source: Geiger et al. 2023, arXiv 2303.02536. The sizes of subspaces are given, not learned as in boundless DAS (Wu
 * et al. 2023, arXiv 2305.08809).
 */
public final class DistributedAlignment {
    private static final float TOLERANCE = 1e-4f;

    private final Net net;
    private final Hook hook;
    private final Map<String, Tensor> bases;

    private DistributedAlignment(Net net, Hook hook, Map<String, Tensor> bases) {
        this.net = net;
        this.hook = hook;
        this.bases = Collections.unmodifiableMap(bases);
    }

    /** 400 steps of 128 pairs, a rate of 0.02 that falls towards the end. */
    public static Recipe usual(long seed) {
        return Recipe.of(seed, 400, 128, 0.02);
    }

    /**
     * Searches for subspaces.
     *
     * @param hook where; a vector for each input must flow there
     * @param dimensions of each variable's subspace
     * @param pairs to search with, for each variable some
     * @param recipe for how many steps of how many pairs, and from which seed
     * @throws ModelException if the subspaces do not fit beside each other, or there are no pairs, or answers that the net
     *     cannot give
     */
    public static DistributedAlignment train(
            Net net, Hook hook, int dimensions, List<Interchanges> pairs, Recipe recipe) {
        Tensor columns = new AlignmentTraining(net, hook, dimensions, pairs, recipe).run();
        return split(net, hook, dimensions, variables(pairs), columns);
    }

    /**
     * Subspaces that are known, or supposed, and are to be judged.
     *
     * @param bases for each variable an orthonormal basis [dimension, direction]
     * @throws ModelException if one is not orthonormal
     */
    public static DistributedAlignment of(Net net, Hook hook, Map<String, Tensor> bases) {
        net.config().require(hook);
        bases.forEach(DistributedAlignment::requireOrthonormal);
        return new DistributedAlignment(net, hook, new LinkedHashMap<>(bases));
    }

    private static void requireOrthonormal(String variable, Tensor basis) {
        if (basis.rank() == 2 && basis.size(1) <= basis.size(0)) {
            Tensor products = basis.t().matMul(basis);
            if (products.sub(Tensor.eye(basis.size(1))).abs().max().item() < TOLERANCE) {
                return;
            }
        }
        throw new ModelException("The basis of \"" + variable + "\" must be orthonormal columns [dimension, direction],"
                + " but it is " + basis + ". Linalg.qr(directions).q() makes columns so.");
    }

    /** Subspaces of random directions: the control of what a search finds. */
    public static DistributedAlignment random(Net net, Hook hook, int dimensions, List<Interchanges> pairs, long seed) {
        Recipe none = Recipe.of(seed, 1, 1, 1);
        Tensor columns = new AlignmentTraining(net, hook, dimensions, pairs, none).initial();
        return split(net, hook, dimensions, variables(pairs), columns);
    }

    private static DistributedAlignment split(
            Net net, Hook hook, int dimensions, List<String> variables, Tensor columns) {
        Map<String, Tensor> bases = new LinkedHashMap<>();
        for (int v = 0; v < variables.size(); v++) {
            Tensor basis = columns.narrow(1, v * dimensions, (v + 1) * dimensions);
            bases.put(variables.get(v), basis.named("dimension", "direction"));
        }
        return new DistributedAlignment(net, hook, bases);
    }

    static List<String> variables(List<Interchanges> pairs) {
        return pairs.stream().map(Interchanges::variable).distinct().toList();
    }

    /** Where the variables are. */
    public Hook hook() {
        return hook;
    }

    /** The variables that have a subspace. */
    public List<String> variables() {
        return List.copyOf(bases.keySet());
    }

    /** An orthonormal basis of a variable's subspace [dimension, direction]. */
    public Tensor basis(String variable) {
        Tensor basis = bases.get(variable);
        if (basis == null) {
            throw new ModelException("No subspace of \"" + variable + "\" was searched for, only of " + variables()
                    + ". Give train(…) pairs of that variable too.");
        }
        return basis;
    }

    /**
     * The change that gives a variable the values that it has in another run of the net.
     *
     * @param sources a run that recorded the hook; when this is used, on as many inputs, it must be a run of the same net
     */
    public Intervention interchange(String variable, Activations sources) {
        Tensor basis = basis(variable);
        Tensor there = sources.get(hook);
        return new Intervention(
                hook.site(),
                "interchange " + variable,
                Intervention.Reach.PROMPT,
                here -> exchanged(here, there, basis),
                sources.origin());
    }

    /** {@code here} [b, d] with its part in the subspace of a basis [d, k] that of {@code there} [b, d]. */
    private static Tensor exchanged(Tensor here, Tensor there, Tensor basis) {
        return here.add(there.sub(here).matMul(basis).matMul(basis.t()));
    }

    /** The share of interchanges after which the net answers as the causal model does, from 0 to 1: the IIA. */
    public double accuracy(Interchanges pairs) {
        try (Scope scope = Scope.open()) {
            Activations sources = net.run(pairs.sources(), Recording.of(hook));
            Intervention change = interchange(pairs.variable(), sources).ifDifferent();
            int[] said = net.run(pairs.bases(), Recording.none(), change).predictions();
            long[] expected = pairs.answers().toLongArray();
            int right = 0;
            for (int i = 0; i < said.length; i++) {
                right += said[i] == expected[i] ? 1 : 0;
            }
            return (double) right / said.length;
        }
    }

    /** The mean of {@link #accuracy(Interchanges)} over several variables' pairs. */
    public double accuracy(List<Interchanges> pairs) {
        return pairs.stream()
                .mapToDouble(this::accuracy)
                .average()
                .orElseThrow(() ->
                        new ModelException("An accuracy needs interchanges to be measured on, but the list is empty."));
    }

    @Override
    public String toString() {
        return "DistributedAlignment[" + net.config().name() + ", " + hook + ", " + bases + "]";
    }
}
