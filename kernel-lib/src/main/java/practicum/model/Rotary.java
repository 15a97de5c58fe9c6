package practicum.model;

/**
 * Rotary positions: pairs of numbers in queries and keys are turned by an angle that grows with the position
 * (Su et al. 2021, arXiv 2104.09864).
 *
 * @param dims how many of a head's numbers are turned, an even count
 * @param interleaved whether a pair is (0, 1), (2, 3), … as in GPT-J, or i and i + dims/2 as elsewhere
 * @param base the slowest pair turns once in about 2π · base positions
 * @param scaling how angles change for prompts longer than those of the training
 */
public record Rotary(int dims, boolean interleaved, double base, RotaryScaling scaling) {
    public Rotary {
        if (dims < 2 || dims % 2 != 0 || !(base > 0)) {
            throw new ModelException(
                    "Rotary positions turn pairs, so they need an even number of dimensions from 2 and a"
                            + " positive base; got " + dims + " and " + base + ".");
        }
    }

    /** Angles per position of each pair [dims / 2], for a prompt of this length. */
    double[] frequencies(int length) {
        return scaling.frequencies(this, length);
    }

    /** Angles per position without scaling, from another base. */
    double[] unscaled(double otherBase) {
        double[] frequencies = new double[dims / 2];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = Math.pow(otherBase, -2.0 * i / dims);
        }
        return frequencies;
    }
}
