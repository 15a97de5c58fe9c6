package practicum.weights;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.plot.Axis;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.plot.Scale;
import practicum.progress.Progress;
import practicum.tensor.GradMode;
import practicum.tensor.Linalg;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * How much a head reads what an earlier head writes, from the weights alone: ‖A·B‖ / (‖A‖·‖B‖) with Frobenius norms, where
 * A is what the earlier head writes (W_V·W_O) and B what the later one reads, with its queries (W_Q·W_Kᵀ), its keys
 * (its transpose) or its values (W_V·W_O).
 *
 * <p>A score says little by itself, because matrices of random numbers do not score 0: {@link #control()} is what they do
 * score. Norm scales belong inside the matrices: score {@code Folding.layerNorms(model).model()}.
 *
 * <p>Source: Elhage et al. 2021, "A Mathematical Framework for Transformer Circuits".
 */
public final class CompositionScores {
    private static final int DRAWS = 20;
    private static final long SEED = 1;

    private final ModelConfig config;
    private final String kind;
    private final Tensor values;
    private final double control;

    private CompositionScores(ModelConfig config, String kind, Tensor values, double control) {
        this.config = config;
        this.kind = kind;
        this.values = values;
        this.control = control;
    }

    /** How much later heads' queries read earlier heads. */
    public static CompositionScores ofQueries(Transformer model) {
        return of(model, "Q-composition", l -> Circuits.qk(model, l));
    }

    /** How much later heads' keys read earlier heads. */
    public static CompositionScores ofKeys(Transformer model) {
        return of(model, "K-composition", l -> Circuits.qk(model, l).t());
    }

    /** How much later heads' values read earlier heads. */
    public static CompositionScores ofValues(Transformer model) {
        return of(model, "V-composition", l -> Circuits.ov(model, l));
    }

    private static CompositionScores of(Transformer model, String kind, IntFunction<FactoredMatrix> reading) {
        ModelConfig c = model.config();
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open();
                Progress progress = Progress.start(kind, c.nLayers())) {
            List<Ends> writers = new ArrayList<>();
            List<Ends> readers = new ArrayList<>();
            for (int l = 0; l < c.nLayers(); l++) {
                writers.add(Ends.of(Circuits.ov(model, l)));
                readers.add(Ends.of(reading.apply(l)));
            }
            List<Tensor> rows = new ArrayList<>();
            for (int from = 0; from < c.nLayers(); from++) {
                List<Tensor> row = new ArrayList<>();
                for (int to = 0; to < c.nLayers(); to++) {
                    row.add(
                            from < to
                                    ? scores(writers.get(from), readers.get(to))
                                    : Tensor.zeros(c.nHeads(), c.nHeads()));
                }
                rows.add(Tensor.stack(1, row)); // [head, layer, head]
                progress.advance(1);
            }
            Tensor all = Tensor.stack(0, rows).named("from_layer", "from_head", "to_layer", "to_head");
            return new CompositionScores(c, kind, scope.keep(all), control(c));
        }
    }

    /** What random heads of these shapes score, in the mean. */
    private static double control(ModelConfig c) {
        Ends writers = Ends.of(random(c, SEED));
        Ends readers = Ends.of(random(c, SEED + 2));
        return scores(writers, readers).mean().item();
    }

    private static FactoredMatrix random(ModelConfig c, long seed) {
        return new FactoredMatrix(
                Tensor.randn(seed, DRAWS, c.dModel(), c.dHead()), Tensor.randn(seed + 1, DRAWS, c.dHead(), c.dModel()));
    }

    /**
     * What a norm of a product needs of a batch of factored matrices: its small triangles in place of its long sides.
     *
     * @param left the first factor's triangle times the second factor [heads, inner, d_model]
     * @param right the first factor times the second one's triangle [heads, d_model, inner]
     * @param norm [heads]
     */
    private record Ends(Tensor left, Tensor right, Tensor norm) {
        static Ends of(FactoredMatrix m) {
            Tensor first = Linalg.qr(m.a()).r();
            Tensor second = Linalg.qr(m.b().t()).r().t();
            Tensor core = first.matMul(second);
            Tensor norm = core.mul(core).sum(-1).sum(-1).sqrt();
            return new Ends(first.matMul(m.b()), m.a().matMul(second), norm);
        }
    }

    /** [heads that write, heads that read] */
    private static Tensor scores(Ends writers, Ends readers) {
        try (Scope scope = Scope.open()) {
            int inner = writers.left.size(1);
            int width = writers.left.size(2);
            Tensor rows = writers.left.reshape(-1, width); // [writer · inner, d_model]
            Tensor columns = readers.right.permute(1, 0, 2).reshape(width, -1); // [d_model, reader · inner]
            Tensor product = rows.matMul(columns).reshape(writers.left.size(0), inner, -1, readers.right.size(2));
            Tensor norms = product.mul(product).sum(3).sum(1).sqrt(); // [writer, reader]
            return scope.keep(norms.div(writers.norm.unsqueeze(1).mul(readers.norm)));
        }
    }

    /**
     * The scores [from_layer, from_head, to_layer, to_head], from 0 to 1; 0 where the reader is not in a later layer than
     * the writer.
     */
    public Tensor values() {
        return values;
    }

    /** One score. */
    public double score(int fromLayer, int fromHead, int toLayer, int toHead) {
        return values.item(fromLayer, fromHead, toLayer, toHead);
    }

    /** The mean score of heads of the same shapes with random numbers from a normal distribution, seeded. */
    public double control() {
        return control;
    }

    /** The scores above the control, writers as rows and readers as columns; white is no better than random. */
    public Figure plot() {
        int last = config.nLayers() - 1;
        if (last == 0) {
            throw new ModelException("\"" + config.name() + "\" has one layer, so no head reads another's output.");
        }
        int heads = config.nHeads() * last;
        Tensor pairs = values.narrow(0, 0, last).narrow(2, 1, last + 1).reshape(heads, heads);
        float[][] above = pairs.toMatrix();
        double reach = Float.MIN_NORMAL;
        for (int i = 0; i < heads; i++) {
            for (int j = 0; j < heads; j++) {
                boolean later = i / config.nHeads() <= j / config.nHeads();
                above[i][j] = later ? above[i][j] - (float) control : 0;
                reach = Math.max(reach, Math.abs(above[i][j]));
            }
        }
        return Plot.heatmap(
                        above,
                        Axis.of("from", names(0, last)),
                        Axis.of("to", names(1, last + 1)),
                        Scale.diverging("score above random", reach))
                .titled(kind + " in " + config.name());
    }

    private List<String> names(int fromLayer, int toLayer) {
        List<String> names = new ArrayList<>();
        for (int l = fromLayer; l < toLayer; l++) {
            for (int h = 0; h < config.nHeads(); h++) {
                names.add("L" + l + "H" + h);
            }
        }
        return names;
    }

    @Override
    public String toString() {
        return kind + " of " + config.name() + ", random heads score " + control;
    }
}
