package practicum.method;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import practicum.model.ModelException;
import practicum.model.Transformer;
import practicum.plot.Figure;
import practicum.plot.Link;
import practicum.plot.Plot;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;

/**
 * A set of connections between parts of a model. A value.
 *
 * <p>Parts are named as in {@link EdgeScores}: {@code input}, {@code a3.h5} and {@code m3} write; {@code a3.h5<q>},
 * {@code a3.h5<k>}, {@code a3.h5<v>}, {@code m3} and {@code logits} read. What a circuit does when the rest of the model is
 * cut off, {@link CircuitRuns} tells.
 */
public final class Circuit {
    /** One connection. */
    public record Edge(String writer, String reader) {
        @Override
        public String toString() {
            return writer + " → " + reader;
        }
    }

    private final Nodes nodes;
    /** Edge w → r is number w · readers + r. */
    private final BitSet edges;

    private Circuit(Nodes nodes, BitSet edges) {
        this.nodes = nodes;
        this.edges = edges;
    }

    // ---------------------------------------------------------------- making

    /** All connections of a model. */
    public static Circuit whole(Transformer model) {
        Nodes nodes = Nodes.of(model.config());
        BitSet all = new BitSet();
        IntStream.range(0, nodes.writers().size() * nodes.readers().size())
                .filter(i -> connects(nodes, i))
                .forEach(all::set);
        return new Circuit(nodes, all);
    }

    /** No connection at all. */
    public static Circuit none(Transformer model) {
        return new Circuit(Nodes.of(model.config()), new BitSet());
    }

    /** The connections with the largest scores, whatever their sign. */
    public static Circuit top(EdgeScores scores, int size) {
        requireSize(size, scores.nodes());
        BitSet best = new BitSet();
        scores.edges().stream().limit(size).forEach(e -> best.set(number(scores.nodes(), e.writer(), e.reader())));
        return new Circuit(scores.nodes(), best);
    }

