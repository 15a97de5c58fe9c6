package practicum.model;

import practicum.tensor.MemoryMeter;
import practicum.token.Tokens;

/**
 * The most memory that a run holds at once, told from three short prompts: it is a constant, plus something for each
 * position, plus something for each pair of positions in a row.
 */
record PeakMemory(double constant, double perPosition, double perPair) {
    private static final int SHORTEST = 8;

    static PeakMemory of(Transformer model, Recording recording) {
        int unit = Math.max(1, Math.min(SHORTEST, model.config().nCtx() / 4));
        double one = measured(model, recording, unit);
        double two = measured(model, recording, 2 * unit);
        double four = measured(model, recording, 4 * unit);
        // A quadratic through three points at 1, 2 and 4 units.
        double square = ((four - two) / 2 - (two - one)) / 3;
        double linear = two - one - 3 * square;
        return new PeakMemory(one - linear - square, linear / unit, square / ((double) unit * unit));
    }

    /** Counted on this thread alone: what else is freed meanwhile does not make it look like less. */
    private static double measured(Transformer model, Recording recording, int length) {
        try (MemoryMeter meter = MemoryMeter.open()) {
            model.runUnchecked(Tokens.ofIds(new long[length]), recording).close();
            return meter.peakBytes();
        }
    }

    long bytes(Tokens tokens) {
        double positions = (double) tokens.batch() * tokens.length();
        return Math.round(constant + positions * (perPosition + perPair * tokens.length()));
    }
}
