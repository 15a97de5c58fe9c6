package practicum.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import practicum.hook.Anatomy;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.hook.Origin;
import practicum.model.Metric;
import practicum.model.Parameter;
import practicum.model.Recording;
import practicum.model.Tap;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * A dense or convolutional net whose every intermediate value can be read and changed, with the same hooks, interventions,
 * recordings and metrics as a transformer. Runs never change it.
 *
 * <pre>{@code
 * Net net = Net.initial(NetConfig.dense("xor", 2, 2, 8), 1);
 * net.run(inputs, Hook.layerPost(0).unit(3).ablate()).logits();
 * }</pre>
 */
public final class Net {
    /** Rows of a batch that pass through the net together where they need not all. */
    static final int CHUNK = 256;

    private final NetConfig config;
    private final Map<String, Tensor> parameters;

    /**
     * A net of given parameters.
     *
     * @throws NetException if one is missing, has another shape, or is not used
     */
    public Net(NetConfig config, Map<String, Tensor> parameters) {
        this.config = config;
        Map<String, Tensor> checked = new LinkedHashMap<>();
        for (Parameter parameter : config.parameters()) {
            Tensor tensor = parameters.get(parameter.name());
            if (tensor == null || !Arrays.equals(tensor.shape(), parameter.shape())) {
                throw new NetException(
                        "The parameter " + parameter.name() + " of \"" + config.name() + "\" must have the"
                                + " shape " + Arrays.toString(parameter.shape()) + ", but it is "
                                + (tensor == null ? "missing" : tensor) + ".");
            }
            checked.put(parameter.name(), tensor);
        }
        Set<String> unused = new TreeSet<>(parameters.keySet());
        unused.removeAll(checked.keySet());
        if (!unused.isEmpty()) {
            throw new NetException("The net \"" + config.name() + "\" has no use for the parameters " + unused + ".");
        }
        this.parameters = Collections.unmodifiableMap(checked);
    }

    /** A net before training; the same seed gives the same net. */
    public static Net initial(NetConfig config, long seed) {
        return new Net(config, InitialWeights.of(config, seed));
    }

    /** Its shape. */
    public NetConfig config() {
        return config;
    }

    /** Its parameters by name, in the order of the forward pass. */
    public Map<String, Tensor> parameters() {
        return parameters;
    }

    /** The hooks that it computes, in the order of the forward pass. */
    public List<Hook> hooks() {
        return config.hooks();
    }

    /** The number of numbers in its parameters. */
    public long count() {
        return parameters.values().stream().mapToLong(Tensor::count).sum();
    }

    // ---------------------------------------------------------------- running

    /** Runs on a batch of inputs, recording every hook, with the given changes. */
    public NetRun run(Tensor inputs, Intervention... interventions) {
        return run(inputs, Recording.all(), interventions);
    }

