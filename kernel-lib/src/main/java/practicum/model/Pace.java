package practicum.model;

import java.util.Arrays;
import practicum.token.Tokens;

/**
 * How fast a model runs on this machine: a time for each run and a time for each operation, from two prompts of
 * different lengths.
 */
record Pace(double secondsPerRun, double secondsPerFlop) {
    private static final int SHORT = 16;
    private static final int LONG = 128;
    private static final int REPEATS = 5;

    static Pace of(Transformer model) {
        int longest = Math.min(LONG, model.config().nCtx());
        int shortest = Math.max(1, Math.min(SHORT, longest / 2));
        Tokens few = Tokens.ofIds(new long[shortest]);
        Tokens many = Tokens.ofIds(new long[longest]);
        double fast = seconds(model, few);
        double slow = seconds(model, many);
        double flops = new Plan(model, many, Recording.none()).flops() - new Plan(model, few, Recording.none()).flops();
        double perFlop = Math.max(0, slow - fast) / flops;
        double perRun = slow - perFlop * new Plan(model, many, Recording.none()).flops();
        return new Pace(Math.max(0, perRun), perFlop);
    }

    private static double seconds(Transformer model, Tokens tokens) {
        model.run(tokens, Recording.none()); // warm
        double[] times = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long start = System.nanoTime();
            model.run(tokens, Recording.none());
            times[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(times);
        return times[REPEATS / 2];
    }

    double seconds(double flops) {
        return secondsPerRun + secondsPerFlop * flops;
    }
}
