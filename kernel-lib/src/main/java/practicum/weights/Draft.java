package practicum.weights;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import practicum.model.AttentionConfig;
import practicum.model.MlpConfig;
import practicum.model.ModelConfig;
import practicum.model.StreamConfig;
import practicum.model.Weights;
import practicum.tensor.Tensor;

/**
 * A model on the workbench of {@link Folding}: the parameters that change, in double precision, and what the configuration
 * becomes.
 */
final class Draft {
    private final Weights original;
    private final Map<String, Tensor> changed = new HashMap<>();
    private ModelConfig config;

    Draft(ModelConfig config, Weights original) {
        this.config = config;
        this.original = original;
    }

    ModelConfig config() {
        return config;
    }

    boolean has(String name) {
        return changed.containsKey(name) || original.has(name);
    }

    /** A parameter in double precision. */
    Tensor get(String name) {
        Tensor tensor = changed.get(name);
        return tensor == null ? original.get(name).toDouble() : tensor;
    }

    void put(String name, Tensor tensor) {
        changed.put(name, tensor);
    }

    /** Changes a parameter, if the model has it. */
    void change(String name, UnaryOperator<Tensor> how) {
        if (has(name)) {
            put(name, how.apply(get(name)));
        }
    }

    /** Adds to a bias, which is made where there was none. */
    void addToBias(String name, Tensor more) {
        put(name, has(name) ? get(name).add(more) : more);
    }

    private void addZeros(String name, long size) {
        if (!has(name)) {
            put(name, Tensor.zeros(size).toDouble());
        }
    }

    /** The unembedding becomes a matrix of its own. */
    void untie() {
        if (config.tied()) {
            put("unembed.W_U", get("embed.W_E").t());
            unembedding(config.stream().unembedBias(), false);
        }
    }

    /** Logits get a bias, of zeros, if they had none. */
    void giveUnembedBias() {
        addZeros("unembed.b_U", config.dVocab());
        unembedding(true, config.tied());
    }

    /** Queries, keys and values, or attention's output, get biases, of zeros, if they had none. */
    void giveAttnBias(boolean qkv, boolean out) {
        AttentionConfig a = config.attention();
        boolean newQkv = a.qkvBias() || qkv;
        boolean newOut = a.outBias() || out;
        long projected = (long) (config.nHeads() + 2 * config.nKvHeads()) * config.dHead();
        for (int l = 0; l < config.nLayers(); l++) {
            if (newQkv) {
                addZeros("blocks." + l + ".attn.b_QKV", projected);
            }
            if (newOut) {
                addZeros("blocks." + l + ".attn.b_O", config.dModel());
            }
        }
        AttentionConfig attention = new AttentionConfig(
                a.scale(), a.window(), a.rotary(), a.softCap(), a.causal(), newQkv, newOut, a.qkNorm());
        config(attention, config.mlp(), config.stream());
    }

    /** MLPs get biases, of zeros, if they had none. */
    void giveMlpBias() {
        MlpConfig m = config.mlp();
        if (config.dMlp() == 0 || m.bias()) {
            return;
        }
        for (int l = 0; l < config.nLayers(); l++) {
            addZeros("blocks." + l + ".mlp.b_in", config.dMlp());
            addZeros("blocks." + l + ".mlp.b_out", config.dModel());
            if (m.gated()) {
                addZeros("blocks." + l + ".mlp.b_gate", config.dMlp());
            }
        }
        config(config.attention(), new MlpConfig(m.activation(), m.gated(), true), config.stream());
    }

    private void unembedding(boolean bias, boolean tied) {
        StreamConfig s = config.stream();
        config(
                config.attention(),
                config.mlp(),
                new StreamConfig(
                        s.learnedPositions(),
                        s.tokenTypes(),
                        s.scale(),
                        s.embedNorm(),
                        s.finalNorm(),
                        s.mlmHead(),
                        bias,
                        tied,
                        s.softCap()));
    }

    private void config(AttentionConfig attention, MlpConfig mlp, StreamConfig stream) {
        ModelConfig c = config;
        config = new ModelConfig(
                c.name(),
                c.nLayers(),
                c.dModel(),
                c.nHeads(),
                c.nKvHeads(),
                c.dHead(),
                c.dMlp(),
                c.dVocab(),
                c.nCtx(),
                c.layout(),
                c.norm(),
                attention,
                mlp,
                stream);
    }

    /** All parameters in double precision. */
    Map<String, Tensor> doubles() {
        return all(this::get);
    }

    /** All parameters in single precision; those that did not change are the original's own. */
    Map<String, Tensor> floats() {
        return all(name -> {
            Tensor tensor = changed.get(name);
            return tensor == null ? original.get(name) : tensor.toFloat();
        });
    }

    private Map<String, Tensor> all(Function<String, Tensor> source) {
        Set<String> names = new TreeSet<>(original.byName().keySet());
        names.addAll(changed.keySet());
        Map<String, Tensor> all = new LinkedHashMap<>();
        names.forEach(name -> all.put(name, source.apply(name)));
        return all;
    }
}
