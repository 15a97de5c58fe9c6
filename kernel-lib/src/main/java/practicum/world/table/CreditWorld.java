package practicum.world.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.net.Examples;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.world.Split;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Credit with a known risk in two additive layers (after Chen et al. 2018, arXiv 1811.12615): columns add points to
 * subscales, monotone steps each; the subscales' risks, weighted, add up to a score; whoever has a score above 0 defaults,
 * but for logistic noise. The columns are correlated: some people are more careful than others in everything.
 *
 * <pre>{@code
 * CreditWorld world = CreditWorld.of(0.25);
 * List<CreditCase> cases = world.cases(Split.TRAIN, 4000, 1);
 * world.examples(cases);         // for a net
 * world.bestAccuracy(cases);     // which no net can beat but by luck
 * world.reasons(cases.get(0));   // why this one is risky, truly
 * }</pre>
 */
public final class CreditWorld {
    private static final double HELD_OUT_SHARE = 0.2;
    private static final double IN_COMMON = 0.5;
    private static final double THRESHOLD = 3.0;

    private static final List<CreditColumn> COLUMNS = List.of(
            falling("months since last delinquency", 0, 84, List.of(12, 24, 48), List.of(1.0, 0.8, 0.6)),
            rising("percent of payments late", 0, 40, List.of(5, 15, 25), List.of(0.8, 1.0, 1.2)),
            rising("utilisation percent", 0, 120, List.of(30, 50, 75, 95), List.of(0.6, 0.8, 0.8, 0.6)),
            rising("instalments percent of income", 0, 60, List.of(15, 30, 45), List.of(0.6, 0.8, 0.6)),
            falling("months of oldest account", 0, 360, List.of(60, 120, 200), List.of(0.8, 0.6, 0.6)),
            rising("inquiries in last six months", 0, 10, List.of(2, 4, 7), List.of(0.6, 0.6, 0.6)),
            falling("income thousands", 10, 150, List.of(35, 60, 90), List.of(1.0, 0.8, 0.4)),
            falling("years in job", 0, 30, List.of(2, 6, 15), List.of(0.8, 0.6, 0.4)));

    private static final List<CreditSubscale> SUBSCALES = List.of(
            new CreditSubscale(
                    "delinquency", List.of("months since last delinquency", "percent of payments late"), 2.6, 2.4),
            new CreditSubscale("burden", List.of("utilisation percent", "instalments percent of income"), 2.2, 1.8),
            new CreditSubscale(
                    "history", List.of("months of oldest account", "inquiries in last six months"), 1.9, 0.8),
            new CreditSubscale("means", List.of("income thousands", "years in job"), 1.9, 1.2));

    private final double noise;

    private CreditWorld(double noise) {
        this.noise = noise;
    }

    private static CreditColumn rising(String name, int low, int high, List<Integer> from, List<Double> points) {
        return new CreditColumn(name, low, high, true, from, points);
    }

    private static CreditColumn falling(String name, int low, int high, List<Integer> below, List<Double> points) {
        return new CreditColumn(name, low, high, false, below, points);
    }

    /**
     * The world with so much noise in who defaults.
     *
     * @param noise the scale of the logistic noise in a score; at 0 the score decides alone
     */
    public static CreditWorld of(double noise) {
        if (!(noise >= 0) || Double.isInfinite(noise)) {
            throw new IllegalArgumentException(
                    "The noise is the scale of a distribution, a number of at least 0; got " + noise + ".");
        }
        return new CreditWorld(noise);
    }

    static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** The columns, in the order of a case's values. */
    public List<CreditColumn> columns() {
        return COLUMNS;
    }

    /** The subscales. */
    public List<CreditSubscale> subscales() {
        return SUBSCALES;
    }

    // ---------------------------------------------------------------- truth

    /** The score of values by column: above 0 is rather risky. */
    public double score(List<Integer> values) {
        requireValues(values);
        return SUBSCALES.stream()
                        .mapToDouble(each -> each.weight() * each.risk(points(each, values)))
                        .sum()
                - THRESHOLD;
    }

    /** The chance that somebody with these values defaults. */
    public double chance(List<Integer> values) {
        double score = score(values);
        if (noise == 0) {
            return score > 0 ? 1 : 0;
        }
        return logistic(score / noise);
    }

    private static double points(CreditSubscale subscale, List<Integer> values) {
        return IntStream.range(0, COLUMNS.size())
                .filter(c -> subscale.columns().contains(COLUMNS.get(c).name()))
                .mapToDouble(c -> COLUMNS.get(c).points(values.get(c)))
                .sum();
    }

    /** What speaks against a case, most first. */
    public List<CreditReason> reasons(CreditCase each) {
        requireValues(each.values());
        List<CreditReason> reasons = new ArrayList<>();
        for (CreditSubscale subscale : SUBSCALES) {
            double points = points(subscale, each.values());
            double share = subscale.weight() * (subscale.risk(points) - subscale.risk(0));
            reasons.add(new CreditReason(subscale.name(), share, guilty(subscale, each.values())));
        }
        reasons.sort(Comparator.comparingDouble(CreditReason::share).reversed());
        return List.copyOf(reasons);
    }

