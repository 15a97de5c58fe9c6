package practicum.weights;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import practicum.model.AttentionConfig;
import practicum.model.MlpConfig;
import practicum.model.ModelConfig;
import practicum.model.StreamConfig;
import practicum.model.Weights;
import practicum.tensor.Tensor;

/** A model on the workbench of {@link Folding}: its parameters in double precision, and what its configuration becomes. */
final class Draft {
    private ModelConfig config;
    private final Map<String, Tensor> tensors;

    Draft(ModelConfig config, Weights weights) {
        this.config = config;
        tensors = new HashMap<>();
        weights.byName().forEach((name, tensor) -> tensors.put(name, tensor.toDouble()));
    }

    ModelConfig config() {
        return config;
    }

    boolean has(String name) {
        return tensors.containsKey(name);
    }

    Tensor get(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalStateException("no parameter " + name);
        }
        return tensor;
    }

    void put(String name, Tensor tensor) {
        tensors.put(name, tensor);
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

    void addZeros(String name, long size) {
        if (!has(name)) {
            put(name, Tensor.zeros(size).toDouble());
        }
    }

    /** The unembedding becomes a matrix of its own. */
    void untie() {
        if (config.tied()) {
            put("unembed.W_U", get("embed.W_E").t());
            StreamConfig s = config.stream();
            stream(new StreamConfig(
                    s.learnedPositions(),
                    s.tokenTypes(),
                    s.scale(),
                    s.embedNorm(),
                    s.finalNorm(),
                    s.mlmHead(),
                    s.unembedBias(),
                    false,
                    s.softCap()));
        }
    }

    /** Logits get a bias, of zeros, if they had none. */
    void giveUnembedBias() {
        addZeros("unembed.b_U", config.dVocab());
        StreamConfig s = config.stream();
        stream(new StreamConfig(
                s.learnedPositions(),
                s.tokenTypes(),
                s.scale(),
                s.embedNorm(),
                s.finalNorm(),
                s.mlmHead(),
                true,
                s.tied(),
                s.softCap()));
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

    private void stream(StreamConfig stream) {
        config(config.attention(), config.mlp(), stream);
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

    Weights doubles() {
        return Weights.of(config, tensors);
    }

    Weights floats() {
        Map<String, Tensor> floats = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> floats.put(name, tensor.toFloat()));
        return Weights.of(config, floats);
    }
}
