package practicum.weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.plot.Series;
import practicum.tensor.GradMode;
import practicum.tensor.Linalg;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * The singular components of what a head writes, each with how much of it a later head reads: where few components are
 * read and the others not, the two heads talk through a channel of low rank.
 *
 * <p>A head's W_V·W_O is a sum of d_head matrices of rank one, s·u·vᵀ: component i looks for the direction u in what the
 * head reads and writes the direction v. A later head reads it with B, which is W_Q·W_Kᵀ for its queries, the transpose
 * for its keys, and W_V·W_O for its values. A component's composition score is ‖vᵀ·B‖ / ‖B‖, from 0 to 1, whatever its
 * strength s. The whole head's score by {@link CompositionScores} is the root of the mean of the squares, each weighted
 * by s².
 *
 * <p>Normalisations' scales belong inside the matrices: give {@code Folding.layerNorms(model).model()}. What a head writes
 * is the same in that model, so that interventions can be made in either. Rotary positions are left out of queries and
 * keys.
 *
 * <p>Source: Merullo, Eickhoff and Pavlick 2024, "Talking Heads", arXiv 2406.09519.
 */
public final class Channels {
    private final Heads heads;
    private final Tensor strengths;
    private final Tensor reads;
    private final Tensor writes;
    private final Tensor scores;

    /** Who writes, who reads, and with what. */
    private record Heads(int fromLayer, int fromHead, int toLayer, int toHead, String with) {
        String from() {
            return "L" + fromLayer + "H" + fromHead;
        }

        String to() {
            return "L" + toLayer + "H" + toHead;
        }
    }

    private Channels(Heads heads, Tensor strengths, Tensor reads, Tensor writes, Tensor scores) {
        this.heads = heads;
        this.strengths = strengths;
        this.reads = reads;
        this.writes = writes;
        this.scores = scores;
    }

    /** What a later head's queries read of what a head writes. */
    public static Channels intoQueries(Transformer model, int fromLayer, int fromHead, int toLayer, int toHead) {
        return of(
                model, new Heads(fromLayer, fromHead, toLayer, toHead, "queries"), Circuits.qk(model, toLayer, toHead));
    }

    /** What a later head's keys read of what a head writes. */
    public static Channels intoKeys(Transformer model, int fromLayer, int fromHead, int toLayer, int toHead) {
        return of(
                model,
                new Heads(fromLayer, fromHead, toLayer, toHead, "keys"),
                Circuits.qk(model, toLayer, toHead).t());
    }

    /** What a later head's values read of what a head writes. */
    public static Channels intoValues(Transformer model, int fromLayer, int fromHead, int toLayer, int toHead) {
        return of(
                model, new Heads(fromLayer, fromHead, toLayer, toHead, "values"), Circuits.ov(model, toLayer, toHead));
    }

    private static Channels of(Transformer model, Heads heads, FactoredMatrix reader) {
        if (heads.toLayer <= heads.fromLayer) {
            throw new ModelException("Head " + heads.to() + " cannot read what head " + heads.from()
                    + " writes: the reader must be in a later layer.");
        }
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Linalg.Svd svd = Circuits.ov(model, heads.fromLayer, heads.fromHead).svd();
            float size = reader.norm().item();
            Tensor read = Linalg.qr(reader.b().t()).r().t(); // as long as what it stands for, and small
            Tensor scores = size == 0
                    ? Tensor.zeros(svd.s().size(0))
                    : svd.vt().matMul(reader.a()).matMul(read).norm(1).div(size);
            return new Channels(
                    heads,
                    scope.keep(svd.s().named("component")),
                    scope.keep(svd.u().t().named("component", "d_model")),
                    scope.keep(svd.vt().named("component", "d_model")),
                    scope.keep(scores.named("component")));
        }
    }

    /** How many components there are. */
    public int size() {
        return strengths.size(0);
    }

    /** The components' singular values [component], in falling order. */
    public Tensor strengths() {
        return strengths;
    }

    /** What each component looks for, as unit vectors [component, d_model]. */
    public Tensor reads() {
        return reads;
    }

    /** What each component writes, as unit vectors [component, d_model]. */
    public Tensor writes() {
        return writes;
    }

    /** How much of each component the later head reads [component], from 0 to 1. */
    public Tensor scores() {
        return scores;
    }

    /** What a direction drawn at random scores: the root of its mean square, 1/√d_model. */
    public double control() {
        return 1 / Math.sqrt(writes.size(1));
    }

    /** The components in the order of their scores, the highest first; those that have no strength are left out. */
    public List<Integer> ranking() {
        float strongest = strengths.item(0);
        return IntStream.range(0, size())
                .filter(i -> strengths.item(i) > 1e-5 * strongest)
                .boxed()
                .sorted((i, j) -> Float.compare(scores.item(j), scores.item(i)))
                .toList();
    }

    /**
     * Multiplies what some components write by a factor, wherever the head writes it: 0 takes them out of the head, as
     * editing its weights would.
     */
    public Intervention scaled(double factor, int... components) {
        Tensor directions = chosen(components);
        return new Intervention(
                Hook.result(heads.fromLayer).head(heads.fromHead),
                "scale components by " + factor,
                written -> written.add(
                        written.matMul(directions.t()).matMul(directions).mul(factor - 1)));
    }

    /** The directions that some components write [n, d_model]. */
    private Tensor chosen(int... components) {
        if (components.length == 0) {
            throw new ModelException("Name components, such as ranking().get(0).");
        }
        List<Tensor> rows = new ArrayList<>();
        for (int component : IntStream.of(components).distinct().toArray()) {
            if (component < 0 || component >= size()) {
                throw new ModelException("There is no component " + component + " of head " + heads.from()
                        + ": it has components 0–" + (size() - 1) + ".");
            }
            rows.add(writes.get(component));
        }
        return Tensor.stack(0, rows);
    }

    /** The components' scores in the order of their strengths, beside what random directions score. */
    public Figure plot() {
        double[] control = new double[size()];
        Arrays.fill(control, control());
        return Plot.line(
                        "component (0: the strongest)",
                        "composition score",
                        Series.of(heads.to() + "'s " + heads.with, scores.toDoubleArray()),
                        Series.of("random direction", control).dashed())
                .titled("What " + heads.from() + " writes and " + heads.to() + "'s " + heads.with + " read");
    }

    @Override
    public String toString() {
        return "Channels[" + heads.from() + " into " + heads.to() + "'s " + heads.with + ", " + size() + " components]";
    }
}
