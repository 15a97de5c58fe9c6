package practicum.wired;

import java.util.ArrayList;
import java.util.List;

/**
 * One attention head being wired: a score is a sum of rules, and so is what the head writes. Each rule has dimensions of
 * the head for itself, so that rules do not mix.
 */
final class HeadWiring {
    /** A number of a matrix between the stream and the head. */
    record Entry(int stream, int inner, double value) {}

    private final List<Entry> queries = new ArrayList<>();
    private final List<Entry> keys = new ArrayList<>();
    private final List<Entry> values = new ArrayList<>();
    private final List<Entry> outputs = new ArrayList<>();
    private int scoring;
    private int moving;

    /** Adds strength · Σᵢ query[asked[i]] · key[offered[i]] to the score: how much two places agree. */
    HeadWiring match(int[] asked, int[] offered, double strength) {
        if (asked.length != offered.length) {
            throw new IllegalArgumentException(asked.length + " dimensions cannot match " + offered.length + ".");
        }
        for (int i = 0; i < asked.length; i++) {
            queries.add(new Entry(asked[i], scoring + i, strength));
            keys.add(new Entry(offered[i], scoring + i, 1));
        }
        scoring += asked.length;
        return this;
    }

    /** Adds strength · (Σᵢ query[asked[i]]) · key[offered] to the score: whoever asks, one thing is looked for. */
    HeadWiring seek(int[] asked, int offered, double strength) {
        for (int dim : asked) {
            queries.add(new Entry(dim, scoring, strength));
        }
        keys.add(new Entry(offered, scoring, 1));
        scoring++;
        return this;
    }

    /** Writes strength times what stands in some dimensions, where it looks, into others. */
    HeadWiring move(int[] from, int[] to, double strength) {
        if (from.length != to.length) {
            throw new IllegalArgumentException(from.length + " dimensions cannot move to " + to.length + ".");
        }
        for (int i = 0; i < from.length; i++) {
            values.add(new Entry(from[i], moving + i, 1));
            outputs.add(new Entry(to[i], moving + i, strength));
        }
        moving += from.length;
        return this;
    }

    /** Writes strength times the sum of some dimensions, where it looks, into one. */
    HeadWiring flag(int[] from, int to, double strength) {
        for (int dim : from) {
            values.add(new Entry(dim, moving, 1));
        }
        outputs.add(new Entry(to, moving, strength));
        moving++;
        return this;
    }

    /** How many dimensions the head needs. */
    int width() {
        return Math.max(1, Math.max(scoring, moving));
    }

    /** Entries of W_Q, W_K and W_V [d_model, d_head], in this order. */
    List<List<Entry>> readers() {
        return List.of(queries, keys, values);
    }

    /** Entries of W_O [d_head, d_model]. */
    List<Entry> outputs() {
        return outputs;
    }
}
