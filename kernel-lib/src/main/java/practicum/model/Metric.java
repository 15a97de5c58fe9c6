package practicum.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import practicum.tensor.Tensor;

/**
 * A number read off the logits of each prompt: what a sweep measures and what a gradient is taken of. It says which
 * positions it reads, so that no others need be unembedded.
 *
 * @param says what it is, for tables and plots
 * @param positions the positions whose logits it reads; negative ones count from the end; none means all
 * @param reading makes [batch] of the logits [batch, those positions, d_vocab]
 */
public record Metric(String says, int[] positions, UnaryOperator<Tensor> reading) {
    public Metric {
        positions = positions.clone();
    }

    /** A metric of the logits at the last position. */
    public static Metric last(String says, UnaryOperator<Tensor> reading) {
        return new Metric(says, new int[] {-1}, logits -> reading.apply(logits.select(1, 0)));
    }

    /** The logit of one next token minus another's, after the last position of each prompt. */
    public static Metric logitDiff(long token, long other) {
        requireTwo(token, other);
        return last("logit difference", logits -> logits.select(1, column(token, logits))
                .sub(logits.select(1, column(other, logits))));
    }

    /** The same for tokens as they are written, such as {@code " Mary"} and {@code " John"}. */
    public static Metric logitDiff(Transformer model, String token, String other) {
        requireTwo(model, token, other);
        return logitDiff(model.tokenizer().id(token), model.tokenizer().id(other));
    }

    /** Refuses the difference between a token and itself. */
    static void requireTwo(Transformer model, String token, String other) {
        if (model.tokenizer().id(token) == model.tokenizer().id(other)) {
            throw new ModelException("The logit of \"" + token + "\" minus itself is always 0: name two tokens.");
        }
    }

    private static void requireTwo(long token, long other) {
        if (token == other) {
            throw new ModelException("The logit of token " + token + " minus itself is always 0: name two tokens.");
        }
    }

    /**
     * The same with tokens of its own for each prompt: one of each for each row of the batch.
     *
     * @throws ModelException if a prompt has the same token on both sides
     */
    public static Metric logitDiff(long[] tokens, long[] others) {
        for (int i = 0; i < Math.min(tokens.length, others.length); i++) {
            requireTwo(tokens[i], others[i]);
        }
        return last("logit difference", logits -> pick(logits, tokens).sub(pick(logits, others)));
    }

    /** The logit of a next token after the last position. */
    public static Metric logit(long token) {
        return last("logit", logits -> logits.select(1, column(token, logits)));
    }

    /** The natural logarithm of a next token's probability after the last position, in nats. */
    public static Metric logProb(long token) {
        return last("log probability", logits -> logits.logSoftmax(-1).select(1, column(token, logits)));
    }

    /** The same with a token of its own for each prompt. */
    public static Metric logProb(long... tokens) {
        return last("log probability", logits -> pick(logits.logSoftmax(-1), tokens));
    }

    /**
     * How far the prediction after the last position is from a reference: KL(reference ‖ prediction) in nats.
     *
     * @param logits the reference's logits at that position [batch or 1, d_vocab]
     */
    public static Metric kl(Tensor logits) {
        if (logits == null) {
            throw new ModelException("Give the logits of a reference [batch or 1, d_vocab]; got null.");
        }
        Tensor reference = logits.logSoftmax(-1);
        return last(
                "KL divergence",
                x -> reference.exp().mul(reference.sub(x.logSoftmax(-1))).sum(-1));
    }

    /**
     * Values [batch] of logits at this metric's positions, and at no others. For all that a run holds see {@link #of(Run)}.
     *
     * @param logits [batch, this metric's positions, d_vocab]
     * @throws ModelException if they are of more or fewer positions, or if it makes no number, or none that is finite, for
     *     each prompt
     */
    public Tensor of(Tensor logits) {
        Tensor values = values(logits);
        if (!Numbers.areFinite(values.detach().toFloatArray())) {
            throw new ModelException("The metric \"" + says + "\" is no finite number but "
                    + Arrays.toString(values.detach().toFloatArray()) + ". " + Numbers.ADVICE);
        }
        return values;
    }

