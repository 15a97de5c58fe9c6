package practicum.similarity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two submissions that share code.
 *
 * @param first one of them
 * @param second the other
 * @param similarity the part of the smaller one's fingerprints that both have, from 0 to 1
 * @param shared how many fingerprints that are
 * @param identical cells that are the same but for spaces
 * @param firstLines per cell of the first the lines that are in the second too
 * @param secondLines per cell of the second the lines that are in the first too
 */
public record Likeness(
        Work first,
        Work second,
        double similarity,
        int shared,
        List<String> identical,
        Map<String, Set<Integer>> firstLines,
        Map<String, Set<Integer>> secondLines) {
    public Likeness {
        identical = List.copyOf(identical);
        firstLines = Map.copyOf(firstLines);
        secondLines = Map.copyOf(secondLines);
    }
}
