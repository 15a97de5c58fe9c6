package practicum.model;

/** Whether values are numbers: NaN and infinity are neither ranked nor averaged in silence. */
final class Numbers {
    /** What to do about logits that are none. */
    static final String ADVICE = "Look for the first hook whose values are not finite, as in"
            + " run.get(Hook.residPost(0)).abs().max(); if it is the embedding, the weights are damaged.";

    private Numbers() {}

    static boolean areFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
