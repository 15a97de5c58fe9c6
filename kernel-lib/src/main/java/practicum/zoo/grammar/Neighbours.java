package practicum.zoo.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader that knows neighbours only: which word stood most often between these two, or else behind the left one, or else
 * anywhere. What it gets right needs no grammar.
 */
final class Neighbours {
    private static final long ANY = -1;

    private final Map<List<Long>, Map<Long, Integer>> counts = new HashMap<>();

    /** Counts the words of texts [text][pos]. */
    Neighbours(long[][] texts) {
        for (long[] text : texts) {
            for (int i = 1; i + 1 < text.length; i++) {
                count(text[i - 1], text[i + 1], text[i]);
                count(text[i - 1], ANY, text[i]);
                count(ANY, ANY, text[i]);
            }
        }
    }

    private void count(long left, long right, long word) {
        counts.computeIfAbsent(List.of(left, right), none -> new HashMap<>()).merge(word, 1, Integer::sum);
    }

    /** What stands between two words most often. */
    long between(long left, long right) {
        Map<Long, Integer> none = Map.of();
        Map<Long, Integer> both = counts.getOrDefault(List.of(left, right), none);
        Map<Long, Integer> before = both.isEmpty() ? counts.getOrDefault(List.of(left, ANY), none) : both;
        return mostFrequent(before.isEmpty() ? counts.getOrDefault(List.of(ANY, ANY), none) : before);
    }

    private static long mostFrequent(Map<Long, Integer> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.<Long, Integer>comparingByKey().reversed()))
                .orElseThrow()
                .getKey();
    }
}
