package practicum.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import practicum.method.SparseAutoencoder;
import practicum.method.SparseAutoencoder.Sparsity;
import practicum.tensor.Autograd;
import practicum.tensor.GradMode;
import practicum.tensor.Tensor;
import practicum.train.AdamW;

/** A training step of a sparse autoencoder. Naively, its loss is differentiated by PyTorch, tensor operation by operation. */
record DictionaryCase(Sizes sizes) {
    private static final double PENALTY = 0.1;
    /** A step costs the same at any rate; at this one both ways stay where they are, and can be compared. */
    private static final double RATE = 0;

    BenchCase one() {
        int d = sizes.dictionaryWidth();
        int features = sizes.features();
        Tensor x = Tensor.randn(1, sizes.dictionaryRows(), d);
        Supplier<SparseAutoencoder> ours =
                new Once<>(() -> SparseAutoencoder.untrained(d, features, Sparsity.penalty(PENALTY), 2));
        Supplier<AdamW> naive = new Once<>(() -> new AdamW(
                new AdamW.Settings(0.9, 0.999, 1e-8, 0, 1e9),
                parameters(SparseAutoencoder.untrained(d, features, Sparsity.penalty(PENALTY), 2))));
        String name = "dictionary step " + d + "→" + features + ", " + sizes.dictionaryRows() + " rows";
        return BenchCase.of(name, () -> new float[] {(float) ours.get().step(x, RATE)})
                .withFlops(5 * 2.0 * sizes.dictionaryRows() * d * features)
                .naively(() -> new float[] {step(naive.get(), x)});
    }

    private static Map<String, Tensor> parameters(SparseAutoencoder untrained) {
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        parameters.put("W_enc", untrained.W_enc());
        parameters.put("b_enc", untrained.b_enc());
        parameters.put("W_dec", untrained.W_dec());
        parameters.put("b_dec", untrained.b_dec());
        return parameters;
    }

    private static float step(AdamW optimiser, Tensor x) {
        try (GradMode on = GradMode.on()) {
            List<Tensor> p = List.copyOf(optimiser.parameters().values());
            Tensor f = x.sub(p.get(3)).matMul(p.get(0)).add(p.get(1)).relu();
            Tensor error = f.matMul(p.get(2)).add(p.get(3)).sub(x);
            Tensor loss = error.mul(error).sum().add(f.sum().mul(PENALTY)).div(x.size(0));
            optimiser.step(Autograd.grad(loss, p), RATE);
            return loss.item();
        }
    }
}
