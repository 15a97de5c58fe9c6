package practicum.source;

import java.util.Collection;
import java.util.Comparator;

/** Finds the known name that is meant by an unknown one. */
final class Spelling {
    private Spelling() {}

    /** A sentence that names the nearest known name, or all of them where none is near. */
    static String suggest(String unknown, Collection<String> known) {
        String nearest = known.stream()
                .min(Comparator.comparingInt(name -> distance(unknown, name)))
                .orElse("");
        if (distance(unknown, nearest) <= Math.max(1, nearest.length() / 3)) {
            return "Did you mean \"" + nearest + "\"?";
        }
        return "Known are: " + String.join(", ", known.stream().sorted().toList()) + ".";
    }

    /** The fewest insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
