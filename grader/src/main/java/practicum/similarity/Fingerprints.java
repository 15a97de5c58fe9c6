package practicum.similarity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A document's fingerprints by winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): of every {@value #WINDOW}
 * neighbouring runs of {@value #RUN} tokens the one with the smallest hash is kept. Two documents that share
 * {@value #RUN} + {@value #WINDOW} - 1 tokens in a row share a fingerprint, wherever the passage stands.
 */
final class Fingerprints {
    static final int RUN = 10;
    static final int WINDOW = 5;

    private Fingerprints() {}

    /** Per fingerprint the lines that its run covers first. */
    static Map<Long, Span> of(List<Token> tokens) {
        var prints = new HashMap<Long, Span>();
        long[] hashes = hashes(tokens);
        var smallest = new ArrayDeque<Integer>();
        int last = -1;
        for (int i = 0; i < hashes.length; i++) {
            // Of equal ones the rightmost stays, as the paper has it.
            while (!smallest.isEmpty() && hashes[smallest.getLast()] >= hashes[i]) {
                smallest.removeLast();
            }
            smallest.addLast(i);
            if (smallest.getFirst() <= i - WINDOW) {
                smallest.removeFirst();
            }
            boolean full = i >= WINDOW - 1 || i == hashes.length - 1;
            int chosen = smallest.getFirst();
            if (full && chosen != last) {
                last = chosen;
                var from = tokens.get(chosen).line();
                prints.putIfAbsent(
                        hashes[chosen],
                        new Span(from, tokens.get(chosen + RUN - 1).line()));
            }
        }
        return prints;
    }

    /** The hashes of all runs, chosen or not. */
    static Set<Long> all(List<Token> tokens) {
        var all = new HashSet<Long>();
        for (long hash : hashes(tokens)) {
            all.add(hash);
        }
        return all;
    }

    /** The lines of a passage, both included. */
    record Span(int from, int to) {}

    private static long[] hashes(List<Token> tokens) {
        int count = Math.max(0, tokens.size() - RUN + 1);
        long[] hashes = new long[count];
        List<Long> each = new ArrayList<>();
        tokens.forEach(token -> each.add(mixed(token.kind().hashCode())));
        for (int i = 0; i < count; i++) {
            long hash = 0;
            for (int j = 0; j < RUN; j++) {
                hash = hash * 0x100000001B3L + each.get(i + j);
            }
            hashes[i] = mixed(hash);
        }
        return hashes;
    }

    private static long mixed(long bits) {
        long x = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        x = (x ^ x >>> 27) * 0x94D049BB133111EBL;
        return x ^ x >>> 31;
    }
}
