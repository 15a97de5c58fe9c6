package practicum.model;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokenizer;
import practicum.token.Tokens;

/**
 * A transformer whose every intermediate value can be read and changed.
 *
 * <p>Runs never change it: an intervention is an argument of one run.
 */
public final class Transformer extends WeightViews {
    private final @Nullable Tokenizer tokenizer;
    private volatile @Nullable Pace pace;

    /** A model of checked weights; without a tokenizer it runs on ids only. */
    public Transformer(ModelConfig config, Weights weights, @Nullable Tokenizer tokenizer) {
        super(config, weights);
        this.tokenizer = tokenizer;
    }

    /**
     * The tokenizer.
     *
     * @throws ModelException if the model's folder had none
     */
    public Tokenizer tokenizer() {
        if (tokenizer == null) {
            throw new ModelException("The model \"" + config().name()
                    + "\" has no tokenizer.json, so it cannot read text; run it on Tokens.ofIds(…).");
        }
        return tokenizer;
    }

    /** A model of other parameters that reads text as this one does. */
    public Transformer with(ModelConfig newConfig, Weights newWeights) {
        return new Transformer(newConfig, newWeights, tokenizer);
    }

    /** Whether it has a tokenizer, and so can read text. */
    public boolean hasTokenizer() {
        return tokenizer != null;
    }

    /** What a token looks like; its number where there is no tokenizer. */
    public String label(long id) {
        return tokenizer == null ? "#" + id : tokenizer.label(id);
    }

    // ---------------------------------------------------------------- running

    /** Runs on a prompt, recording every hook, with the given changes. */
    public Run run(String prompt, Intervention... interventions) {
        return run(tokenizer().tokens(prompt), Recording.all(), interventions);
    }

    /** Runs on a prompt, recording what is asked, with the given changes. */
    public Run run(String prompt, Recording recording, Intervention... interventions) {
        return run(tokenizer().tokens(prompt), recording, interventions);
    }

    /** Runs on tokens, recording every hook, with the given changes. */
    public Run run(Tokens tokens, Intervention... interventions) {
        return run(tokens, Recording.all(), interventions);
    }

    /**
     * Runs on tokens, recording what is asked, with the given changes in the order given.
     *
     * @throws practicum.hook.HookException if a change never fired or changed nothing
     * @throws ModelException if the prompt is longer than the model's context or has ids it does not know
     */
    public Run run(Tokens tokens, Recording recording, Intervention... interventions) {
        try (GradMode off = GradMode.off()) {
            return pass(tokens, recording, List.of(interventions));
        }
    }

    /** What a run on a prompt would cost, recording everything. */
    public Plan plan(String prompt) {
        return plan(tokenizer().tokens(prompt), Recording.all());
    }

    /** What a run on tokens would cost, in bytes and seconds. */
    public Plan plan(Tokens tokens, Recording recording) {
        requireRunnable(tokens);
        return new Plan(this, tokens, recording);
    }

    /** How fast this model runs here; measured when it is first asked for. */
    Pace pace() {
        Pace known = pace;
        if (known == null) {
            known = Pace.of(this);
            pace = known;
        }
        return known;
    }

    /** Logits [batch, pos, d_vocab] computed in this thread's grad mode: what a loss is made of. */
    public Tensor logits(Tokens tokens) {
        return pass(tokens, Recording.none(), List.of()).logits();
    }

    private Run pass(Tokens tokens, Recording recording, List<Intervention> interventions) {
        requireRunnable(tokens);
        new Plan(this, tokens, recording).requireFits();
        return forward(tokens, recording, interventions);
    }

    /** A run whatever its size: what a plan is measured with. */
    Run runUnchecked(Tokens tokens, Recording recording) {
        try (GradMode off = GradMode.off()) {
            return forward(tokens, recording, List.of());
        }
    }