    /**
     * Runs on a batch of inputs, recording what is asked, with the given changes in the order given. A large batch
     * without changes passes in parts.
     *
     * @param inputs [batch, unit] or [batch, channel, y, x]
     * @throws practicum.hook.HookException if a change never fired or changed nothing
     * @throws NetException if the inputs do not have the net's size
     */
    public NetRun run(Tensor inputs, Recording recording, Intervention... interventions) {
        requireRunnable(inputs);
        List<NetRun> parts = new ArrayList<>();
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            for (Tensor part : parts(inputs, interventions.length > 0)) {
                parts.add(pass(part, new Tap(recording, List.of(interventions), anatomy()), recording));
            }
            return NetRun.joined(parts).kept(scope);
        }
    }

    /**
     * What the net makes of inputs [batch, output], with the given changes, computed in this thread's grad mode: what a
     * loss is made of, of the parameters or of what a change puts in.
     *
     * @throws practicum.hook.HookException if a change never fired or changed nothing
     */
    public Tensor logits(Tensor inputs, Intervention... interventions) {
        requireRunnable(inputs);
        try (Scope scope = Scope.open()) {
            Tap tap = new Tap(Recording.none(), List.of(interventions), anatomy());
            Tensor logits = new Forward(config, parameters, tap).logits(inputs);
            tap.requireEffects();
            return scope.keep(logits);
        }
    }

    /** What it computes, and the parameters that it does so with. */
    Anatomy anatomy() {
        return new Anatomy() {
            @Override
            public Optional<String> lacks(Hook hook) {
                return config.lacks(hook);
            }

            @Override
            public Optional<Origin> origin() {
                return Optional.of(Net.this.origin());
            }
        };
    }

    Origin origin() {
        return new Origin(config.name(), parameters);
    }

    NetRun pass(Tensor inputs, Tap tap, Recording recording) {
        Tensor logits = new Forward(config, parameters, tap).logits(inputs);
        tap.requireEffects();
        return new NetRun(this, logits.named("batch", "output"), recording, tap.recorded(), tap.receipts());
    }

    /** The share of examples that it gets right: the label's output is the largest, or has the label's sign. */
    public double accuracy(Examples examples) {
        long[] expected = examples.labels();
        int[] predicted = run(examples.inputs(), Recording.none()).predictions();
        for (long label : expected) {
            if (label < 0 || label >= Math.max(2, config.outputs())) {
                throw new NetException("There is no label " + label + ": \"" + config.name() + "\" tells apart 0 to "
                        + (Math.max(2, config.outputs()) - 1) + ".");
            }
        }
        int right = 0;
        for (int i = 0; i < expected.length; i++) {
            right += predicted[i] == expected[i] ? 1 : 0;
        }
        return (double) right / expected.length;
    }

    // ---------------------------------------------------------------- gradients

    /** How a metric, summed over the inputs, changes with what flows through hooks: Hook.image() gives saliency. */
    public NetGradients gradients(Tensor inputs, Metric metric, Hook... hooks) {
        return gradients(inputs, metric, List.of(hooks));
    }

    /**
     * How a metric, summed over the inputs, changes with what flows through hooks, with changes made on the way. A large
     * batch without changes passes in parts.
     *
     * @param metric of the outputs: where it speaks of a token, an output is meant
     * @throws practicum.hook.HookException if this net does not compute a hook, or a change never fired or did nothing
     */
    public NetGradients gradients(Tensor inputs, Metric metric, List<Hook> hooks, Intervention... interventions) {
        requireRunnable(inputs);
        if (hooks.isEmpty()) {
            throw new NetException("Name at least one hook to take gradients with respect to.");
        }
        hooks.forEach(config::require);
        return new Differentiation(this, hooks, List.of(interventions)).of(inputs, metric);
    }

    /** All inputs, or parts of a batch that need not pass at once. */
    static List<Tensor> parts(Tensor inputs, boolean atOnce) {
        int rows = inputs.size(0);
        if (atOnce || rows <= CHUNK) {
            return List.of(inputs);
        }
        List<Tensor> parts = new ArrayList<>();
        for (int from = 0; from < rows; from += CHUNK) {
            parts.add(inputs.narrow(0, from, Math.min(rows, from + CHUNK)));
        }
        return parts;
    }

    private void requireRunnable(Tensor inputs) {
        if (inputs == null) {
            throw new NetException(
                    "Give inputs [batch, " + config.input().toString().substring(1) + "; got null.");
        }
        long[] shape = inputs.shape();
        boolean fits = shape.length == config.input().size() + 1 && shape[0] > 0;
        for (int i = 1; fits && i < shape.length; i++) {
            fits = shape[i] == config.input().get(i - 1);
        }
        if (!fits || !inputs.dtype().equals("float32")) {
            throw new NetException("\"" + config.name() + "\" reads float32 inputs [batch, "
                    + config.input().toString().substring(1) + ", but got " + inputs + "."
                    + (shape.length == config.input().size() ? " For one input use inputs.unsqueeze(0)." : ""));
        }
    }

    @Override
    public String toString() {
        return String.format(
                java.util.Locale.ROOT,
                "%s: input %s, %d convolutions, hidden layers %s, %d outputs, %s, %,d parameters",
                config.name(),
                config.input(),
                config.convs().size(),
                config.hidden(),
                config.outputs(),
                config.activation(),
                count());
    }
}
