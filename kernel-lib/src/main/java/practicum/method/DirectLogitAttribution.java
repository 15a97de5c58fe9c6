package practicum.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.ModelConfig;
import practicum.model.ModelException;
import practicum.model.Run;
import practicum.model.Transformer;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokenizer;

/**
 * How much each part of the model says directly for one next token (against another). The logits are a linear function of
 * the final normalised stream, the stream is a sum of what parts wrote, and with the final normalisation's scale held at
 * what it was the logit is a sum over parts too. What a part does through later parts is not in its share.
 *
 * <p>The biases of the final normalisation and of the unembedding are rows of their own, so that the rows of one position
 * sum to the logit (difference) there. Where logits are capped (Gemma 2), they sum to the logit before the cap.
 *
 * <p>Source: Elhage et al. 2021, "A Mathematical Framework for Transformer Circuits"; Wang et al. 2022, arXiv 2211.00593.
 */
public final class DirectLogitAttribution {
    private final Run run;
    private final String says;
    private final Tensor direction; // [batch or 1, d_model], behind the final normalisation
    private final Tensor bias; // [batch or 1]

    private DirectLogitAttribution(Run run, String says, long[] tokens, long[] others) {
        this.run = run;
        this.says = says;
        Transformer model = run.model();
        requireLinear(model.config());
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Tensor columns = column(model, tokens);
            Tensor biases = bias(model, tokens);
            if (others.length > 0) {
                columns = columns.sub(column(model, others));
                biases = biases.sub(bias(model, others));
            }
            direction = scope.keep(columns);
            bias = scope.keep(biases);
        }
    }

    /** The logit of one next token less that of another. */
    public static DirectLogitAttribution logitDiff(Run run, String token, String other) {
        Tokenizer tokenizer = run.model().tokenizer();
        return logitDiff(run, new long[] {tokenizer.id(token)}, new long[] {tokenizer.id(other)});
    }

    /** The logit of one next token less that of another: one of each for all prompts, or for each. */
    public static DirectLogitAttribution logitDiff(Run run, long[] tokens, long[] others) {
        requireTokens(run, tokens);
        requireTokens(run, others);
        if (others.length != tokens.length) {
            throw new ModelException("A difference of logits needs as many tokens on both sides, got " + tokens.length
                    + " and " + others.length + ".");
        }
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] == others[i]) {
                throw new ModelException("The logit of \"" + run.model().label(tokens[i])
                        + "\" less itself is always 0: name two tokens.");
            }
        }
        String says = tokens.length == 1
                ? "logit of \"" + run.model().label(tokens[0]) + "\" less \""
                        + run.model().label(others[0]) + "\""
                : "logit difference";
        return new DirectLogitAttribution(run, says, tokens, others);
    }

    /** The logit of a next token. */
    public static DirectLogitAttribution logit(Run run, String token) {
        return logit(run, run.model().tokenizer().id(token));
    }

    /** The logit of a next token: one for all prompts, or one for each. */
    public static DirectLogitAttribution logit(Run run, long... tokens) {
        requireTokens(run, tokens);
        String says = tokens.length == 1 ? "logit of \"" + run.model().label(tokens[0]) + "\"" : "logit";
        return new DirectLogitAttribution(run, says, tokens, new long[0]);
    }

    /** The direction in the normalised stream along which the logit grows [batch or 1, d_model]. */
    public Tensor direction() {
        return direction;
    }

    /** Shares of embeddings, attention layers and MLPs. */
    public LogitShares components() {
        return shares(Decomposition.components(run));
    }

    /** Shares with attention layers as heads. */
    public LogitShares heads() {
        return shares(Decomposition.heads(run));
    }

    /** What the stream up to each layer says: no shares, but running sums, each read with the final normalisation's scale. */
    public LogitShares accumulated() {
        return shares(Decomposition.accumulated(run));
    }

    /** Shares of one MLP's neurons, and of its bias; the other parts are left out. */
    public LogitShares neurons(int layer) {
        Decomposition.requireMlp(run, layer);
        Transformer model = run.model();
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            StreamNorm last = finalNorm();
            Tensor before = last == null ? direction : last.before(direction); // [batch or 1, d_model]
            StreamNorm after = WrittenBy.after(run, HookPoint.LN2_POST_SCALE, layer, "ln2_post");
            Tensor read = after == null ? before : after.before(before);
            Tensor perNeuron = read.matMul(model.W_out(layer).t()).unsqueeze(1); // [batch or 1, 1, d_mlp]
            Tensor shares = run.get(Hook.mlpPost(layer)).mul(perNeuron);
            Tensor constant = read.matMul(model.b_out(layer).unsqueeze(1)).unsqueeze(1); // [batch or 1, 1, 1]
            Tensor bias = constant.expand(shares.size(0), shares.size(1), 1);
            if (after != null) {
                shares = shares.div(after.scale());
                bias = bias.div(after.scale());
                Tensor shift = after.shift();
                bias = shift == null
                        ? bias
                        : bias.add(before.matMul(shift.unsqueeze(1)).unsqueeze(1));
            }
            Tensor all = Tensor.concat(2, List.of(shares, bias));
            all = last == null ? all : all.div(last.scale());
            List<String> labels = new ArrayList<>(WrittenBy.neuronLabels(model.config(), layer));
            labels.add(layer + "_mlp_bias");
            return new LogitShares(
                    run, says, labels, scope.keep(all.permute(2, 0, 1).named("part", "batch", "pos")));
        }
    }

    private LogitShares shares(ResidualStack stack) {
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            ResidualStack read = finalNorm() == null ? stack : stack.applyLn();
            Tensor shares = read.dot(direction);
            List<String> labels = new ArrayList<>(read.labels());
            if (run.model().config().stream().unembedBias()) {
                labels.add("unembed_bias");
                Tensor constant = bias.reshape(1, -1, 1).expand(1, shares.size(1), shares.size(2));
                shares = Tensor.concat(0, List.of(shares, constant));
            }
            return new LogitShares(run, says, labels, scope.keep(shares.named("part", "batch", "pos")));
        }
    }

    private @Nullable StreamNorm finalNorm() {
        return run.model().config().stream().finalNorm()
                ? StreamNorm.of(run, HookPoint.LN_FINAL_SCALE, -1, "ln_final")
                : null;
    }

    private static Tensor column(Transformer model, long[] tokens) {
        return model.W_U().t().take(0, Tensor.of(tokens));
    }

    private static Tensor bias(Transformer model, long[] tokens) {
        return model.b_U().take(0, Tensor.of(tokens));
    }

    private static void requireTokens(Run run, long[] tokens) {
        int vocabulary = run.model().config().dVocab();
        int prompts = run.tokens().batch();
        if (tokens.length != 1 && tokens.length != prompts) {
            throw new ModelException(tokens.length + " tokens for " + prompts
                    + " prompts: give one token for all prompts, or one for each.");
        }
        for (long token : tokens) {
            if (token < 0 || token >= vocabulary) {
                throw new ModelException("There is no token " + token + " in " + Arrays.toString(tokens) + ": \""
                        + run.model().config().name() + "\" has tokens 0 to " + (vocabulary - 1) + ".");
            }
        }
    }

    private static void requireLinear(ModelConfig c) {
        if (c.stream().mlmHead()) {
            throw new ModelException("A layer of neurons stands between the stream of \"" + c.name()
                    + "\" and its logits, so that they are no sum over parts of the stream.");
        }
    }

    @Override
    public String toString() {
        return "DirectLogitAttribution[" + says + ", " + run + "]";
    }
}
