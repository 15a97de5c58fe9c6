package practicum.world.causal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.world.Split;

/**
 * Does a price lie between two others? "Say yes only if it costs between 2.51 and 5.43 dollars" (Wu et al. 2023, arXiv
 * 2305.08809). Prices are in cents, 0 to 999, and both bounds count as between. Four causal models give the same
 * answers by other steps; only interventions tell them apart.
 */
public final class PriceInterval {
    private static final int PRICES = 1000;
    private static final double HELD_OUT_SHARE = 0.2;

    private final long seed;

    private PriceInterval(long seed) {
        this.seed = seed;
    }

    /** The task; the seed decides which bounds are held out. */
    public static PriceInterval of(long seed) {
        return new PriceInterval(seed);
    }

    private static CausalModel start(String name) {
        return CausalModel.of(name, "lower", "upper", "amount");
    }

    /** Two truth values: the amount is not below the lower bound, and not above the upper one. */
    public static CausalModel bothBoundaries() {
        return start("both boundaries")
                .truth("above", in -> in.get("amount") >= in.get("lower"))
                .truth("below", in -> in.get("amount") <= in.get("upper"))
                .truth("between", in -> in.is("above") && in.is("below"));
    }

    /** One truth value: the amount is not below the lower bound; the upper one is compared at the end. */
    public static CausalModel lowerBoundary() {
        return start("lower boundary")
                .truth("above", in -> in.get("amount") >= in.get("lower"))
                .truth("between", in -> in.is("above") && in.get("amount") <= in.get("upper"));
    }

    /** The distance of the amount from the middle of the bounds, in half cents, compared with half their distance. */
    public static CausalModel midpoint() {
        return start("midpoint")
                .variable("distance", in -> Math.abs(2 * in.get("amount") - in.get("lower") - in.get("upper")))
                .truth("between", in -> in.get("distance") <= in.get("upper") - in.get("lower"));
    }

    /** The bounds as one thing, 1000 · lower + upper, that is taken apart again at the end. */
    public static CausalModel bracketIdentity() {
        return start("bracket identity")
                .variable("bracket", in -> PRICES * in.get("lower") + in.get("upper"))
                .truth(
                        "between",
                        in -> in.get("amount") >= in.get("bracket") / PRICES
                                && in.get("amount") <= in.get("bracket") % PRICES);
    }

    /** So many inputs: half of the amounts are between the bounds, a quarter below and a quarter above. */
    public List<Setting> inputs(Split split, int count, long drawSeed) {
        Random random = Seeds.random(drawSeed);
        List<Setting> inputs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            inputs.add(input(split, i % 4, random));
        }
        return List.copyOf(inputs);
    }

    private Setting input(Split split, int kind, Random random) {
        while (true) {
            int one = 1 + random.nextInt(PRICES - 2);
            int other = 1 + random.nextInt(PRICES - 2);
            int lower = Math.min(one, other);
            int upper = Math.max(one, other);
            if (lower < upper && split(lower, upper) == split) {
                return Setting.of("lower", lower)
                        .with("upper", upper)
                        .with("amount", amount(kind, lower, upper, random));
            }
        }
    }

    private static int amount(int kind, int lower, int upper, Random random) {
        return switch (kind) {
            case 0 -> random.nextInt(lower);
            case 1 -> upper + 1 + random.nextInt(PRICES - upper - 1);
            default -> lower + random.nextInt(upper - lower + 1);
        };
    }

    /** The split of a pair of bounds, whatever the amount. */
    public Split split(int lower, int upper) {
        return Seeds.share(seed, lower + "-" + upper) < HELD_OUT_SHARE ? Split.HELD_OUT : Split.TRAIN;
    }

    /** Pairs of inputs in which one variable of a model is interchanged; every second one changes the answer. */
    public List<InterchangeExample> interchanges(
            CausalModel model, String variable, Split split, int count, long drawSeed) {
        return InterchangeExamples.draw(
                model,
                variable,
                random -> input(split, random.nextInt(4), random),
                (base, random) -> input(split, random.nextInt(4), random),
                count,
                drawSeed);
    }

    /** What a network sees: lower bound, upper bound and amount in dollars, divided by ten [input, 3]. */
    public static Tensor tensor(List<Setting> inputs) {
        double[][] rows = inputs.stream()
                .map(in -> new double[] {scaled(in, "lower"), scaled(in, "upper"), scaled(in, "amount")})
                .toArray(double[][]::new);
        return Tensor.of(rows).named("input", "value");
    }

    private static double scaled(Setting input, String variable) {
        return (double) input.get(variable) / PRICES;
    }

    /** The question in words, to be answered with yes or no. */
    public static String prompt(Setting input) {
        return "say yes only if it costs between " + dollars(input.get("lower")) + " and "
                + dollars(input.get("upper")) + " dollars , otherwise no . it costs " + dollars(input.get("amount"))
                + " dollars :";
    }

    private static String dollars(int cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }
}
