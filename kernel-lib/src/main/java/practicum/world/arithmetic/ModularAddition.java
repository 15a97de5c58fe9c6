package practicum.world.arithmetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.world.Split;
import practicum.world.Vocabulary;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Addition modulo p: all p² sums a + b mod p, some of them for training. A model that has memorised those may much later
 * find the rule that gives the others: it groks (Power et al. 2022, arXiv 2201.02177), and the rule that it finds is known
 * (Nanda et al. 2023, arXiv 2301.05217): {@link FourierSolution}.
 *
 * <p>A prompt is three tokens, "a b =", and the answer is the next. The number n is token n, and "=" is token p, so that
 * the first p rows of an embedding belong to the numbers in order. No {@code <bos>} stands in front.
 *
 * <p>Sums are drawn for training one by one, as in the paper: a + b may be trained on and b + a held out. A model that has
 * merely learned that the order does not matter knows those; {@link #strangers} are the held-out sums for which that
 * does not help.
 */
public final class ModularAddition {
    /** The modulus of the paper. */
    public static final int MODULUS = 113;

    /** The share of all sums that the paper trains on. */
    public static final double TRAIN_SHARE = 0.3;

    static final String EQUALS = "=";

    private final int modulus;
    private final List<Sum> trained;
    private final List<Sum> heldOut;
    private final Vocabulary vocabulary;

    private ModularAddition(int modulus, double trainShare, long seed) {
        this.modulus = modulus;
        List<Sum> sums = new ArrayList<>();
        for (int a = 0; a < modulus; a++) {
            for (int b = 0; b < modulus; b++) {
                sums.add(new Sum(a, b, (a + b) % modulus));
            }
        }
        Collections.shuffle(sums, Seeds.random(seed));
        int count = (int) Math.round(trainShare * sums.size());
        trained = List.copyOf(sums.subList(0, count));
        heldOut = List.copyOf(sums.subList(count, sums.size()));
        vocabulary = Vocabulary.bare(
                Stream.concat(IntStream.range(0, modulus).mapToObj(Integer::toString), Stream.of(EQUALS))
                        .toList());
        requireEveryNumberInTraining(trainShare);
    }

    /** The paper's task: modulo 113, 30 % of the sums for training. */
    public static ModularAddition of(long seed) {
        return of(MODULUS, TRAIN_SHARE, seed);
    }

    /**
     * Addition modulo any number.
     *
     * @param modulus p, at least 2; the paper's solution needs an odd one, and a prime so that every frequency will do
     * @param trainShare the share of the p² sums to train on, above 0 and below 1
     * @throws IllegalArgumentException if some number would occur in no training sum, or nothing be held out
     */
    public static ModularAddition of(int modulus, double trainShare, long seed) {
        if (modulus < 2) {
            throw new IllegalArgumentException("A modulus is at least 2; got " + modulus + ".");
        }
        if (!(trainShare > 0 && trainShare < 1)) {
            throw new IllegalArgumentException("The share of sums to train on lies between 0 and 1; got " + trainShare
                    + ". With 1 there would be nothing to test on.");
        }
        return new ModularAddition(modulus, trainShare, seed);
    }

    private void requireEveryNumberInTraining(double trainShare) {
        Set<Integer> seen = new HashSet<>();
        trained.forEach(sum -> Collections.addAll(seen, sum.a(), sum.b()));
        if (seen.size() < modulus || heldOut.isEmpty()) {
            throw new IllegalArgumentException("Training on " + trained.size() + " of " + modulus * modulus
                    + " sums (a share of " + trainShare + ") "
                    + (heldOut.isEmpty()
                            ? "leaves none to test on. Take a smaller share."
                            : "leaves " + (modulus - seen.size()) + " of the " + modulus
                                    + " numbers without any training sum, so nobody could know them. Take a larger"
                                    + " share."));
        }
    }

    /** p. */
    public int modulus() {
        return modulus;
    }

    /** The sums to train on, or the others, in random order. */
    public List<Sum> sums(Split split) {
        return split == Split.TRAIN ? trained : heldOut;
    }

    /** The held-out sums whose mirror image is held out too. */
    public List<Sum> strangers() {
        Set<Sum> held = new HashSet<>(heldOut);
        return heldOut.stream().filter(sum -> held.contains(sum.mirror())).toList();
    }

    /** The sums as token ids [sum, 3]: a, b and "=". */
    public Tensor prompts(Split split) {
        long[] ids = sums(split).stream()
                .flatMapToLong(sum -> IntStream.of(sum.a(), sum.b(), modulus).asLongStream())
                .toArray();
        return Tensor.of(ids, ids.length / 3, 3).named("sum", "pos");
    }

    /** The answers as token ids [sum], in the order of {@link #prompts}. */
    public Tensor answers(Split split) {
        return Tensor.of(sums(split).stream().mapToLong(Sum::answer).toArray()).named("sum");
    }

    /** The numbers in order, "=", and {@code <unk>}. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** One row per sum: a, b, their sum, and its split. */
    public Table table() {
        List<Sum> all = Stream.concat(trained.stream(), heldOut.stream()).toList();
        Stream<Split> splits =
                IntStream.range(0, all.size()).mapToObj(i -> i < trained.size() ? Split.TRAIN : Split.HELD_OUT);
        return Table.create(
                "a + b mod " + modulus,
                IntColumn.create("a", all.stream().mapToInt(Sum::a)),
                IntColumn.create("b", all.stream().mapToInt(Sum::b)),
                IntColumn.create("answer", all.stream().mapToInt(Sum::answer)),
                StringColumn.create("split", splits.map(Split::name)));
    }

    @Override
    public String toString() {
        return "ModularAddition[modulus=" + modulus + ", train=" + trained.size() + ", heldOut=" + heldOut.size() + "]";
    }
}
