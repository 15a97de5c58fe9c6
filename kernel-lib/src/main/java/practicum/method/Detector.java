package practicum.method;

import java.util.stream.IntStream;

/** A kind of head, told by where it looks in a text of random tokens said twice. */
public enum Detector {
    /** Looks at the token before. */
    PREVIOUS_TOKEN {
        @Override
        int target(int position, int period) {
            return position - 1;
        }
    },
    /** In the second half, looks at the same token in the first. */
    DUPLICATE_TOKEN {
        @Override
        int target(int position, int period) {
            return position - period;
        }
    },
    /** In the second half, looks at what followed the same token in the first (Olsson et al. 2022, arXiv 2209.11895). */
    INDUCTION {
        @Override
        int target(int position, int period) {
            return position - period + 1;
        }
    };

    /** Where a head of this kind looks from a position, counted from the first random token. */
    abstract int target(int position, int period);

    /** The positions that are asked, counted from the first random token. */
    IntStream positions(int period) {
        return IntStream.range(this == PREVIOUS_TOKEN ? 1 : period, 2 * period);
    }
}
