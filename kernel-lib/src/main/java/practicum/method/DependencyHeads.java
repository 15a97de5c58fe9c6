package practicum.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.Recording;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.progress.Progress;
import practicum.tensor.Scope;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Attention heads as parsers: for each relation of a treebank and each head, how often the word that a word attends to most
 * is the one that the tree joins it to. Itself and what is no word of the sentence do not count. The control for all heads is
 * the fixed offset that is right most often, such as "the next word" for determiners.
 *
 * <p>Source: Clark et al. 2019, arXiv 1906.04341.
 */
public final class DependencyHeads {
    /** From which end of a dependency a head looks. */
    public enum Direction {
        /** The dependent looks at the word that it depends on. */
        TO_HEAD,
        /** A word looks at its dependent. */
        TO_DEPENDENT
    }

    private static final int BATCH = 64;
    private static final long SEED = 1;

    private record Case(String relation, Direction direction) {}

    private final int layers;
    private final int heads;
    private final Map<String, List<Integer>> offsets = new TreeMap<>(); // dependent to head
    private final Map<Case, List<int[]>> hits = new HashMap<>(); // by occurrence: for each head, 1 or 0

    private DependencyHeads(ModelConfig config) {
        layers = config.nLayers();
        heads = config.nHeads();
    }

    /**
     * Runs a model on sentences.
     *
     * @throws ModelException if the tokenizer does not make one token of each word
     */
    public static DependencyHeads of(Transformer model, List<DependencyTree> trees) {
        DependencyHeads found = new DependencyHeads(model.config());
        try (Progress progress = Progress.start("Reading sentences", trees.size())) {
            for (int from = 0; from < trees.size(); from += BATCH) {
                int to = Math.min(trees.size(), from + BATCH);
                found.read(model, trees.subList(from, to));
                progress.advance(to - from);
            }
        }
        return found;
    }

    private void read(Transformer model, List<DependencyTree> trees) {
        TreeTokens tokens = TreeTokens.of(model, trees);
        try (Scope scope = Scope.open()) {
            Run run = model.run(tokens.tokens(), Recording.of(HookPoint.PATTERN));
            int length = tokens.tokens().length();
            int[][][] looks = new int[trees.size()][][]; // [sentence][head][word]
            Arrays.setAll(looks, row -> new int[layers * heads][]);
            for (int layer = 0; layer < layers; layer++) {
                float[] pattern = run.get(Hook.pattern(layer)).toFloatArray(); // [batch, head, query_pos, key_pos]
                for (int row = 0; row < looks.length; row++) {
                    for (int head = 0; head < heads; head++) {
                        int matrix = (row * heads + head) * length * length;
                        looks[row][layer * heads + head] = looks(
                                pattern,
                                matrix,
                                length,
                                tokens.firstWord(row),
                                trees.get(row).size());
                    }
                }
            }
            IntStream.range(0, looks.length).forEach(row -> add(trees.get(row), looks[row]));
        }
    }

    /** For each word the other word that it attends to most; −1 where it attends to none. */
    private static int[] looks(float[] pattern, int matrix, int length, int first, int words) {
        int[] looks = new int[words];
        for (int i = 0; i < words; i++) {
            int at = matrix + (first + i) * length + first;
            float most = 0;
            looks[i] = -1;
            for (int j = 0; j < words; j++) {
                if (j != i && pattern[at + j] > most) {
                    most = pattern[at + j];
                    looks[i] = j;
                }
            }
        }
        return looks;
    }

    private void add(DependencyTree tree, int[][] looks) {
        for (int word = 0; word < tree.size(); word++) {
            int to = tree.heads().get(word);
            if (to >= 0) {
                String relation = tree.relations().get(word);
                offsets.computeIfAbsent(relation, name -> new ArrayList<>()).add(to - word);
                add(new Case(relation, Direction.TO_HEAD), looks, word, to);
                add(new Case(relation, Direction.TO_DEPENDENT), looks, to, word);
            }
        }
    }

