package practicum.method;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.plot.Axis;
import practicum.plot.Figure;
import practicum.plot.Link;
import practicum.plot.Plot;
import practicum.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A score for every edge from a part that writes into the stream to one that reads from it. A value. */
public final class EdgeScores {
    private final Nodes nodes;
    private final Tensor scores;

    EdgeScores(Nodes nodes, Tensor scores) {
        this.nodes = nodes;
        this.scores = scores;
    }

    /** One edge and its score: by how much patching it changes the metric, measured or to first order. */
    public record Edge(String writer, String reader, double score) {}

    /** Who writes, in the order of the forward pass: {@code input}, {@code a3.h5}, {@code m3}. */
    public List<String> writers() {
        return nodes.writers();
    }

    /** Who reads: {@code a3.h5<q>}, {@code m3}, {@code logits}; {@code a3.kv1<k>} where heads share keys and values. */
    public List<String> readers() {
        return nodes.readers();
    }

    Nodes nodes() {
        return nodes;
    }

    /** All scores [writer, reader]; zero where the writer comes after the reader. */
    public Tensor tensor() {
        return scores;
    }

    /**
     * The score of one edge.
     *
     * @throws practicum.model.ModelException if there is no such edge
     */
    public double score(String writer, String reader) {
        nodes.requireEdge(writer, reader);
        return scores.item(nodes.writer(writer), nodes.reader(reader));
    }

    /** All edges, the largest scores first, whatever their sign. */
    public List<Edge> edges() {
        float[][] values = scores.toMatrix();
        List<Edge> edges = new ArrayList<>();
        for (int w = 0; w < values.length; w++) {
            for (int r = 0; r < values[w].length; r++) {
                if (nodes.connected(w, r)) {
                    edges.add(new Edge(writers().get(w), readers().get(r), values[w][r]));
                }
            }
        }
        edges.sort(Comparator.comparingDouble((Edge e) -> -Math.abs(e.score())));
        return edges;
    }

    /** The {@code k} edges with the largest scores, whatever their sign. */
    public Table top(int k) {
        List<Edge> best = edges().stream().limit(k).toList();
        return Table.create("Edges")
                .addColumns(
                        StringColumn.create("writer", best.stream().map(Edge::writer)),
                        StringColumn.create("reader", best.stream().map(Edge::reader)),
                        DoubleColumn.create(
                                "score", best.stream().mapToDouble(Edge::score).toArray()));
    }

    /** A heat map of all scores. */
    public Figure plot() {
        return Plot.heatmap(scores, Axis.of("writer", writers()), Axis.of("reader", readers()))
                .titled("Scores of edges");
    }

    /**
     * The {@code most} strongest links between parts, drawn in the layers of the model; what a head reads with its
     * queries, keys and values is added up to one link.
     */
    public Figure circuit(int most) {
        Map<List<String>, Double> sums = new LinkedHashMap<>();
        for (Edge edge : edges()) {
            sums.merge(List.of(edge.writer(), Nodes.part(edge.reader())), edge.score(), Double::sum);
        }
        List<Link> links = sums.entrySet().stream()
                .map(sum -> Link.of(sum.getKey().get(0), sum.getKey().get(1), sum.getValue()))
                .sorted(Comparator.comparingDouble((Link link) -> -Math.abs(link.weight())))
                .limit(most)
                .toList();
        Map<String, Integer> layers = new HashMap<>();
        for (Link link : links) {
            layers.put(link.from(), nodes.layer(link.from()));
            layers.put(link.to(), nodes.layer(link.to()));
        }
        return Plot.circuit(links, layers).titled("The %d strongest links".formatted(links.size()));
    }

    @Override
    public String toString() {
        return "EdgeScores[" + writers().size() + " writers, " + readers().size() + " readers]";
    }
}
