package practicum.world.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import practicum.net.Examples;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.world.Split;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A Boolean formula, an or of ands of variables: what a net of two layers computes in a way that can be read off its
 * weights, and which can be made to unlearn one clause (arXiv 2602.19215). Half of all rows are true, mostly by one clause;
 * most others miss a clause by one variable, so that nobody can guess by counting.
 *
 * @param variables how many there are
 * @param clauses the variables of each clause, all of which must be true for it
 */
public record ClauseWorld(int variables, List<Set<Integer>> clauses) {
    private static final int PATIENCE = 100_000;
    private static final double HELD_OUT_SHARE = 0.2;
    private static final double BACKGROUND = 0.15;

    public ClauseWorld {
        clauses = clauses.stream()
                .map(clause -> Collections.unmodifiableSet(new TreeSet<>(clause)))
                .map(clause -> (Set<Integer>) clause)
                .toList();
        if (clauses.isEmpty() || new HashSet<>(clauses).size() != clauses.size()) {
            throw new IllegalArgumentException("Give at least one clause, and none twice; got " + clauses + ".");
        }
        for (Set<Integer> clause : clauses) {
            if (clause.size() < 2 || clause.stream().anyMatch(each -> each < 0 || each >= variables)) {
                throw new IllegalArgumentException(
                        "A clause has at least two of the variables 0 to " + (variables - 1) + "; got " + clause + ".");
            }
        }
    }

    /**
     * Random clauses, which may share variables.
     *
     * @param width variables in each clause
     */
    public static ClauseWorld random(int variables, int clauses, int width, long seed) {
        if (width < 2 || width > variables || clauses < 1) {
            throw new IllegalArgumentException("Clauses have 2 to " + variables + " of the variables, and there is at"
                    + " least one clause; got " + clauses + " clauses of width " + width + ".");
        }
        Random random = Seeds.random(seed);
        Set<Set<Integer>> drawn = new HashSet<>();
        List<Set<Integer>> inOrder = new ArrayList<>();
        List<Integer> all =
                new ArrayList<>(IntStream.range(0, variables).boxed().toList());
        for (int attempt = 0; inOrder.size() < clauses && attempt < PATIENCE; attempt++) {
            Collections.shuffle(all, random);
            Set<Integer> clause = Set.copyOf(all.subList(0, width));
            if (drawn.add(clause)) {
                inOrder.add(clause);
            }
        }
        if (inOrder.size() < clauses) {
            throw new IllegalArgumentException("There are not " + clauses + " different clauses of width " + width
                    + " over " + variables + " variables. Ask for fewer, or for more variables.");
        }
        return new ClauseWorld(variables, inOrder);
    }

    /** The formula without one clause: what is true once it is unlearned. */
    public ClauseWorld without(int clause) {
        if (clause < 0 || clause >= clauses.size()) {
            throw new IllegalArgumentException(
                    "There is no clause " + clause + ": there are " + clauses.size() + ", from 0.");
        }
        List<Set<Integer>> rest = new ArrayList<>(clauses);
        rest.remove(clause);
        return new ClauseWorld(variables, rest);
    }

    /** What values of the variables make true. */
    public ClauseRow row(List<Boolean> values) {
        if (values.size() != variables) {
            throw new IllegalArgumentException(
                    "A row has " + variables + " values; got " + values.size() + ": " + values + ".");
        }
        List<Integer> satisfied = IntStream.range(0, clauses.size())
                .filter(c -> clauses.get(c).stream().allMatch(values::get))
                .boxed()
                .toList();
        return new ClauseRow(values, satisfied);
    }

    /**
     * Draws rows, every second one true; values that are held out never occur in training.
     *
     * @throws IllegalArgumentException if hardly any row is true, or false
     */
    public List<ClauseRow> rows(Split split, int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("Draw at least one row; got " + count + ".");
        }
        Random random = Seeds.random(seed);
        List<ClauseRow> rows = new ArrayList<>(count);
        int attempts = 0;
        while (rows.size() < count) {
            boolean wanted = rows.size() % 2 == 0;
            ClauseRow row = row(values(wanted, random));
            if (row.isTrue() == wanted && split(row.variables()) == split) {
                rows.add(row);
                attempts = 0;
            } else if (++attempts > PATIENCE) {
                throw new IllegalArgumentException("Found no " + (wanted ? "true" : "false") + " row of the split "
                        + split + " in " + PATIENCE + " draws. Ask for more variables, or fewer clauses.");
            }
        }
        return List.copyOf(rows);
    }

    /** A clause's variables, one of them missing if the row shall be false, and a few others. */
    private List<Boolean> values(boolean whole, Random random) {
        List<Integer> clause = List.copyOf(clauses.get(random.nextInt(clauses.size())));
        int missing = clause.get(random.nextInt(clause.size()));
        List<Boolean> values = new ArrayList<>();
        for (int v = 0; v < variables; v++) {
            boolean background = random.nextDouble() < BACKGROUND;
            boolean due = clause.contains(v) && (whole || v != missing);
            values.add(due || background && (whole || v != missing));
        }
        return values;
    }

    /** The split that values belong to. */
    public Split split(List<Boolean> values) {
        return Seeds.share(0, values.toString()) < HELD_OUT_SHARE ? Split.HELD_OUT : Split.TRAIN;
    }

    /** The rows for a net: inputs 0 and 1 [row, variable], label 1 for the true ones. */
    public Examples examples(List<ClauseRow> rows) {
        float[] inputs = new float[rows.size() * variables];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = rows.get(i / variables).variables().get(i % variables) ? 1 : 0;
        }
        return Examples.of(
                Tensor.of(inputs, rows.size(), variables).named("row", "variable"),
                rows.stream()
                        .mapToLong(row -> row(row.variables()).isTrue() ? 1 : 0)
                        .toArray());
    }

    /** One row for each clause. */
    public Table table() {
        return Table.create(
                "clauses",
                IntColumn.create("clause", IntStream.range(0, clauses.size()).toArray()),
                StringColumn.create("formula", clauses.stream().map(ClauseWorld::formula)));
    }

    private static String formula(Set<Integer> clause) {
        return clause.stream().map(variable -> "x" + variable).collect(Collectors.joining(" ∧ "));
    }

    @Override
    public String toString() {
        return clauses.stream().map(clause -> "(" + formula(clause) + ")").collect(Collectors.joining(" ∨ "));
    }
}
