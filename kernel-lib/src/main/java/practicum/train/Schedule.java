package practicum.train;

/**
 * The learning rate of every step of a training. All begin with a linear rise over {@code warmup} steps.
 *
 * @param shape what follows the rise
 * @param rate the highest learning rate
 * @param warmup steps in which the rate rises from zero; 0 for none
 * @param end for a trapezoid the last part of all steps, from 0 to 1, in which the rate falls to zero; for a cosine the
 *     part of the rate that is left at the end; for stairs what each stair multiplies the rate by; else unused
 * @param every steps on a stair; else unused
 */
public record Schedule(Shape shape, double rate, int warmup, double end, int every) {
    /** How the rate goes on after its rise. */
    public enum Shape {
        CONSTANT,
        /** A plateau, then a linear fall to zero. */
        TRAPEZOID,
        /** Half a cosine (Loshchilov and Hutter 2017, arXiv 1608.03983). */
        COSINE,
        /** Lower by a factor every so many steps. */
        STAIRS
    }

    public Schedule {
        if (!(rate > 0) || warmup < 0 || !(end >= 0) || end > 1 || shape == Shape.STAIRS && every < 1) {
            throw new TrainingException("A schedule needs a rate above 0, a warm-up of at least 0 steps, an end between"
                    + " 0 and 1 and stairs of at least 1 step; got rate " + rate + ", warm-up " + warmup + ", end "
                    + end + ", every " + every + ".");
        }
    }

    /** The same rate at every step. */
    public static Schedule constant(double rate) {
        return new Schedule(Shape.CONSTANT, rate, 0, 0, 0);
    }

    /** A rise, a plateau, and a linear fall to zero over the last part, from 0 to 1, of all steps. */
    public static Schedule trapezoid(double rate, int warmup, double fall) {
        return new Schedule(Shape.TRAPEZOID, rate, warmup, fall, 0);
    }

    /** Half a cosine from the rate to a part of it, from 0 to 1. */
    public static Schedule cosine(double rate, double end) {
        return new Schedule(Shape.COSINE, rate, 0, end, 0);
    }

    /** The rate, multiplied by a factor every so many steps. */
    public static Schedule stairs(double rate, double factor, int every) {
        return new Schedule(Shape.STAIRS, rate, 0, factor, every);
    }

    /** This schedule after a linear rise over some steps. */
    public Schedule warmup(int steps) {
        return new Schedule(shape, rate, steps, end, every);
    }

    /** The learning rate of a step, counted from 0, of so many in all. */
    public double at(int step, int steps) {
        double rise = Math.min(1, (step + 1.0) / warmup);
        return switch (shape) {
            case CONSTANT -> rate * rise;
            case TRAPEZOID -> rate * rise * Math.min(1, (steps - step) / (steps * end));
            case COSINE -> rate * rise * (end + (1 - end) * 0.5 * (1 + Math.cos(Math.PI * progress(step, steps))));
            case STAIRS -> rate * rise * Math.pow(end, Math.floorDiv(step, every));
        };
    }

    /** From 0 at the end of the rise to 1 at the last step. */
    private double progress(int step, int steps) {
        return Math.max(0, step - warmup) / Math.max(1.0, steps - 1.0 - warmup);
    }
}
