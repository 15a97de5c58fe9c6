package practicum.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import practicum.hook.HookException;
import practicum.hook.Intervention;
import practicum.token.Tokens;

/** Refuses changes that would reach nothing but padding: they would seem to work, and change no result. */
final class Padding {
    private Padding() {}

    /** @throws HookException if a change names positions and all of them are padding in all rows that it names */
    static void requireMoreThanPadding(Tokens tokens, List<Intervention> interventions) {
        if (!tokens.isPadded()) {
            return;
        }
        for (Intervention intervention : interventions) {
            Map<String, int[]> chosen = intervention.site().indices();
            int[] positions = chosen.getOrDefault("pos", chosen.getOrDefault("query_pos", new int[0]));
            int[] rows = chosen.getOrDefault(
                    "batch", IntStream.range(0, tokens.batch()).toArray());
            boolean onlyPadding =
                    positions.length > 0 && Arrays.stream(rows).allMatch(r -> areAllPadding(tokens, r, positions));
            if (onlyPadding) {
                throw new HookException("\"" + intervention + "\" names nothing but padding, of which the rows have "
                        + Arrays.toString(IntStream.range(0, tokens.batch())
                                .map(tokens::padding)
                                .toArray())
                        + " positions at their start. Count from the end, as in at(-1), or name the row too.");
            }
        }
    }

    private static boolean areAllPadding(Tokens tokens, int row, int[] positions) {
        int r = row < 0 ? row + tokens.batch() : row;
        return r >= 0
                && r < tokens.batch()
                && Arrays.stream(positions)
                        .map(p -> p < 0 ? p + tokens.length() : p)
                        .allMatch(p -> p >= 0 && p < tokens.padding(r));
    }
}
