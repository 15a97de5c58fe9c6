package practicum.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import practicum.hook.Activations;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.Intervention;
import practicum.hook.Origin;
import practicum.tensor.NativeMemory;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokenizer;
import practicum.token.Tokens;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a model made of a prompt: the logits, and what was recorded on the way. A value: nothing changes it. */
public final class Run implements Activations, AutoCloseable {
    private final Transformer model;
    private final Tokens tokens;
    private final Tensor logits;
    private final Recording recording;
    private final Map<Hook, Tensor> recorded;
    private final Receipts receipts;

    Run(
            Transformer model,
            Tokens tokens,
            Tensor logits,
            Recording recording,
            Map<Hook, Tensor> recorded,
            Receipts receipts) {
        this.model = model;
        this.tokens = tokens;
        this.logits = logits.named("batch", "pos", "d_vocab");
        this.recording = recording;
        this.recorded = recorded;
        this.receipts = receipts;
    }

    void keep(Scope scope) {
        scope.keep(logits);
        recorded.values().forEach(scope::keep);
    }

    /**
     * Frees what the run holds at once. Nobody needs to: it is freed when nothing refers to it any more. After a run over
     * much text it gives the memory back before the next begins. Views that were made of its values stay whole; reading
     * the run afterwards is an error.
     */
    @Override
    public void close() {
        List<Tensor> all = new ArrayList<>(recorded.values());
        all.add(logits);
        NativeMemory.release(all);
    }

    /** The bytes that it holds. */
    public long bytes() {
        return new Plan(model, tokens, recording).keptBytes();
    }

    /** The model that ran. */
    public Transformer model() {
        return model;
    }

    /** What it ran on. */
    public Tokens tokens() {
        return tokens;
    }

    /** Scores of every next token at every position [batch, pos, d_vocab]. */
    public Tensor logits() {
        return logits;
    }

    /** Natural logarithms of the next-token probabilities [batch, pos, d_vocab]. */
    public Tensor logProbs() {
        return logits.logSoftmax(-1);
    }

    @Override
    public Tensor get(Hook hook) {
        Tensor value = recorded.get(hook);
        if (value != null) {
            return value;
        }
        if (hook == null) {
            throw new HookException("Name a hook, such as Hook.residPost(0); got null.");
        }
        model.config().require(hook);
        throw new HookException(hook + " was not recorded: this run kept " + recording.description()
                + ". Ask for it with model.run(prompt, Recording.of(" + hook.point() + ")).");
    }

    @Override
    public Optional<Origin> origin() {
        return Optional.of(model.origin());
    }

    /** The hooks that were recorded, in the order of the forward pass. */
    public List<Hook> hooks() {
        return List.copyOf(recorded.keySet());
    }

    /** The {@code k} likeliest next tokens after the last position. */
    public Table top(int k) {
        return top(k, -1);
    }

    /**
     * The {@code k} likeliest next tokens after a position, with probabilities and logits.
     *
     * @param position from 0; negative ones count from the end
     */
    public Table top(int k, int position) {
        requireOneRow("top(k)");
        if (k < 1) {
            throw new ModelException("Ask for at least one token, got top(" + k + ").");
        }
        float[] scores = finite(logits.get(0, position)).toFloatArray();
        float[] probabilities = logits.get(0, position).softmax(-1).toFloatArray();
        int[] best = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();
        return Table.create(
                        "After \"" + tokens.labels().get(position < 0 ? position + tokens.length() : position) + "\"")
                .addColumns(
                        IntColumn.create(
                                "rank", IntStream.rangeClosed(1, best.length).toArray()),
                        StringColumn.create(
                                "token",
                                Arrays.stream(best).mapToObj(model::label).toArray(String[]::new)),
                        DoubleColumn.create(
                                "probability",
                                Arrays.stream(best)
                                        .mapToDouble(i -> probabilities[i])
                                        .toArray()),
                        DoubleColumn.create(
                                "logit",
                                Arrays.stream(best).mapToDouble(i -> scores[i]).toArray()));
    }

    /** How many tokens are likelier next after the last position than this one, and one: 1 for the likeliest. */
    public int rank(String token) {
        requireOneRow("rank(token)");
        float[] scores = finite(logits.get(0, -1)).toFloatArray();
        float own = scores[(int) tokenizer().id(token)];
        int rank = 1;
        for (float score : scores) {
            rank += score > own ? 1 : 0;
        }
        return rank;
    }

    /** The probability of a next token after the last position, averaged over the batch. */
    public double prob(String token) {
        long id = tokenizer().id(token);
        return finite(logits.select(1, -1))
                .softmax(-1)
                .select(1, (int) id)
                .mean()
                .item();
    }

    /** The logit of a next token after the last position, averaged over the batch. */
    public double logit(String token) {
        return finite(logits.select(1, -1))
                .select(1, (int) tokenizer().id(token))
                .mean()
                .item();
    }

    /**
     * How much higher one next token's logit is than another's after the last position, averaged over the batch.
     *
     * @throws ModelException if both are the same token
     */
    public double logitDiff(String token, String other) {
        Metric.requireTwo(model, token, other);
        return logit(token) - logit(other);
    }

    /** The mean negative log-likelihood of the prompt's own tokens after the first, in nats; padding is left out. */
    public double loss() {
        if (!model.config().attention().causal()) {
            throw new ModelException("\"" + model.config().name() + "\" sees the next token, so how well it predicts it"
                    + " says nothing. Mask a token and read top(k, position).");
        }
        float[] logProbs = logProbs().toFloatArray();
        int vocabulary = logits.size(2);
        double sum = 0;
        int count = 0;
        for (int r = 0; r < tokens.batch(); r++) {
            long[] ids = tokens.row(r);
            for (int p = tokens.padding(r); p + 1 < ids.length; p++) {
                sum -= logProbs[(r * ids.length + p) * vocabulary + (int) ids[p + 1]];
                count++;
            }
        }
        if (count == 0) {
            throw new ModelException("A loss needs at least two tokens in a row, got \"" + tokens + "\".");
        }
        if (!Double.isFinite(sum)) {
            throw notFinite();
        }
        return sum / count;
    }

    /** What each intervention did: the largest change it made to any number at its hook. */
    public Table receipts() {
        return receipts.table();
    }

    /** The changes that were made, in the order in which they first were. */
    public List<Intervention> interventions() {
        return List.copyOf(receipts.largestChange().keySet());
    }

    private Tensor finite(Tensor scores) {
        if (!Numbers.areFinite(scores.toFloatArray())) {
            throw notFinite();
        }
        return scores;
    }

    private ModelException notFinite() {
        return new ModelException("The logits of \"" + model.config().name() + "\" on \"" + tokens
                + "\" are no finite numbers (NaN or infinite), so they rank no tokens. " + Numbers.ADVICE);
    }

    private Tokenizer tokenizer() {
        return model.tokenizer();
    }

    private void requireOneRow(String what) {
        if (tokens.batch() != 1) {
            throw new ModelException(what + " is for one prompt, but this run has " + tokens.batch()
                    + ". Run them one by one, or read logits().");
        }
    }

    @Override
    public String toString() {
        return "Run[" + model.config().name() + ", " + tokens.batch() + " × " + tokens.length() + " tokens, "
                + recorded.size() + " hooks recorded, "
                + receipts.largestChange().size() + " interventions]";
    }
}