    /** The same, which may not be finite. */
    Tensor values(Tensor logits) {
        requirePositions(logits);
        Tensor values = reading.apply(logits);
        if (values.rank() != 1 || values.size(0) != logits.size(0)) {
            throw new ModelException("The metric \"" + says + "\" must make one number for each of " + logits.size(0)
                    + " prompts, but it made " + values + ".");
        }
        return values;
    }

    private void requirePositions(Tensor logits) {
        if (logits.rank() != 3 || (positions.length > 0 && logits.size(1) != positions.length)) {
            String wanted = positions.length == 0 ? "all positions" : positions.length + " position(s)";
            throw new ModelException("The metric \"" + says + "\" reads logits [batch, pos, d_vocab] of " + wanted
                    + ", but got " + logits + ". For a whole run say metric.of(run); else take its positions first.");
        }
    }

    /**
     * Values [batch] that gradients can be taken of.
     *
     * @throws ModelException if the metric cuts them off from the logits
     */
    public Tensor differentiable(Tensor logits) {
        Tensor values = of(logits);
        if (!values.isDifferentiable()) {
            throw new ModelException(
                    "The metric \"" + says + "\" has no gradient here: it is a constant, or was cut off"
                            + " from its logits, as by item(), argMax or detach. Compute it of the logits with tensor operations"
                            + " only.");
        }
        return values;
    }

    /** Its value for each prompt of a run [batch]. */
    public Tensor of(Run run) {
        Tensor logits = run.logits();
        return of(logits.take(1, positions(logits.size(1))));
    }

    /**
     * The same metric of several copies of its prompts in one batch, copy after copy: a metric with tokens of its own for
     * each prompt cannot read them otherwise.
     *
     * @param batch how many prompts a copy has
     */
    public Metric ofCopies(int batch) {
        return new Metric(says, positions, logits -> {
            if (logits.size(0) % batch != 0) {
                throw new ModelException(logits.size(0) + " rows are not whole copies of " + batch + " prompts.");
            }
            List<Tensor> copies = new ArrayList<>();
            for (int from = 0; from < logits.size(0); from += batch) {
                copies.add(of(logits.narrow(0, from, from + batch)));
            }
            return Tensor.concat(0, copies);
        });
    }

    /** The positions it reads in prompts of this length. */
    int[] positions(int length) {
        if (positions.length == 0) {
            return java.util.stream.IntStream.range(0, length).toArray();
        }
        return Arrays.stream(positions).map(p -> resolved(p, length)).toArray();
    }

    private int resolved(int position, int length) {
        int p = position < 0 ? position + length : position;
        if (p < 0 || p >= length) {
            throw new ModelException("The metric \"" + says + "\" reads position " + position + ", but the prompt has "
                    + length + " tokens.");
        }
        return p;
    }

    /** For each row, one column of its own [batch]. */
    private static Tensor pick(Tensor values, long[] tokens) {
        int rows = values.size(0);
        if (tokens.length != rows && tokens.length != 1) {
            throw new ModelException("The metric has " + tokens.length + " tokens for " + rows + " prompts.");
        }
        long[] flat = new long[rows];
        for (int r = 0; r < rows; r++) {
            flat[r] = (long) r * values.size(1) + column(tokens[tokens.length == 1 ? 0 : r], values);
        }
        return values.reshape(-1).take(0, Tensor.of(flat));
    }

    private static int column(long token, Tensor logits) {
        if (token < 0 || token >= logits.size(1)) {
            throw new ModelException(
                    "The metric reads token " + token + ", but there are 0 to " + (logits.size(1) - 1) + ".");
        }
        return (int) token;
    }

    @Override
    public String toString() {
        return says;
    }
}