    private void add(Case which, int[][] looks, int from, int to) {
        hits.computeIfAbsent(which, none -> new ArrayList<>())
                .add(Arrays.stream(looks).mapToInt(by -> by[from] == to ? 1 : 0).toArray());
    }

    /** The relations that occur. */
    public Set<String> relations() {
        return new LinkedHashSet<>(offsets.keySet());
    }

    /**
     * How often each head finds a relation, with its control.
     *
     * @throws ModelException if the relation does not occur; the message names those that do
     */
    public HeadScores scores(String relation, Direction direction) {
        List<Integer> all = offsets.get(relation);
        if (all == null) {
            throw new ModelException(
                    "No word depends as \"" + relation + "\"; the relations that occur are " + relations() + ".");
        }
        int offset = bestOffset(relation);
        double[] fixed =
                all.stream().mapToDouble(each -> each == offset ? 1 : 0).toArray();
        List<int[]> found = hits.getOrDefault(new Case(relation, direction), List.of());
        double[][][] scores = new double[layers][heads][];
        double[][][] controls = new double[layers][heads][];
        for (int layer = 0; layer < layers; layer++) {
            for (int head = 0; head < heads; head++) {
                int at = layer * heads + head;
                scores[layer][head] =
                        found.stream().mapToDouble(each -> each[at]).toArray();
                controls[layer][head] = fixed;
            }
        }
        String says = relation + (direction == Direction.TO_HEAD ? ": dependent to head" : ": head to dependent");
        return HeadScores.of(says, "always offset " + offset, scores, controls, SEED);
    }

    /** How far to the right of its dependents the head most often stands; negative to the left. */
    public int bestOffset(String relation) {
        return offsets.getOrDefault(relation, List.of()).stream()
                .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparingLong(Map.Entry::getValue))
                .orElseThrow(() -> new ModelException("No word depends as \"" + relation + "\"."))
                .getKey();
    }

    /** The better of the two directions of each relation: its best head, and its control. */
    public Table table() {
        Table table = Table.create(
                "heads as parsers",
                StringColumn.create("relation"),
                StringColumn.create("direction"),
                StringColumn.create("head"),
                DoubleColumn.create("accuracy"),
                DoubleColumn.create("best fixed offset"),
                IntColumn.create("offset"),
                IntColumn.create("words"));
        for (String relation : relations()) {
            Direction direction = betterDirection(relation);
            HeadScores.Entry best = scores(relation, direction).best();
            table.stringColumn("relation").append(relation);
            table.stringColumn("direction").append(direction.name());
            table.stringColumn("head").append(best.label());
            table.doubleColumn("accuracy").append(best.score());
            table.doubleColumn("best fixed offset").append(best.control());
            table.intColumn("offset").append(bestOffset(relation));
            table.intColumn("words")
                    .append(offsets.getOrDefault(relation, List.of()).size());
        }
        return table;
    }

    /** From which end of a relation some head finds it most often. */
    public Direction betterDirection(String relation) {
        return Arrays.stream(Direction.values())
                .max(Comparator.comparingDouble(direction -> mostHits(new Case(relation, direction))))
                .orElseThrow();
    }

    /**
     * The share of dependencies that are found by the best head for their relation, in its better direction: an unlabelled
     * attachment score of attention (Chen et al. 2024, arXiv 2309.07311). Chance for many heads is not low: compare with a
     * model of random weights.
     */
    public double attachment() {
        double found = relations().stream()
                .mapToDouble(relation -> mostHits(new Case(relation, betterDirection(relation))))
                .sum();
        return found / offsets.values().stream().mapToInt(List::size).sum();
    }

    private double mostHits(Case which) {
        List<int[]> found = hits.getOrDefault(which, List.of());
        return IntStream.range(0, layers * heads)
                .mapToDouble(head -> found.stream().mapToInt(each -> each[head]).sum())
                .max()
                .orElseThrow();
    }
}
