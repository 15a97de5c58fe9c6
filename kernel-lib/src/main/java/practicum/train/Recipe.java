package practicum.train;

/**
 * How a model is trained. The same recipe on the same number of threads gives the same weights, bit for bit.
 *
 * @param seed of the initial weights and of the text
 * @param steps optimiser steps
 * @param batch sequences in a step
 * @param context tokens in a sequence
 * @param rate the highest learning rate
 * @param warmup steps in which the rate rises from zero
 * @param decay the last part of the steps, between 0 and 1, in which the rate falls to zero
 * @param optimiser AdamW's constants
 * @param threads cores that one operation may use
 */
public record Recipe(
        long seed,
        int steps,
        int batch,
        int context,
        double rate,
        int warmup,
        double decay,
        AdamW.Settings optimiser,
        int threads) {

    /** The learning rate of a step, counted from 0: a linear rise, a plateau, a linear fall. */
    public double rate(int step) {
        double rise = Math.min(1, (step + 1.0) / warmup);
        double fall = Math.min(1, (steps - step) / (steps * decay));
        return rate * rise * fall;
    }

    /** Tokens that the whole training sees. */
    public long tokens() {
        return (long) steps * batch * context;
    }

    /** This recipe with another number of steps: the schedule is stretched. */
    public Recipe withSteps(int newSteps) {
        return new Recipe(seed, newSteps, batch, context, rate, warmup, decay, optimiser, threads);
    }
}
