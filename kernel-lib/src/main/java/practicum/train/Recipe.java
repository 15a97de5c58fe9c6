package practicum.train;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * How a model is trained. The same recipe on the same number of threads gives the same weights, bit for bit.
 *
 * @param seed of the initial weights and of the data
 * @param steps optimiser steps
 * @param batch examples, or sequences, that pass at once
 * @param accumulate batches whose gradients are averaged in a step
 * @param schedule the learning rate
 * @param optimiser AdamW's constants
 * @param decaying a regular expression of the names of the parameters that decay; "" for matrices and no vectors
 * @param threads cores that one operation may use
 * @param sparsity how few weights may be other than zero; null where all may
 */
public record Recipe(
        long seed,
        int steps,
        int batch,
        int accumulate,
        Schedule schedule,
        AdamW.Settings optimiser,
        String decaying,
        int threads,
        @Nullable Sparsity sparsity) {
    private static final AdamW.Settings USUAL = new AdamW.Settings(0.9, 0.98, 1e-8, 0.01, 1);

    public Recipe {
        if (steps < 1 || batch < 1 || accumulate < 1 || threads < 1) {
            throw new TrainingException("A recipe's steps, batch, accumulated batches and threads are at least 1; got "
                    + steps + ", " + batch + ", " + accumulate + " and " + threads + ".");
        }
        try {
            Pattern.compile(decaying);
        } catch (PatternSyntaxException e) {
            throw new TrainingException("\"" + decaying + "\" is no regular expression of names: " + e.getMessage(), e);
        }
    }

    /** A recipe with the usual constants, on one thread: the rate rises over the first 5 % and falls over the last 40 %. */
    public static Recipe of(long seed, int steps, int batch, double rate) {
        return new Recipe(seed, steps, batch, 1, Schedule.trapezoid(rate, steps / 20, 0.4), USUAL, "", 1, null);
    }

    /** The learning rate of a step, counted from 0. */
    public double rate(int step) {
        return schedule.at(step, steps);
    }

    /** Examples, or sequences, that the whole training sees. */
    public long examples() {
        return (long) steps * accumulate * batch;
    }

    /** Whether a parameter decays. */
    Predicate<String> decays() {
        return Pattern.compile(decaying).asMatchPredicate();
    }

    /** This recipe from another seed. */
    public Recipe withSeed(long newSeed) {
        return new Recipe(newSeed, steps, batch, accumulate, schedule, optimiser, decaying, threads, sparsity);
    }

    /** This recipe with another number of steps: the schedule is stretched. */
    public Recipe withSteps(int newSteps) {
        return new Recipe(seed, newSteps, batch, accumulate, schedule, optimiser, decaying, threads, sparsity);
    }

    /** This recipe with the gradients of several batches averaged in each step. */
    public Recipe accumulating(int batches) {
        return new Recipe(seed, steps, batch, batches, schedule, optimiser, decaying, threads, sparsity);
    }

    /** This recipe with another learning rate. */
    public Recipe withSchedule(Schedule newSchedule) {
        return new Recipe(seed, steps, batch, accumulate, newSchedule, optimiser, decaying, threads, sparsity);
    }

    /** This recipe with other constants of AdamW. */
    public Recipe withOptimiser(AdamW.Settings settings) {
        return new Recipe(seed, steps, batch, accumulate, schedule, settings, decaying, threads, sparsity);
    }

    /** This recipe with decay of those parameters only whose names match a regular expression. */
    public Recipe decaying(String names) {
        return new Recipe(seed, steps, batch, accumulate, schedule, optimiser, names, threads, sparsity);
    }

    /** This recipe on more or fewer cores, which changes the weights in their last digits. */
    public Recipe withThreads(int count) {
        return new Recipe(seed, steps, batch, accumulate, schedule, optimiser, decaying, count, sparsity);
    }

    /** This recipe with most weights held at zero. */
    public Recipe withSparsity(Sparsity newSparsity) {
        return new Recipe(seed, steps, batch, accumulate, schedule, optimiser, decaying, threads, newSparsity);
    }
}
