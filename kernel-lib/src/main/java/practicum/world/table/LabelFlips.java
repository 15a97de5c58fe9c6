package practicum.world.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.net.Examples;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;

/**
 * Examples some of whose labels were made wrong, and which: what influence functions should find (Koh and Liang 2017, arXiv
 * 1703.04730).
 *
 * @param examples all of them, with the wrong labels
 * @param flipped the rows whose labels are wrong, in rising order
 */
public record LabelFlips(Examples examples, List<Integer> flipped) {
    public LabelFlips {
        flipped = List.copyOf(flipped);
    }

    /**
     * Gives a share of the examples another label, each other one equally likely.
     *
     * @param classes how many labels there are, at least 2
     * @param share of the examples whose label is flipped, rounded to whole ones; 0 to 0.5
     */
    public static LabelFlips of(Examples examples, int classes, double share, long seed) {
        if (classes < 2 || !(share >= 0 && share <= 0.5)) {
            throw new IllegalArgumentException(
                    "Flip 0 to 0.5 of the labels of at least 2 classes; got " + share + " of " + classes + ".");
        }
        long[] labels = examples.labels();
        for (long label : labels) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("There is a label " + label + ", but " + classes
                        + " classes have the labels 0 to " + (classes - 1) + ".");
            }
        }
        Random random = Seeds.random(seed);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, labels.length).boxed().toList());
        Collections.shuffle(order, random);
        List<Integer> flipped = order.subList(0, (int) Math.round(share * labels.length)).stream()
                .sorted()
                .toList();
        flipped.forEach(row -> labels[row] = (labels[row] + 1 + random.nextInt(classes - 1)) % classes);
        return new LabelFlips(new Examples(examples.inputs(), Tensor.of(labels)), flipped);
    }

    /** The share of wrong labels among the first rows of a ranking: precision at so many. */
    public double precision(List<Integer> ranking, int first) {
        if (first < 1 || first > ranking.size()) {
            throw new IllegalArgumentException(
                    "Look at 1 to " + ranking.size() + " rows of the ranking; got " + first + ".");
        }
        return (double) ranking.subList(0, first).stream()
                        .distinct()
                        .filter(flipped::contains)
                        .count()
                / first;
    }
}
