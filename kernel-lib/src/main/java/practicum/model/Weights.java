package practicum.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import practicum.tensor.Bfloat16Matrix;
import practicum.tensor.Tensor;

/** A transformer's parameters, checked against its configuration, by the names of {@link Parameter}. */
public final class Weights {
    /** A matrix [in, out] and perhaps a bias [out]; where {@code rounded} is there, products are with that. */
    record Linear(Tensor w, @Nullable Tensor b, @Nullable Bfloat16Matrix rounded) {
        Tensor of(Tensor x) {
            if (rounded != null) {
                return b == null ? rounded.product(x) : rounded.affine(x, b);
            }
            return b == null ? x.matMul(w) : x.affine(w, b);
        }

        /** A function of each result, in one step where there is one. */
        Tensor of(Tensor x, Activation activation) {
            return rounded == null && b != null && activation == Activation.GELU_TANH
                    ? x.affineGeluTanh(w, b)
                    : activation.of(of(x));
        }
    }

    /** The parameters of one block; those are null that the configuration has no use for. */
    record Block(
            @Nullable Norm ln1,
            Linear qkv,
            @Nullable Norm qNorm,
            @Nullable Norm kNorm,
            Linear o,
            @Nullable Norm ln1Post,
            @Nullable Norm ln2,
            @Nullable Linear gate,
            @Nullable Linear in,
            @Nullable Linear out,
            @Nullable Norm ln2Post) {}

    private final Map<String, Tensor> byName;
    private final boolean inBfloat16;
    private final List<Block> blocks;
    private final @Nullable Norm embedNorm;
    private final @Nullable Norm finalNorm;
    private final @Nullable Linear mlmHead;
    private final @Nullable Norm mlmNorm;
    private final Linear unembedding;

    private Weights(ModelConfig config, Map<String, Tensor> byName, boolean inBfloat16) {
        this.byName = byName;
        this.inBfloat16 = inBfloat16;
        blocks = IntStream.range(0, config.nLayers())
                .mapToObj(l -> block(config.norm(), "blocks." + l + "."))
                .toList();
        embedNorm = norm(config.norm(), Parameter.EMBED_LN);
        finalNorm = norm(config.norm(), Parameter.LN_FINAL);
        mlmHead = linear(Parameter.MLM_HEAD + ".", "");
        mlmNorm = norm(config.norm(), Parameter.MLM_HEAD + ".ln");
        Tensor matrix = config.tied() ? get(Parameter.W_E).t() : get(Parameter.W_U);
        unembedding = new Linear(matrix, byName.get(Parameter.B_U), rounded(matrix));
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
        return new Weights(config, byName, false);
    }

    /** The same parameters, with a copy in bfloat16 of every matrix that activations are multiplied by. */
    Weights inBfloat16(ModelConfig config) {
        return new Weights(config, byName, true);
    }

    /** Whether products with these matrices are in bfloat16. */
    public boolean areInBfloat16() {
        return inBfloat16;
    }

    private Block block(NormConfig norms, String b) {
        Linear qkv = linear(b + "attn.", "_QKV");
        Linear o = linear(b + "attn.", "_O");
        if (qkv == null || o == null) {
            throw new IllegalStateException(b + " has no attention");
        }
        return new Block(
                norm(norms, b + "ln1"),
                qkv,
                norm(norms, b + "attn.q_norm"),
                norm(norms, b + "attn.k_norm"),
                o,
                norm(norms, b + "ln1_post"),
                norm(norms, b + "ln2"),
                linear(b + "mlp.", "_gate"),
                linear(b + "mlp.", "_in"),
                linear(b + "mlp.", "_out"),
                norm(norms, b + "ln2_post"));
    }

    private @Nullable Linear linear(String where, String suffix) {
        Tensor w = byName.get(where + "W" + suffix);
        return w == null ? null : new Linear(w, byName.get(where + "b" + suffix), rounded(w));
    }

    private @Nullable Bfloat16Matrix rounded(Tensor w) {
        return inBfloat16 ? Bfloat16Matrix.of(w) : null;
    }

    private @Nullable Norm norm(NormConfig config, String name) {
        Tensor w = byName.get(name + ".w");
        return w == null ? null : new Norm(config, w, byName.get(name + ".b"));
    }

    /** All parameters by name: the same object for all that share them. */
    Map<String, Tensor> shared() {
        return byName;
    }

    /** All parameters by name. */
    public Map<String, Tensor> byName() {
        return Map.copyOf(byName);
    }

    /** The number of numbers. */
    public long count() {
        return byName.values().stream().mapToLong(Tensor::count).sum();
    }

    /** Whether there is a parameter of this name. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /**
     * A parameter by its name, such as {@code blocks.0.attn.W_O}.
     *
     * @throws ModelException if this model has none of that name
     */
    public Tensor get(String name) {
        Tensor tensor = byName.get(name);
        if (tensor == null) {
            throw new ModelException("This model has no parameter \"" + name + "\"; it has " + byName.keySet() + ".");
        }
        return tensor;
    }

    Block block(int layer) {
        return blocks.get(layer);
    }

    @Nullable
    Norm embedNorm() {
        return embedNorm;
    }

    @Nullable
    Norm finalNorm() {
        return finalNorm;
    }

    @Nullable
    Linear mlmHead() {
        return mlmHead;
    }

    @Nullable
    Norm mlmNorm() {
        return mlmNorm;
    }

    Linear unembedding() {
        return unembedding;
    }
}