    /**
     * Connections with large scores that hang together: from the logits on, always the one with the largest score whose
     * reader is in the circuit already (Hanna et al. 2024, arXiv 2403.17806).
     *
     * @param size how many; fewer only if no more lead to the logits
     */
    public static Circuit greedy(EdgeScores scores, int size) {
        Nodes nodes = scores.nodes();
        requireSize(size, nodes);
        Set<String> inside = new LinkedHashSet<>(Set.of("logits"));
        List<EdgeScores.Edge> left = new ArrayList<>(scores.edges());
        BitSet chosen = new BitSet();
        for (int count = 0; count < size; count++) {
            EdgeScores.Edge next = left.stream()
                    .filter(e -> inside.contains(e.reader()))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                break;
            }
            left.remove(next);
            chosen.set(number(nodes, next.writer(), next.reader()));
            int writer = nodes.writer(next.writer());
            IntStream.range(0, nodes.readers().size())
                    .filter(r -> nodes.writersOf(r).contains(writer))
                    .forEach(r -> inside.add(nodes.readers().get(r)));
        }
        return new Circuit(nodes, chosen);
    }

    /** A control: so many connections drawn with a seed from all of a model. */
    public static Circuit random(Transformer model, int size, long seed) {
        Circuit whole = whole(model);
        requireSize(size, whole.nodes);
        List<Integer> order = new ArrayList<>(whole.edges.stream().boxed().toList());
        Collections.shuffle(order, Seeds.random(seed));
        BitSet drawn = new BitSet();
        order.subList(0, size).forEach(drawn::set);
        return new Circuit(whole.nodes, drawn);
    }

    /** This circuit with one more connection, or as it is if it has it. */
    public Circuit with(String writer, String reader) {
        BitSet more = copy();
        more.set(required(writer, reader));
        return new Circuit(nodes, more);
    }

    /** This circuit without a connection. */
    public Circuit without(String writer, String reader) {
        BitSet fewer = copy();
        fewer.clear(required(writer, reader));
        return new Circuit(nodes, fewer);
    }

    /** Its connections that satisfy a condition on writer and reader. */
    public Circuit where(BiPredicate<String, String> condition) {
        BitSet kept = new BitSet();
        edges.stream()
                .filter(i -> condition.test(edge(i).writer(), edge(i).reader()))
                .forEach(kept::set);
        return new Circuit(nodes, kept);
    }

    /** Its connections that are part of a way from the input to the logits: without the others it does the same. */
    public Circuit pruned() {
        Set<Integer> fed = new LinkedHashSet<>(Set.of(nodes.writer("input")));
        for (int w = 1; w < nodes.writers().size(); w++) {
            int writer = w;
            if (IntStream.range(0, nodes.readers().size())
                    .anyMatch(r -> nodes.writersOf(r).contains(writer) && readsFrom(r, fed))) {
                fed.add(w);
            }
        }
        Set<Integer> heard = new LinkedHashSet<>();
        Set<Integer> leading = new LinkedHashSet<>();
        for (int r = nodes.readers().size() - 1; r >= 0; r--) {
            if (nodes.readers().get(r).equals("logits")
                    || nodes.writersOf(r).stream().anyMatch(heard::contains)) {
                leading.add(r);
                IntStream.range(0, nodes.writers().size())
                        .filter(w -> has(w, leading, nodes))
                        .forEach(heard::add);
            }
        }
        BitSet kept = new BitSet();
        edges.stream()
                .filter(i -> fed.contains(i / nodes.readers().size())
                        && leading.contains(i % nodes.readers().size()))
                .forEach(kept::set);
        return new Circuit(nodes, kept);
    }

    private boolean readsFrom(int reader, Set<Integer> writers) {
        return writers.stream().anyMatch(w -> edges.get(w * nodes.readers().size() + reader));
    }

    private boolean has(int writer, Set<Integer> readers, Nodes of) {
        return readers.stream().anyMatch(r -> edges.get(writer * of.readers().size() + r));
    }

    // ---------------------------------------------------------------- asking

    /** How many connections it has. */
    public int size() {
        return edges.cardinality();
    }

    /** Whether it has a connection. */
    public boolean has(String writer, String reader) {
        return edges.get(required(writer, reader));
    }

    /** Its connections, in the order of the forward pass. */
    public List<Edge> edges() {
        return edges.stream().mapToObj(this::edge).toList();
    }

    /** The heads and MLPs that are on a way from the input to the logits, in the order of the forward pass. */
    public List<String> parts() {
        Circuit on = pruned();
        Set<String> ends = new LinkedHashSet<>();
        on.edges().forEach(e -> ends.add(e.writer()));
        return nodes.writers().stream()
                .filter(w -> !w.equals("input") && ends.contains(w))
                .toList();
    }

    /** Of all connections that are in this circuit or the other, the share that is in both, from 0 to 1 (Jaccard). */
    public double overlap(Circuit other) {
        requireSameModel(other);
        BitSet both = copy();
        both.and(other.edges);
        BitSet either = copy();
        either.or(other.edges);
        return either.isEmpty() ? 1 : both.cardinality() / (double) either.cardinality();
    }

    /** Of the other circuit's connections, the share that this one has too: its recall. */
    public double covers(Circuit other) {
        requireSameModel(other);
        if (other.size() == 0) {
            throw new ModelException(
                    "No share of an empty circuit can be found again. Compare with one that has edges.");
        }
        BitSet both = copy();
        both.and(other.edges);
        return both.cardinality() / (double) other.size();
    }

    /** 1 for each connection that it has, else 0 [reader, writer]. */
    public Tensor mask() {
        float[] live = new float[nodes.readers().size() * nodes.writers().size()];
        edges.stream()
                .forEach(i -> live[
                        i % nodes.readers().size() * nodes.writers().size()
                                + i / nodes.readers().size()] = 1);
        return Tensor.of(live, nodes.readers().size(), nodes.writers().size()).named("reader", "writer");
    }

    /** A drawing of the connections on ways from input to logits; what queries, keys and values read is one link. */
    public Figure plot() {
        Map<Link, Double> none = Map.of();
        return drawn(none, 1);
    }

    /** The same with links as wide as their scores. */
    public Figure plot(EdgeScores scores) {
        Map<Link, Double> weights = new HashMap<>();
        for (Edge e : edges()) {
            weights.merge(
                    Link.of(e.writer(), Nodes.part(e.reader()), 0), scores.score(e.writer(), e.reader()), Double::sum);
        }
        return drawn(weights, 0);
    }

    private Figure drawn(Map<Link, Double> weights, double otherwise) {
        Map<Link, Double> links = new LinkedHashMap<>();
        for (Edge e : pruned().edges()) {
            Link link = Link.of(e.writer(), Nodes.part(e.reader()), 0);
            links.put(link, weights.getOrDefault(link, otherwise));
        }
        Map<String, Integer> layers = new HashMap<>();
        links.keySet().forEach(link -> {
            layers.put(link.from(), nodes.layer(link.from()));
            layers.put(link.to(), nodes.layer(link.to()));
        });
        List<Link> all = links.entrySet().stream()
                .map(e -> Link.of(e.getKey().from(), e.getKey().to(), e.getValue()))
                .toList();
        return Plot.circuit(all, layers).titled("A circuit of " + size() + " edges");
    }

    // ---------------------------------------------------------------- inside

    Nodes nodes() {
        return nodes;
    }

    private void requireSameModel(Circuit other) {
        if (!nodes.areThoseOf(other.nodes)) {
            throw new ModelException(
                    "The two circuits are of models with different parts, so they share no connection: "
                            + nodes.writers() + " and " + other.nodes.writers() + ".");
        }
    }

    private static void requireSize(int size, Nodes nodes) {
        if (size < 0 || size > nodes.edges()) {
            throw new ModelException(
                    "The model has " + nodes.edges() + " connections, so no circuit has " + size + ".");
        }
    }

    private int required(String writer, String reader) {
        nodes.requireEdge(writer, reader);
        return number(nodes, writer, reader);
    }

    private static int number(Nodes nodes, String writer, String reader) {
        return nodes.writer(writer) * nodes.readers().size() + nodes.reader(reader);
    }

    private static boolean connects(Nodes nodes, int number) {
        return nodes.connected(
                number / nodes.readers().size(), number % nodes.readers().size());
    }

    private Edge edge(int number) {
        return new Edge(
                nodes.writers().get(number / nodes.readers().size()),
                nodes.readers().get(number % nodes.readers().size()));
    }

    private BitSet copy() {
        return (BitSet) edges.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Circuit circuit && nodes.areThoseOf(circuit.nodes) && edges.equals(circuit.edges);
    }

    @Override
    public int hashCode() {
        return edges.hashCode();
    }

    @Override
    public String toString() {
        return "Circuit[" + size() + " of " + nodes.edges() + " edges"
                + (size() <= 12
                        ? ": "
                                + String.join(
                                        ", ",
                                        edges().stream().map(Edge::toString).toList())
                        : "") + "]";
    }
}
