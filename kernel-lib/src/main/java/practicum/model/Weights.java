package practicum.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import practicum.tensor.Tensor;

/** A transformer's parameters, checked against its configuration, by the names of {@link Parameter}. */
public final class Weights {
    /** The parameters of one block. */
    record Block(
            Tensor ln1W,
            Tensor ln1B,
            Tensor wQkv,
            Tensor bQkv,
            Tensor wO,
            Tensor bO,
            Tensor ln2W,
            Tensor ln2B,
            Tensor wIn,
            Tensor bIn,
            Tensor wOut,
            Tensor bOut) {}

    private final Map<String, Tensor> byName;
    private final List<Block> blocks;
    private final Tensor unembedding;

    private Weights(Map<String, Tensor> byName, List<Block> blocks, Tensor unembedding) {
        this.byName = byName;
        this.blocks = blocks;
        this.unembedding = unembedding;
    }

    /**
     * Parameters for a model of this configuration.
     *
     * @throws ModelException if one is missing, has another shape, or is not used
     */
    public static Weights of(ModelConfig config, Map<String, Tensor> tensors) {
        Map<String, Tensor> byName = new LinkedHashMap<>();
        for (Parameter parameter : Parameter.of(config)) {
            Tensor tensor = tensors.get(parameter.name());
            if (tensor == null) {
                throw new ModelException("The model \"" + config.name() + "\" lacks the parameter " + parameter.name()
                        + " " + Arrays.toString(parameter.shape()) + ".");
            }
            if (!Arrays.equals(tensor.shape(), parameter.shape())) {
                throw new ModelException("The parameter " + parameter.name() + " of \"" + config.name() + "\" is "
                        + tensor + ", but the configuration says " + Arrays.toString(parameter.shape()) + ".");
            }
            byName.put(parameter.name(), tensor);
        }
        Set<String> unused = new TreeSet<>(tensors.keySet());
        unused.removeAll(byName.keySet());
        if (!unused.isEmpty()) {
            throw new ModelException(
                    "The model \"" + config.name() + "\" has no use for the parameters " + unused + ".");
        }
        List<Block> blocks = IntStream.range(0, config.nLayers())
                .mapToObj(l -> block(byName, "blocks." + l + "."))
                .toList();
        Tensor unembedding = config.tied() ? get(byName, Parameter.W_E).t() : get(byName, Parameter.W_U);
        return new Weights(byName, blocks, unembedding);
    }

    private static Block block(Map<String, Tensor> m, String b) {
        return new Block(
                get(m, b + "ln1.w"),
                get(m, b + "ln1.b"),
                get(m, b + "attn.W_QKV"),
                get(m, b + "attn.b_QKV"),
                get(m, b + "attn.W_O"),
                get(m, b + "attn.b_O"),
                get(m, b + "ln2.w"),
                get(m, b + "ln2.b"),
                get(m, b + "mlp.W_in"),
                get(m, b + "mlp.b_in"),
                get(m, b + "mlp.W_out"),
                get(m, b + "mlp.b_out"));
    }

    private static Tensor get(Map<String, Tensor> tensors, String name) {
        return Objects.requireNonNull(tensors.get(name), name);
    }

    /** All parameters by name. */
    public Map<String, Tensor> byName() {
        return Map.copyOf(byName);
    }

    /** The number of numbers. */
    public long count() {
        return byName.values().stream().mapToLong(Tensor::count).sum();
    }

    /** A parameter by its name, such as {@code blocks.0.attn.W_O}. */
    public Tensor get(String name) {
        return get(byName, name);
    }

    Block block(int layer) {
        return blocks.get(layer);
    }

    Tensor unembedding() {
        return unembedding;
    }
}
