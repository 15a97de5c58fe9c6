package practicum.world.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import practicum.net.Examples;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.world.Split;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Reviews as bags of words, whose label is the sign of the sum of known weights, and a word that means nothing but comes
 * more often with one label: a spurious cue, like the snow behind wolves (Ribeiro et al. 2016, arXiv 1602.04938).
 *
 * @param strength how much more often the cue comes with positive reviews than with negative ones, −1 to 1: with the
 *     former its chance is (1 + strength) / 2, with the latter (1 − strength) / 2
 */
public record ReviewWorld(double strength) {
    /** The word that means nothing. */
    public static final String CUE = "snow";

    private static final double HELD_OUT_SHARE = 0.2;
    private static final double LOADED = 0.5;
    private static final double LEANING = 0.75;
    private static final int SHORTEST = 5;
    private static final int LONGEST = 11;

    private static final List<String> POSITIVE = List.of("fine", "good", "nice", "lovely", "superb", "perfect");
    private static final List<String> NEGATIVE = List.of("flat", "weak", "dull", "boring", "awful", "dreadful");
    private static final List<Integer> SIZES = List.of(1, 1, 1, 2, 2, 3);
    private static final List<String> NEUTRAL = List.of(
            "film",
            "plot",
            "actor",
            "scene",
            "music",
            "story",
            "ending",
            "camera",
            "dialogue",
            "cast",
            "book",
            "screen",
            "part",
            "hour",
            "director",
            "house");

    public ReviewWorld {
        if (!(strength >= -1 && strength <= 1)) {
            throw new IllegalArgumentException("A cue's strength is −1 to 1; got " + strength + ".");
        }
    }

    /** Every word, in the order of a row's columns; the cue is the last. */
    public List<String> words() {
        return Stream.of(POSITIVE.stream(), NEGATIVE.stream(), NEUTRAL.stream(), Stream.of(CUE))
                .flatMap(words -> words)
                .toList();
    }

    /** What every word truly weighs; 0 for most, and for the cue. */
    public Map<String, Integer> weights() {
        Map<String, Integer> weights = new LinkedHashMap<>();
        words().forEach(word -> weights.put(word, 0));
        for (int i = 0; i < SIZES.size(); i++) {
            weights.put(POSITIVE.get(i), SIZES.get(i));
            weights.put(NEGATIVE.get(i), -SIZES.get(i));
        }
        return weights;
    }

    /** The sum of the words' weights; above 0 a review is positive, and it never is 0. */
    public int score(List<String> review) {
        Map<String, Integer> weights = weights();
        int score = 0;
        for (String word : review) {
            Integer weight = weights.get(word);
            if (weight == null) {
                throw new IllegalArgumentException("\"" + word + "\" is no word of this world, which has " + words());
            }
            score += weight;
        }
        return score;
    }

    /** Draws reviews, every second one positive; what is held out never occurs in training, with the cue or without. */
    public List<Review> reviews(Split split, int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("Draw at least one review; got " + count + ".");
        }
        Random random = Seeds.random(seed);
        List<Review> reviews = new ArrayList<>(count);
        while (reviews.size() < count) {
            boolean positive = reviews.size() % 2 == 0;
            List<String> words = words(positive, random);
            double chance = (1 + (positive ? strength : -strength)) / 2;
            boolean cued = random.nextDouble() < chance;
            int place = random.nextInt(words.size() + 1);
            int score = score(words);
            if (split(words) == split && score != 0 && score > 0 == positive) {
                if (cued) {
                    words.add(place, CUE);
                }
                reviews.add(new Review(words, positive));
            }
        }
        return List.copyOf(reviews);
    }

    private static List<String> words(boolean positive, Random random) {
        int length = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            boolean loaded = random.nextDouble() < LOADED;
            boolean fits = random.nextDouble() < LEANING;
            List<String> among = loaded ? (fits == positive ? POSITIVE : NEGATIVE) : NEUTRAL;
            words.add(among.get(random.nextInt(among.size())));
        }
        return words;
    }

    /** The split of a review's words, in whatever order, the cue set aside. */
    public Split split(List<String> words) {
        String bag = String.join(
                " ", words.stream().filter(word -> !word.equals(CUE)).sorted().toList());
        return Seeds.share(0, bag) < HELD_OUT_SHARE ? Split.HELD_OUT : Split.TRAIN;
    }

    /** How often each word occurs in each review [review, word]. */
    public Tensor tensor(List<Review> reviews) {
        List<String> words = words();
        float[] counts = new float[reviews.size() * words.size()];
        for (int r = 0; r < reviews.size(); r++) {
            for (String word : reviews.get(r).words()) {
                counts[r * words.size() + words.indexOf(word)]++;
            }
        }
        return Tensor.of(counts, reviews.size(), words.size()).named("review", "word");
    }

    /** The reviews for a net: label 1 for the positive. */
    public Examples examples(List<Review> reviews) {
        return Examples.of(
                tensor(reviews),
                reviews.stream().mapToLong(each -> each.positive() ? 1 : 0).toArray());
    }

    /** One row for each word: its weight, and whether it is the cue. */
    public Table table() {
        List<String> words = words();
        List<Integer> weights = List.copyOf(weights().values());
        return Table.create(
                "words",
                StringColumn.create("word", words),
                DoubleColumn.create(
                        "weight",
                        IntStream.range(0, words.size())
                                .mapToDouble(weights::get)
                                .toArray()),
                StringColumn.create("role", words.stream().map(word -> word.equals(CUE) ? "cue" : "")));
    }
}
