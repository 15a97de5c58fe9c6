package practicum.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import practicum.tensor.Tensor;
import practicum.tensor.TorchScript;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, arXiv 1711.05101). Matrices decay, vectors do not, unless
 * it is said which do.
 *
 * <p>It owns its parameters and moments and changes them in place, all in one call: a small model's step would else
 * consist of calls more than of arithmetic.
 */
public final class AdamW {
    static final TorchScript SCRIPT = TorchScript.resource(AdamW.class, "training.py");

    /**
     * The constants.
     *
     * @param beta1 how much of the mean gradient is kept at each step
     * @param beta2 how much of the mean squared gradient is kept
     * @param epsilon what is added to the root of the mean square
     * @param decay how much of a parameter that decays is lost at each step, times the learning rate
     * @param clip the largest norm of all gradients together; a longer one is scaled to it
     */
    public record Settings(double beta1, double beta2, double epsilon, double decay, double clip) {}

    private final Settings settings;
    private final List<String> names;
    private final List<Tensor> parameters;
    private final List<Tensor> means;
    private final List<Tensor> squares;
    private final long[] decays;
    private int steps;

    /** Starts from copies of the given parameters. */
    public AdamW(Settings settings, Map<String, Tensor> initial) {
        this(settings, initial, matrices(initial));
    }

    /** Starts from copies of the given parameters, of which those decay whose names are picked. */
    public AdamW(Settings settings, Map<String, Tensor> initial, Predicate<String> decays) {
        this(settings, decays, initial, zeros(initial), zeros(initial), 0);
    }

    /** Picks the parameters that are no vectors. */
    static Predicate<String> matrices(Map<String, Tensor> parameters) {
        return name -> Objects.requireNonNull(parameters.get(name)).rank() > 1;
    }

    /** Continues after {@code steps} steps, from copies of what {@link #means()} and {@link #squares()} were then. */
    AdamW(
            Settings settings,
            Predicate<String> decays,
            Map<String, Tensor> parameters,
            Map<String, Tensor> means,
            Map<String, Tensor> squares,
            int steps) {
        this.settings = settings;
        names = List.copyOf(parameters.keySet());
        this.decays =
                names.stream().mapToLong(name -> decays.test(name) ? 1 : 0).toArray();
        this.parameters = SCRIPT.callList("copies", inOrder(parameters)).stream()
                .map(Tensor::requiresGrad)
                .toList();
        this.means = SCRIPT.callList("copies", inOrder(means));
        this.squares = SCRIPT.callList("copies", inOrder(squares));
        this.steps = steps;
    }

    /** Moves every parameter against its gradient, in the order of {@link #parameters()}. Returns the gradients' norm. */
    public float step(List<Tensor> gradients, double rate) {
        if (gradients.size() != parameters.size()) {
            throw new IllegalArgumentException(
                    parameters.size() + " parameters need as many gradients, got " + gradients.size() + ".");
        }
        steps++;
        return SCRIPT.call(
                        "adamw",
                        parameters,
                        gradients,
                        means,
                        squares,
                        decays,
                        steps,
                        rate,
                        settings.beta1,
                        settings.beta2,
                        settings.epsilon,
                        settings.decay,
                        settings.clip)
                .item();
    }

    /** The parameters, in order; later steps change them. */
    public Map<String, Tensor> parameters() {
        return named(parameters);
    }

    /** Running means of the gradients. */
    Map<String, Tensor> means() {
        return named(means);
    }

    /** Running means of the squared gradients. */
    Map<String, Tensor> squares() {
        return named(squares);
    }

    /** Steps taken. */
    public int steps() {
        return steps;
    }

    private Map<String, Tensor> named(List<Tensor> tensors) {
        Map<String, Tensor> named = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), tensors.get(i));
        }
        return named;
    }

    private List<Tensor> inOrder(Map<String, Tensor> tensors) {
        return names.stream()
                .map(name -> Objects.requireNonNull(tensors.get(name), name))
                .toList();
    }

    private static Map<String, Tensor> zeros(Map<String, Tensor> like) {
        Map<String, Tensor> zeros = new LinkedHashMap<>();
        like.forEach((name, tensor) -> zeros.put(name, Tensor.zeros(tensor.shape())));
        return zeros;
    }
}