    private static List<String> guilty(CreditSubscale subscale, List<Integer> values) {
        return IntStream.range(0, COLUMNS.size())
                .filter(c -> subscale.columns().contains(COLUMNS.get(c).name()))
                .filter(c -> COLUMNS.get(c).points(values.get(c)) > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer c) -> -COLUMNS.get(c).points(values.get(c))))
                .map(c -> COLUMNS.get(c).name())
                .toList();
    }

    /** The expected accuracy on these cases of who knows the true chances; nothing does better but by luck. */
    public double bestAccuracy(List<CreditCase> cases) {
        return cases.stream()
                .mapToDouble(each -> chance(each.values()))
                .map(chance -> Math.max(chance, 1 - chance))
                .average()
                .orElseThrow(() -> new IllegalArgumentException("Give at least one case."));
    }

    // ---------------------------------------------------------------- data

    /** Draws cases; values that are held out never occur in training. */
    public List<CreditCase> cases(Split split, int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("Draw at least one case; got " + count + ".");
        }
        Random random = Seeds.random(seed);
        List<CreditCase> cases = new ArrayList<>(count);
        while (cases.size() < count) {
            List<Integer> values = values(random);
            double luck = random.nextDouble();
            if (split(values) == split) {
                cases.add(new CreditCase(values, luck < chance(values)));
            }
        }
        return List.copyOf(cases);
    }

    private static List<Integer> values(Random random) {
        double careless = random.nextDouble();
        List<Integer> values = new ArrayList<>();
        for (CreditColumn column : COLUMNS) {
            double risk = IN_COMMON * careless + (1 - IN_COMMON) * random.nextDouble();
            double place = column.rising() ? risk : 1 - risk;
            values.add(column.low() + (int) Math.floor(place * (column.high() - column.low() + 1)));
        }
        return values;
    }

    /** The split that values belong to. */
    public Split split(List<Integer> values) {
        return Seeds.share(0, values.toString()) < HELD_OUT_SHARE ? Split.HELD_OUT : Split.TRAIN;
    }

    /** The values as parts of their ranges, 0 to 1 [case, column]. */
    public Tensor tensor(List<CreditCase> cases) {
        float[] inputs = new float[cases.size() * COLUMNS.size()];
        for (int i = 0; i < inputs.length; i++) {
            int column = i % COLUMNS.size();
            inputs[i] = (float) COLUMNS.get(column)
                    .scaled(cases.get(i / COLUMNS.size()).values().get(column));
        }
        return Tensor.of(inputs, cases.size(), COLUMNS.size()).named("case", "column");
    }

    /** The cases for a net: label 1 for those who defaulted. */
    public Examples examples(List<CreditCase> cases) {
        return Examples.of(
                tensor(cases),
                cases.stream().mapToLong(each -> each.defaulted() ? 1 : 0).toArray());
    }

    /** One row for each case: its values, its score and chance, whether it defaulted, and the first reason. */
    public Table table(List<CreditCase> cases) {
        Table table = Table.create("credit");
        for (int c = 0; c < COLUMNS.size(); c++) {
            int column = c;
            table.addColumns(IntColumn.create(
                    COLUMNS.get(c).name(),
                    cases.stream().mapToInt(each -> each.values().get(column)).toArray()));
        }
        return table.addColumns(
                DoubleColumn.create("score", cases.stream().mapToDouble(each -> score(each.values()))),
                DoubleColumn.create("chance", cases.stream().mapToDouble(each -> chance(each.values()))),
                BooleanColumn.create(
                        "defaulted", cases.stream().map(CreditCase::defaulted).toList()),
                StringColumn.create(
                        "first reason",
                        cases.stream().map(each -> reasons(each).get(0).subscale())));
    }

    /** The rules: one row for each threshold, with the points that it adds to which subscale. */
    public Table rules() {
        StringColumn subscale = StringColumn.create("subscale");
        StringColumn rule = StringColumn.create("rule");
        DoubleColumn points = DoubleColumn.create("points");
        for (CreditSubscale each : SUBSCALES) {
            for (CreditColumn column : COLUMNS) {
                for (int t = 0; t < column.thresholds().size() && each.columns().contains(column.name()); t++) {
                    subscale.append(each.name());
                    rule.append(column.name()
                            + (column.rising() ? " ≥ " : " < ")
                            + column.thresholds().get(t));
                    points.append(column.points().get(t));
                }
            }
        }
        return Table.create("rules", subscale, rule, points);
    }

    private static void requireValues(List<Integer> values) {
        if (values.size() != COLUMNS.size()) {
            throw new IllegalArgumentException("A case has " + COLUMNS.size() + " values, one for each of "
                    + COLUMNS.stream().map(CreditColumn::name).toList() + "; got " + values + ".");
        }
        for (int c = 0; c < values.size(); c++) {
            CreditColumn column = COLUMNS.get(c);
            if (values.get(c) < column.low() || values.get(c) > column.high()) {
                throw new IllegalArgumentException("The column \"" + column.name() + "\" runs from " + column.low()
                        + " to " + column.high() + "; got " + values.get(c) + ".");
            }
        }
    }
}
