package practicum.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import practicum.load.Models;
import practicum.model.ModelConfig;
import practicum.model.Parameter;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * The model that is measured, and prompts of random tokens for it.
 *
 * @param model the model
 * @param sizes of the work
 */
record Subject(Transformer model, Sizes sizes) {
    /** Random numbers in the shape of GPT-2 small: how fast a model is does not depend on what it knows. */
    static Subject gpt2Shape() {
        return random(ModelConfig.shape("gpt2-shape", 12, 768, 12, 3072, 50257, 1024), Sizes.standard());
    }

    /** A small random model for trying things out. */
    static Subject tiny() {
        return random(ModelConfig.shape("tiny", 2, 32, 4, 64, 101, 32), Sizes.quick());
    }

    /** A shipped model. */
    static Subject shipped(String name, boolean quick) {
        Transformer model = Models.load(name).endingAt(); // a benchmark makes as many tokens as it says
        Sizes sizes = quick ? Sizes.quick() : Sizes.standard();
        return new Subject(model, sizes.within(model.config().nCtx()));
    }

    private static Subject random(practicum.model.ModelShape shape, Sizes sizes) {
        ModelConfig config = shape.build();
        Map<String, Tensor> weights = new LinkedHashMap<>();
        long seed = 0;
        for (Parameter parameter : Parameter.of(config)) {
            weights.put(parameter.name(), random(parameter, seed++));
        }
        return new Subject(new Transformer(config, Weights.of(config, weights), null), sizes);
    }

    /** Uniform numbers of standard deviation 0.02, which are drawn faster than normal ones; scales are ones. */
    private static Tensor random(Parameter parameter, long seed) {
        if (parameter.name().endsWith(".w")) {
            return Tensor.ones(parameter.shape());
        }
        Random random = Seeds.random(seed);
        long count = 1;
        for (long size : parameter.shape()) {
            count *= size;
        }
        float[] values = new float[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (random.nextFloat() - 0.5f) * 0.0693f;
        }
        return Tensor.of(values, parameter.shape());
    }

    /** The same model, whose parameters take part in gradients, as they do elsewhere unless one says otherwise. */
    Transformer withGradients() {
        Map<String, Tensor> leaves = new LinkedHashMap<>();
        model.weights().byName().forEach((name, tensor) -> leaves.put(name, tensor.leaf()));
        return new Transformer(model.config(), Weights.of(model.config(), leaves), null);
    }

    /** Random tokens. */
    Tokens tokens(int rows, int length, long seed) {
        Random random = Seeds.random(seed);
        long[][] ids = new long[rows][];
        for (int r = 0; r < rows; r++) {
            ids[r] = random.longs(length, 0, model.config().dVocab()).toArray();
        }
        return Tokens.ofIds(ids);
    }

    /** Floating-point operations of the products in all blocks, for rows of a length. */
    double blockFlops(int rows, int length) {
        ModelConfig c = model.config();
        double heads = (double) c.nHeads() * c.dHead();
        double kv = (double) c.nKvHeads() * c.dHead();
        double mlp = (c.mlp().gated() ? 3.0 : 2.0) * c.dMlp();
        double weights = c.dModel() * (2 * heads + 2 * kv + mlp);
        double attention = 2 * heads * length;
        return 2.0 * rows * length * c.nLayers() * (weights + attention);
    }

    /** Floating-point operations of the unembedding of so many positions. */
    double unembeddingFlops(int positions) {
        return 2.0 * positions * model.config().dModel() * model.config().dVocab();
    }
}
