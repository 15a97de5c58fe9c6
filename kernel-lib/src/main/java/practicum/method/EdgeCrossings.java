package practicum.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import practicum.model.ModelException;
import practicum.plot.Axis;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A score for every edge into keys and values, at each position that is looked at and for each that looks. A value.
 * Source: Haklay et al. 2025 (arXiv 2502.04577).
 */
public final class EdgeCrossings {
    /**
     * One edge between positions, and its score.
     *
     * @param reader the keys or values that read, as {@code a3.h5<v>}
     * @param key the position that is looked at, where the writer writes
     * @param query the position that looks
     */
    public record Edge(String writer, String reader, int key, int query, double score) {}

    private final Nodes nodes;
    private final List<String> readers;
    private final Positions positions;
    private final Tensor scores;

    EdgeCrossings(Nodes nodes, List<String> labels, Tensor scores) {
        this.nodes = nodes;
        this.readers = nodes.readers().stream()
                .filter(reader -> reader.endsWith("<k>") || reader.endsWith("<v>"))
                .toList();
        this.positions = new Positions(labels);
        this.scores = scores;
    }

    /** The names of the keys and values, in the order of {@link #tensor}. */
    public List<String> readers() {
        return readers;
    }

    /** All scores [writer, reader, query_pos, key_pos]; zero where the writer comes after the reader. */
    public Tensor tensor() {
        return scores;
    }

    /**
     * The score of one edge between two positions; negative positions count from the end.
     *
     * @param key the position that is looked at
     * @param query the position that looks
     * @throws ModelException if there is no such edge, or no such position
     */
    public double score(String writer, String reader, int key, int query) {
        nodes.requireEdge(writer, reader);
        int at = readers.indexOf(reader);
        if (at < 0) {
            throw new ModelException(reader + " reads within one position; keys and values cross: " + readers + ".");
        }
        return scores.item(nodes.writer(writer), at, positions.at(query), positions.at(key));
    }

    /** All edges between two positions where what is written is not without effect, the largest scores first. */
    public List<Edge> edges() {
        float[] values = scores.toFloatArray();
        int places = positions.size();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                int reader = i / (places * places) % readers.size();
                int writer = i / (places * places) / readers.size();
                edges.add(new Edge(
                        nodes.writers().get(writer), readers.get(reader), i % places, i / places % places, values[i]));
            }
        }
        edges.sort(Comparator.comparingDouble((Edge e) -> -Math.abs(e.score())));
        return edges;
    }

    /** The {@code most} edges with the largest scores, whatever their sign. */
    public Table table(int most) {
        List<Edge> best = edges().stream().limit(most).toList();
        return Table.create("Edges between positions")
                .addColumns(
                        StringColumn.create("writer", best.stream().map(Edge::writer)),
                        StringColumn.create("at", best.stream().map(e -> positions.label(e.key()))),
                        StringColumn.create("reader", best.stream().map(Edge::reader)),
                        StringColumn.create("for", best.stream().map(e -> positions.label(e.query()))),
                        DoubleColumn.create(
                                "score", best.stream().mapToDouble(Edge::score).toArray()));
    }

    /** The same between spans of positions: scores of positions of one name are added up. */
    public EdgeCrossings inSpans(Spans spans) {
        return new EdgeCrossings(
                nodes,
                spans.names(),
                spans.sums(spans.sums(scores, 2), 3).named("writer", "reader", "query_pos", "key_pos"));
    }

    /**
     * The mean over prompts, which may be of different lengths once their positions are {@linkplain #inSpans in spans}.
     *
     * @throws ModelException if they are of different models' parts, or have other spans
     */
    public static EdgeCrossings mean(List<EdgeCrossings> all) {
        EdgeCrossings first = Spans.requireAlike(all, each -> each.nodes, each -> each.positions.labels());
        Tensor mean = Tensor.stack(0, all.stream().map(EdgeCrossings::tensor).toList())
                .mean(0)
                .named("writer", "reader", "query_pos", "key_pos");
        return new EdgeCrossings(first.nodes, first.positions.labels(), mean);
    }

    /** A heat map: for each two positions, the sum of the scores' sizes over writers and readers. */
    public Figure plot() {
        return Plot.heatmap(
                        scores.abs().sum(0).sum(0),
                        Axis.of("position that looks", positions.labels()),
                        Axis.of("position looked at", positions.labels()))
                .titled("Between which positions what is read matters");
    }

    @Override
    public String toString() {
        return "EdgeCrossings[" + readers.size() + " keys and values, " + positions.size() + " positions]";
    }
}