    private Run forward(Tokens tokens, Recording recording, List<Intervention> interventions) {
        Tap tap = new Tap(recording, interventions, config());
        try (Scope scope = Scope.open()) {
            Forward forward = new Forward(config(), weights(), tap, new Passage(config(), tokens));
            Tensor logits = unembed(forward.normalized(forward.stream()));
            tap.requireEffects();
            Run run = new Run(this, tokens, logits, recording, tap.recorded(), tap.receipts());
            run.keep(scope);
            return run;
        }
    }

    void requireRunnable(Tokens tokens) {
        if (tokens.length() > config().nCtx()) {
            throw new ModelException("The prompt has " + tokens.length() + " tokens, but \"" + config().name()
                    + "\" reads at most " + config().nCtx() + ". Shorten it.");
        }
        for (int r = 0; r < tokens.batch(); r++) {
            for (long id : tokens.row(r)) {
                if (id < 0 || id >= config().dVocab()) {
                    throw new ModelException("There is no token " + id + ": \"" + config().name()
                            + "\" has tokens 0 to " + (config().dVocab() - 1) + ".");
                }
            }
        }
    }

    /** The hooks that this model computes, in the order of the forward pass. */
    public List<Hook> hooks() {
        return List.copyOf(config().hooks());
    }

    // ---------------------------------------------------------------- gradients

    /** How a metric changes with what flows through hooks, on a prompt. */
    public Gradients gradients(String prompt, Metric metric, Hook... hooks) {
        return gradients(tokenizer().tokens(prompt), metric, hooks);
    }

    /** How a metric, summed over the prompts, changes with what flows through hooks. */
    public Gradients gradients(Tokens tokens, Metric metric, Hook... hooks) {
        return differentiate(tokens).gradients(metric, hooks);
    }

    /** Begins derivatives of every kind, on a prompt. */
    public Differentiation differentiate(String prompt) {
        return differentiate(tokenizer().tokens(prompt));
    }

    /** Begins derivatives of every kind: gradients, Jacobians, products with Hessians; by activations or parameters. */
    public Differentiation differentiate(Tokens tokens) {
        return Differentiation.of(this, tokens);
    }

    // ---------------------------------------------------------------- generating

    /** The prompt continued greedily by {@code count} tokens, with the given changes at every step. */
    public String generate(String prompt, int count, Intervention... interventions) {
        return generate(prompt, count, Sampling.greedy(), interventions);
    }

    /** The prompt continued by {@code count} tokens. */
    public String generate(String prompt, int count, Sampling sampling, Intervention... interventions) {
        Tokens tokens = generate(tokenizer().tokens(prompt), count, sampling, token -> {}, interventions);
        return tokenizer().decode(tokens.row(0));
    }

    /** Tokens continued by {@code count} more in each row; {@code listener} is told each new token of the first row. */
    public Tokens generate(
            Tokens prompt, int count, Sampling sampling, Consumer<String> listener, Intervention... interventions) {
        return generate(prompt, count, sampling, Recording.none(), listener, interventions)
                .tokens();
    }

    /**
     * Tokens continued by {@code count} more in each row, with a record of every position that passed through the model:
     * all but the last token. Positions in interventions count from the prompt's beginning, and negative ones from the
     * prompt's end; an intervention that names none applies to every new token too.
     *
     * @param listener told each new token of the first row as it comes
     * @return the continued tokens, with the logits that each was chosen from and what was recorded
     */
    public Generated generate(
            Tokens prompt,
            int count,
            Sampling sampling,
            Recording recording,
            Consumer<String> listener,
            Intervention... interventions) {
        try (GradMode off = GradMode.off()) {
            return new Generation(this, sampling, recording, List.of(interventions)).run(prompt, count, listener);
        }
    }

    @Override
    public String toString() {
        return String.format(
                "%s: %d layers × %d heads, d_model %d, d_mlp %d, %d tokens, context %d, %,d parameters; %s",
                config().name(),
                config().nLayers(),
                config().nHeads(),
                config().dModel(),
                config().dMlp(),
                config().dVocab(),
                config().nCtx(),
                weights().count(),
                tokenizer == null ? "no tokenizer" : tokenizer);
    }
}
