package practicum.answer;

import java.util.Arrays;

/**
 * Gives each of the expected things another of the given ones that agrees with it, as many as can be: by augmenting paths
 * (Kuhn 1955). With tolerances, taking the first that agrees would leave others without a partner.
 */
final class Pairing {
    /** Whether an expected thing agrees with a given one, by their places. */
    @FunctionalInterface
    interface Agreement {
        boolean of(int expected, int given);
    }

    private final Agreement agreement;
    private final int[] takenBy;

    private Pairing(Agreement agreement, int count) {
        this.agreement = agreement;
        this.takenBy = new int[count];
        Arrays.fill(takenBy, -1);
    }

    /** For each of {@code count} expected things the place of its partner among as many given ones, or −1. */
    static int[] of(int count, Agreement agreement) {
        var pairing = new Pairing(agreement, count);
        for (int i = 0; i < count; i++) {
            if (pairing.takenBy[i] >= 0 || !agreement.of(i, i)) {
                pairing.place(i, new boolean[count]);
            } else {
                pairing.takenBy[i] = i;
            }
        }
        var partners = new int[count];
        Arrays.fill(partners, -1);
        for (int j = 0; j < count; j++) {
            if (pairing.takenBy[j] >= 0) {
                partners[pairing.takenBy[j]] = j;
            }
        }
        return partners;
    }

    /** The first expected thing without a partner, or −1. */
    static int firstAlone(int[] partners) {
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] < 0) {
                return i;
            }
        }
        return -1;
    }

    private boolean place(int i, boolean[] tried) {
        for (int j = 0; j < tried.length; j++) {
            if (!tried[j] && agreement.of(i, j)) {
                tried[j] = true;
                if (takenBy[j] < 0 || place(takenBy[j], tried)) {
                    takenBy[j] = i;
                    return true;
                }
            }
        }
        return false;
    }
}
