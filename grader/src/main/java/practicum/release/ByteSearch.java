package practicum.release;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Thousands of byte patterns searched for at once, in streams of any length. */
final class ByteSearch {
    private static final int WINDOW = 4;
    private static final int CHUNK = 1 << 25;
    private static final int HASH_BITS = 22;

    private final Map<Integer, List<Anchor>> anchors = new HashMap<>();
    private final BitSet hashes = new BitSet(1 << HASH_BITS);
    private final int longest;

    /** Where in a pattern its rarest four bytes stand, by which it is found. */
    private record Anchor(String name, byte[] pattern, int offset) {}

    /**
     * A search.
     *
     * @param patterns what to search for, each with the name that it is reported by; four bytes long or longer
     */
    ByteSearch(Map<String, List<byte[]>> patterns) {
        var counts = new HashMap<Integer, Integer>();
        patterns.values().forEach(each -> each.forEach(pattern -> count(pattern, counts)));
        int most = WINDOW;
        for (var entry : patterns.entrySet()) {
            for (byte[] pattern : entry.getValue()) {
                int offset = rarest(pattern, counts);
                int word = word(pattern, offset);
                anchors.computeIfAbsent(word, none -> new ArrayList<>())
                        .add(new Anchor(entry.getKey(), pattern, offset));
                hashes.set(hash(word));
                most = Math.max(most, pattern.length);
            }
        }
        this.longest = most;
    }

    /** The names of the patterns that a stream holds. */
    Set<String> in(InputStream stream) throws IOException {
        var found = new TreeSet<String>();
        byte[] chunk = new byte[0];
        while (true) {
            byte[] fresh = stream.readNBytes(CHUNK);
            // What began at the end of the last chunk may end in this one.
            byte[] tail = Arrays.copyOfRange(chunk, Math.max(0, chunk.length - longest), chunk.length);
            chunk = Arrays.copyOf(tail, tail.length + fresh.length);
            System.arraycopy(fresh, 0, chunk, tail.length, fresh.length);
            search(chunk, found);
            if (fresh.length < CHUNK) {
                return found;
            }
        }
    }

    private void search(byte[] bytes, Set<String> found) {
        int word = 0;
        for (int i = 0; i < bytes.length; i++) {
            word = word << 8 | bytes[i] & 0xFF;
            if (i >= WINDOW - 1 && hashes.get(hash(word))) {
                for (Anchor anchor : anchors.getOrDefault(word, List.of())) {
                    if (stands(anchor, bytes, i - (WINDOW - 1) - anchor.offset())) {
                        found.add(anchor.name());
                    }
                }
            }
        }
    }

    private static boolean stands(Anchor anchor, byte[] bytes, int start) {
        int end = start + anchor.pattern().length;
        return start >= 0
                && end <= bytes.length
                && Arrays.equals(bytes, start, end, anchor.pattern(), 0, anchor.pattern().length);
    }

    private static void count(byte[] pattern, Map<Integer, Integer> counts) {
        if (pattern.length < WINDOW) {
            throw new IllegalArgumentException("A pattern of " + pattern.length + " bytes would be found everywhere.");
        }
        for (int i = 0; i + WINDOW <= pattern.length; i++) {
            counts.merge(word(pattern, i), 1, Integer::sum);
        }
    }

    private static int rarest(byte[] pattern, Map<Integer, Integer> counts) {
        int best = 0;
        for (int i = 1; i + WINDOW <= pattern.length; i++) {
            if (counts.getOrDefault(word(pattern, i), 0) < counts.getOrDefault(word(pattern, best), 0)) {
                best = i;
            }
        }
        return best;
    }

    private static int word(byte[] bytes, int at) {
        int word = 0;
        for (int i = at; i < at + WINDOW; i++) {
            word = word << 8 | bytes[i] & 0xFF;
        }
        return word;
    }

    private static int hash(int word) {
        return word * 0x9E3779B1 >>> 32 - HASH_BITS;
    }
}
