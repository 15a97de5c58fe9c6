package practicum.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import practicum.model.ModelException;
import practicum.tensor.Seeds;

/**
 * How many bits it takes to tell somebody the labels of vectors that both have, by the online code: the labels are sent
 * portion by portion, each coded with a probe trained on those sent before, the first with one code for all labels. Labels
 * that are easy to learn from few vectors cost few bits; ones that must be learned by heart cost much, even where a probe
 * that has seen all of them is always right.
 *
 * <p>Source: Voita and Titov 2020, "Information-theoretic probing with minimum description length", arXiv 2003.12298.
 *
 * @param words how many labels were sent
 * @param labels how many different ones there are
 * @param portions what each portion cost, in the order sent
 */
public record OnlineCode(int words, int labels, List<Portion> portions) {
    private static final double[] SHARES = {0.002, 0.004, 0.008, 0.016, 0.032, 0.0625, 0.125, 0.25, 0.5, 1};

    /**
     * Labels that were sent together.
     *
     * @param known labels that the receiver had before
     * @param sent labels in this portion
     * @param bits what they cost
     */
    public record Portion(int known, int sent, double bits) {}

    public OnlineCode {
        portions = List.copyOf(portions);
    }

    /**
     * The code of some words' labels in portions that double, with 0.2 % of them in the first, but at least two.
     *
     * @param seed of the order in which words are sent
     */
    public static OnlineCode of(ProbeFamily family, LabelledWords words, long seed) {
        int[] ends = Arrays.stream(SHARES)
                .mapToInt(share -> Math.max(2, (int) Math.round(share * words.size())))
                .distinct()
                .toArray();
        return of(family, words, ends, seed);
    }

    /**
     * The code of some words' labels.
     *
     * @param ends how many labels have been sent after each portion; the last is all of them
     * @param seed of the order in which words are sent
     * @throws ModelException if the ends do not rise to the number of words, or all labels are the same
     */
    public static OnlineCode of(ProbeFamily family, LabelledWords words, int[] ends, long seed) {
        requireRising(ends, words.size());
        List<String> labels = List.copyOf(new TreeSet<>(words.labels()));
        LabelledWords mixed = words.only(order(words.size(), seed));
        List<Portion> portions = new ArrayList<>();
        portions.add(new Portion(0, ends[0], ends[0] * log2(labels.size())));
        for (int i = 0; i + 1 < ends.length; i++) {
            Probe probe = family.train(part(mixed, 0, ends[i]), labels);
            double nats = Arrays.stream(probe.surprisals(part(mixed, ends[i], ends[i + 1])))
                    .sum();
            portions.add(new Portion(ends[i], ends[i + 1] - ends[i], nats / Math.log(2)));
        }
        return new OnlineCode(words.size(), labels.size(), portions);
    }

    private static void requireRising(int[] ends, int words) {
        boolean rising = ends.length > 0 && ends[0] > 0 && ends[ends.length - 1] == words;
        for (int i = 1; i < ends.length; i++) {
            rising &= ends[i] > ends[i - 1];
        }
        if (!rising) {
            throw new ModelException("The ends of portions rise from at least 1 to the number of words, " + words
                    + "; got " + Arrays.toString(ends) + ".");
        }
    }

    private static int[] order(int count, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(order, Seeds.random(seed));
        return order.stream().mapToInt(i -> i).toArray();
    }

    private static LabelledWords part(LabelledWords words, int from, int to) {
        return words.only(IntStream.range(from, to).toArray());
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** What all labels cost. */
    public double bits() {
        return portions.stream().mapToDouble(Portion::bits).sum();
    }

    /** What they cost where nothing is learned and all are thought equally likely. */
    public double uniformBits() {
        return words * log2(labels);
    }

    /** How many times shorter the code is than the uniform one. */
    public double compression() {
        return uniformBits() / bits();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "online code of %,d labels: %,.0f bits, %.2f times shorter than the uniform code",
                words,
                bits(),
                compression());
    }
}
