package practicum.world.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.world.Draw;
import practicum.world.Mixture;
import practicum.world.TextSource;
import practicum.world.TextStream;
import practicum.world.Vocabulary;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Syllables that follow each other by a known Markov chain, or at random, in passages most of which are said twice. What
 * follows a syllable is known from two sources: the chain, which a table of pairs holds (a model without layers can be one: Elhage et
 * al. 2021, "A Mathematical Framework for Transformer Circuits"), and the passage, if it has been said before (which takes
 * induction: Olsson et al. 2022, arXiv 2209.11895).
 */
public final class ChainWorld {
    private static final List<String> CONSONANTS =
            List.of("b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z");
    private static final List<String> VOWELS = List.of("a", "e", "i", "o");
    /** How often each successor of a syllable follows it, the likeliest first. */
    private static final double[] SHARES = {0.4, 0.2, 0.15, 0.1, 0.05, 0.05, 0.03, 0.02};

    private static final int SHORTEST = 6;
    private static final int LONGEST = 28;
    private static final double SAID_TWICE = 0.6;

    private final List<String> syllables;
    private final List<List<String>> successors;

    private ChainWorld(List<String> syllables, List<List<String>> successors) {
        this.syllables = syllables;
        this.successors = successors;
    }

    /** The world of a seed: 64 syllables, each with 8 successors. */
    public static ChainWorld of(long seed) {
        List<String> syllables = CONSONANTS.stream()
                .flatMap(consonant -> VOWELS.stream().map(vowel -> consonant + vowel))
                .toList();
        Random random = Seeds.random(seed);
        List<List<String>> successors = syllables.stream()
                .map(each -> Draw.some(SHARES.length, syllables, random))
                .toList();
        return new ChainWorld(syllables, successors);
    }

    /** The syllables, in the order of the chain's rows. */
    public List<String> syllables() {
        return syllables;
    }

    /** The probability of each syllable after each [syllable, next]; every row sums to 1. */
    public Tensor transitions() {
        double[][] rows = new double[syllables.size()][syllables.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int rank = 0; rank < SHARES.length; rank++) {
                rows[i][syllables.indexOf(successors.get(i).get(rank))] = SHARES[rank];
            }
        }
        return Tensor.of(rows).named("syllable", "next");
    }

    /** The mean surprise at a syllable for one who knows the chain and not the passage, in nats: what no bigram can better. */
    public double entropyRate() {
        double entropy = 0;
        for (double share : SHARES) {
            entropy -= share * Math.log(share);
        }
        return entropy;
    }

    /** One row per pair that occurs: the syllable, the next, and how often. */
    public Table table() {
        StringColumn from = StringColumn.create("syllable");
        StringColumn to = StringColumn.create("next");
        DoubleColumn share = DoubleColumn.create("share");
        for (int i = 0; i < syllables.size(); i++) {
            for (int rank = 0; rank < SHARES.length; rank++) {
                from.append(syllables.get(i));
                to.append(successors.get(i).get(rank));
                share.append(SHARES[rank]);
            }
        }
        return Table.create("chain", from, to, share);
    }

    /** A passage of the chain. */
    public List<String> passage(int length, Random random) {
        List<String> passage = new ArrayList<>(length);
        String at = Draw.one(syllables, random);
        for (int i = 0; i < length; i++) {
            passage.add(at);
            at = successors.get(syllables.indexOf(at)).get(drawn(random));
        }
        return passage;
    }

    private static int drawn(Random random) {
        double at = random.nextDouble();
        int rank = 0;
        while (rank < SHARES.length - 1 && at >= SHARES[rank]) {
            at -= SHARES[rank++];
        }
        return rank;
    }

    /** {@code period} syllables drawn at random, all different, and the same again: the chain is of no help. */
    public String repeated(int period, long seed) {
        return text(period, seed, true);
    }

    /** As {@link #repeated}, but with other syllables the second time: the control. */
    public String unrepeated(int period, long seed) {
        return text(period, seed, false);
    }

    private String text(int period, long seed, boolean again) {
        if (period < 1 || period > syllables.size()) {
            throw new IllegalArgumentException(
                    "A period has 1 to " + syllables.size() + " different syllables; got " + period + ".");
        }
        Random random = Seeds.random(seed);
        List<String> once = Draw.some(period, syllables, random);
        List<String> then = again ? once : Draw.some(period, syllables, random);
        return String.join(" ", Stream.concat(once.stream(), then.stream()).toList());
    }

    /** Every syllable and its number. */
    public Vocabulary vocabulary() {
        return new Vocabulary(syllables.stream());
    }

    /** Passages of 6 to 28 syllables: half of the chain and half drawn at random, and six of ten of both said twice. */
    public TextSource source() {
        return new Passages();
    }

    /** The training text, in sequences of {@code length} tokens. */
    public TextStream stream(int length) {
        Map<TextSource, Double> all = new LinkedHashMap<>();
        all.put(source(), 1.0);
        return new TextStream(new Mixture(all), vocabulary(), length);
    }

    /** Passages, half of them said twice. */
    private final class Passages implements TextSource {
        @Override
        public String name() {
            return "passages";
        }

        @Override
        public List<String> sentence(Random random) {
            int length = Draw.between(SHORTEST, LONGEST, random);
            List<String> once = random.nextBoolean() ? passage(length, random) : Draw.some(length, syllables, random);
            if (random.nextDouble() >= SAID_TWICE) {
                return once;
            }
            List<String> twice = new ArrayList<>(once);
            twice.addAll(once);
            return twice;
        }

        @Override
        public List<String> frame() {
            return syllables;
        }
    }
}
