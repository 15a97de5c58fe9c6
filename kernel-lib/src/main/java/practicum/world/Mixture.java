package practicum.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Kinds of text, each with the share of the training tokens that it should have. */
public final class Mixture {
    private static final int SAMPLE = 500;

    private final Map<TextSource, Double> shares = new LinkedHashMap<>();
    private final List<TextSource> sources = new ArrayList<>();
    private final List<Double> bounds = new ArrayList<>();

    /** Shares need not sum to one. Sources with long sentences are drawn less often, so that the share is of tokens. */
    public Mixture(Map<TextSource, Double> shares) {
        double sum = 0;
        for (var entry : shares.entrySet()) {
            if (!(entry.getValue() > 0)) {
                throw new IllegalArgumentException(
                        "The share of " + entry.getKey().name() + " is " + entry.getValue()
                                + "; give a positive one, or leave the source out.");
            }
            this.shares.put(entry.getKey(), entry.getValue());
            sum += entry.getValue() / meanLength(entry.getKey());
            sources.add(entry.getKey());
            bounds.add(sum);
        }
    }

    /** The next sentence, from a source drawn at random. */
    public List<String> sentence(Random random) {
        double at = random.nextDouble() * bounds.get(bounds.size() - 1);
        int i = 0;
        while (bounds.get(i) <= at) {
            i++;
        }
        return sources.get(i).sentence(random);
    }

    /** The sources and their shares, in order. */
    public Map<TextSource, Double> shares() {
        return Collections.unmodifiableMap(shares);
    }

    private static double meanLength(TextSource source) {
        Random random = new Random(0);
        int words = 0;
        for (int i = 0; i < SAMPLE; i++) {
            words += source.sentence(random).size();
        }
        return (double) words / SAMPLE;
    }
}
