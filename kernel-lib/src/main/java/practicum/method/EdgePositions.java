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

/** A score for every edge between parts at every position where what is written is read. A value. */
public final class EdgePositions {
    /** One edge at one position, and its score. */
    public record Edge(String writer, String reader, int position, double score) {}

    private final Nodes nodes;
    private final Positions positions;
    private final Tensor scores;

    EdgePositions(Nodes nodes, List<String> labels, Tensor scores) {
        this.nodes = nodes;
        this.positions = new Positions(labels);
        this.scores = scores;
    }

    Nodes nodes() {
        return nodes;
    }

    /** All scores [writer, reader, pos]; zero where the writer comes after the reader. */
    public Tensor tensor() {
        return scores;
    }

    /**
     * The score of one edge at one position; a negative one counts from the end.
     *
     * @throws ModelException if there is no such edge, or no such position
     */
    public double score(String writer, String reader, int position) {
        nodes.requireEdge(writer, reader);
        return scores.item(nodes.writer(writer), nodes.reader(reader), positions.at(position));
    }

    /** All edges at all positions, the largest scores first, whatever their sign. */
    public List<Edge> edges() {
        float[] values = scores.toFloatArray();
        int places = positions.size();
        List<Edge> edges = new ArrayList<>();
        for (int w = 0; w < nodes.writers().size(); w++) {
            for (int r = 0; r < nodes.readers().size(); r++) {
                for (int p = 0; nodes.connected(w, r) && p < places; p++) {
                    double score = values[(w * nodes.readers().size() + r) * places + p];
                    edges.add(new Edge(nodes.writers().get(w), nodes.readers().get(r), p, score));
                }
            }
        }
        edges.sort(Comparator.comparingDouble((Edge e) -> -Math.abs(e.score())));
        return edges;
    }

    /** 1 for each of the {@code size} edges at a position with the largest scores, else 0 [pos, reader, writer]. */
    public Tensor top(int size) {
        List<Edge> all = edges();
        if (size < 0 || size > all.size()) {
            throw new ModelException(
                    "There are " + all.size() + " edges at positions, so no circuit has " + size + ".");
        }
        int writers = nodes.writers().size();
        float[] live = new float[positions.size() * nodes.readers().size() * writers];
        for (Edge e : all.subList(0, size)) {
            int row = e.position() * nodes.readers().size() + nodes.reader(e.reader());
            live[row * writers + nodes.writer(e.writer())] = 1;
        }
        return Tensor.of(live, positions.size(), nodes.readers().size(), writers)
                .named("pos", "reader", "writer");
    }

    /** The {@code most} edges at a position with the largest scores, whatever their sign. */
    public Table table(int most) {
        List<Edge> best = edges().stream().limit(most).toList();
        return Table.create("Edges at positions")
                .addColumns(
                        StringColumn.create("writer", best.stream().map(Edge::writer)),
                        StringColumn.create("reader", best.stream().map(Edge::reader)),
                        StringColumn.create("pos", best.stream().map(e -> positions.label(e.position()))),
                        DoubleColumn.create(
                                "score", best.stream().mapToDouble(Edge::score).toArray()));
    }

    /** The same in spans of positions: scores of positions of one name are added up. */
    public EdgePositions inSpans(Spans spans) {
        return new EdgePositions(nodes, spans.names(), spans.sums(scores, 2).named("writer", "reader", "pos"));
    }

    /**
     * The mean over prompts, which may be of different lengths once their positions are {@linkplain #inSpans in spans}.
     *
     * @throws ModelException if they are of different models' parts, or have other spans
     */
    public static EdgePositions mean(List<EdgePositions> all) {
        EdgePositions first = Spans.requireAlike(all, EdgePositions::nodes, each -> each.positions.labels());
        Tensor mean = Tensor.stack(0, all.stream().map(EdgePositions::tensor).toList())
                .mean(0)
                .named("writer", "reader", "pos");
        return new EdgePositions(first.nodes, first.positions.labels(), mean);
    }

    /** A heat map: for each reader and position, the sum of the scores' sizes over writers. */
    public Figure plot() {
        return Plot.heatmap(scores.abs().sum(0), Axis.of("reader", nodes.readers()), Axis.of("pos", positions.labels()))
                .titled("Where what is read matters");
    }

    @Override
    public String toString() {
        return "EdgePositions[" + nodes.edges() + " edges, " + positions.size() + " positions]";
    }
}
