package practicum.model;

import practicum.token.Tokens;

/** How many bytes a run that is recorded for gradients holds until it has gone back. */
final class GraphSize {
    private GraphSize() {}

    static long bytes(ModelConfig config, Tokens tokens) {
        long rows = tokens.batch();
        long positions = (long) tokens.batch() * tokens.length();
        long heads = (long) config.nHeads() * config.dHead();
        long wide = config.mlp().gated() ? 4L * config.dMlp() : 2L * config.dMlp();
        long perPosition = 10L * config.dModel() + 6L * heads + wide;
        long patterns = 3L * rows * config.nHeads() * tokens.length() * tokens.length();
        return Float.BYTES * (config.nLayers() * (positions * perPosition + patterns) + positions * config.dModel());
    }
}
