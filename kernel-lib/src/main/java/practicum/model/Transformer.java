package practicum.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import practicum.hook.Anatomy;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.hook.Origin;
import practicum.progress.Progress;
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
public final class Transformer extends StackedWeights {
    /** The multiplications and additions from which on a run may take a second on one core. */
    private static final double LONG = 5e10;

    private final @Nullable Tokenizer tokenizer;
    private final @Nullable Set<Long> ends;
    private volatile @Nullable Pace pace;

    /** A model of checked weights; without a tokenizer it runs on ids only. */
    public Transformer(ModelConfig config, Weights weights, @Nullable Tokenizer tokenizer) {
        this(config, weights, tokenizer, null);
    }

    private Transformer(ModelConfig config, Weights weights, @Nullable Tokenizer tokenizer, @Nullable Set<Long> ends) {
        super(config, weights);
        this.tokenizer = tokenizer;
        this.ends = ends;
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
        return new Transformer(newConfig, newWeights, tokenizer, ends);
    }

    /**
     * This model, ending what it generates at these tokens. What a loaded model ends at, its folder says
     * ({@code eos_token_id}); without ids it never ends before it has made as many tokens as it was asked for.
     */
    public Transformer endingAt(long... ids) {
        for (long id : ids) {
            if (id < 0) {
                throw new ModelException("There is no token " + id + " for generation to end at.");
            }
        }
        Set<Long> all = Arrays.stream(ids).boxed().collect(Collectors.toUnmodifiableSet());
        return new Transformer(config(), weights(), tokenizer, all);
    }

    /**
     * This model with its matrix products in bfloat16: about twice as fast, with logits that agree to two or three digits.
     * It shares everything with this one and keeps a rounded copy of each matrix besides, half as large. Activations
     * between the products, attention, normalisations, and all that is recorded or changed, stay float32; so do products
     * head by head, where single heads' inputs are changed or their results asked for. Results of a sweep and of the same
     * runs one by one agree as well as that, and no better.
     *
     * <p>For gradients and training use this model; models made of the other's parameters compute in float32 again.
     *
     * @throws practicum.tensor.TensorException if this machine's processor does not multiply bfloat16
     */
    public Transformer inBfloat16() {
        return weights().areInBfloat16() ? this : with(config(), weights().inBfloat16(config()));
    }

    /** What it computes, and the parameters that it does so with. */
    Anatomy anatomy() {
        return new Anatomy() {
            @Override
            public Optional<String> lacks(Hook hook) {
                return config().lacks(hook);
            }

            @Override
            public Optional<Origin> origin() {
                return Optional.of(Transformer.this.origin());
            }
        };
    }

    Origin origin() {
        return new Origin(config().name(), weights().shared());
    }

    void requireDifferentiable() {
        if (weights().areInBfloat16()) {
            throw new ModelException("\"" + config().name() + "\" computes its products in bfloat16, which are not"
                    + " differentiated. Take gradients of the model that inBfloat16() was called on.");
        }
    }

    /** Prompts as it reads them: {@code labels()} shows the tokens, {@code position(" Mary")} finds one. */
    public Tokens tokens(String... prompts) {
        return tokenizer().tokens(prompts);
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
        return run(tokens(prompt), Recording.all(), interventions);
    }

    /** Runs on a prompt, recording what is asked, with the given changes. */
    public Run run(String prompt, Recording recording, Intervention... interventions) {
        return run(tokens(prompt), recording, interventions);
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
            return pass(tokens, recording, listed(interventions));
        }
    }

    /**
     * The residual stream before a block [batch, pos, d_model], with the given changes: neither that block nor any after
     * it runs, nor the unembedding.
     *
     * @param layer from 0; as many as there are layers for the stream after the last
     */
    public Tensor streamBefore(int layer, Tokens tokens, Intervention... interventions) {
        if (layer < 0 || layer > config().nLayers()) {
            throw new ModelException("There is no stream before layer " + layer + ": \"" + config().name()
                    + "\" has layers 0–" + (config().nLayers() - 1) + ", and " + config().nLayers()
                    + " means the stream after the last.");
        }
        requireRunnable(tokens);
        Tap tap = new Tap(Recording.none(), listed(interventions), anatomy());
        try (GradMode off = GradMode.off();
                Scope scope = Scope.open()) {
            Forward forward = new Forward(config(), weights(), tap, new Passage(config(), tokens));
            Tensor stream = forward.through(0, layer, forward.embedded(false));
            tap.requireEffects();
            tap.requireNumbers(stream);
            return scope.keep(stream.named("batch", "pos", "d_model"));
        }
    }

    private static List<Intervention> listed(Intervention... interventions) {
        if (interventions == null) {
            throw new ModelException("The changes are null; leave them out where there are none.");
        }
        return Arrays.asList(interventions);
    }

    /** What a run on a prompt would cost, recording everything. */
    public Plan plan(String prompt) {
        return plan(tokens(prompt), Recording.all());
    }

    /** What a run on tokens would cost, in bytes and seconds. */
    public Plan plan(Tokens tokens, Recording recording) {
        requireGiven(recording);
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
        requireGiven(recording);
        Plan plan = new Plan(this, tokens, recording);
        plan.requireFits();
        return forward(tokens, recording, interventions, plan.flops() > LONG);
    }

    /** A run whatever its size: what a plan is measured with. */
    Run runUnchecked(Tokens tokens, Recording recording) {
        try (GradMode off = GradMode.off()) {
            return forward(tokens, recording, List.of(), false);
        }
    }

    private Run forward(Tokens tokens, Recording recording, List<Intervention> interventions, boolean isLong) {
        Tap tap = new Tap(recording, interventions, anatomy());
        Padding.requireMoreThanPadding(tokens, interventions);
        try (Scope scope = Scope.open()) {
            Forward forward = new Forward(config(), weights(), tap, new Passage(config(), tokens));
            Tensor logits = unembed(forward.normalized(isLong ? streamInSight(forward) : forward.stream()));
            tap.requireEffects();
            tap.requireNumbers(logits);
            Run run = new Run(this, tokens, logits, recording, tap.recorded(), tap.receipts());
            run.keep(scope);
            return run;
        }
    }

    /** The stream after the blocks, told block by block to who waits for it. */
    private Tensor streamInSight(Forward forward) {
        try (Progress progress = Progress.start("Running " + config().name(), config().nLayers())) {
            Tensor stream = forward.embedded(false);
            for (int layer = 0; layer < config().nLayers(); layer++) {
                stream = forward.through(layer, layer + 1, stream);
                progress.advance(1);
            }
            return stream;
        }
    }

    private static void requireGiven(Recording recording) {
        if (recording == null) {
            throw new ModelException("Say what to record, such as Recording.all() or Recording.none(); got null.");
        }
    }

    void requireRunnable(Tokens tokens) {
        if (tokens == null) {
            throw new ModelException("Give tokens, such as model.tokens(\"a prompt\"); got null.");
        }
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
            requireKinds(tokens.types(r));
        }
    }

    private void requireKinds(long[] types) {
        int kinds = Math.max(1, config().stream().tokenTypes());
        for (long type : types) {
            if (type < 0 || type >= kinds) {
                throw new ModelException("There is no kind of sentence " + type + ": \"" + config().name() + "\" "
                        + (kinds == 1
                                ? "does not tell kinds apart; leave withTypes(…) out."
                                : "has 0 to " + (kinds - 1) + "."));
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
        return gradients(tokens(prompt), metric, hooks);
    }

    /** How a metric, summed over the prompts, changes with what flows through hooks. */
    public Gradients gradients(Tokens tokens, Metric metric, Hook... hooks) {
        return differentiate(tokens).gradients(metric, hooks);
    }

    /** Begins derivatives of every kind, on a prompt. */
    public Differentiation differentiate(String prompt) {
        return differentiate(tokens(prompt));
    }

    /** Begins derivatives of every kind: gradients, Jacobians, products with Hessians; by activations or parameters. */
    public Differentiation differentiate(Tokens tokens) {
        return Differentiation.of(this, tokens);
    }

    // ---------------------------------------------------------------- generating

    /** The prompt continued greedily as by {@link #generate(String, int, Sampling, Intervention...)}. */
    public String generate(String prompt, int count, Intervention... interventions) {
        return generate(prompt, count, Sampling.greedy(), interventions);
    }

    /**
     * The prompt continued by {@code count} tokens, or by fewer where the model ends it: at the tokens that its folder
     * names, or else at the tokenizer's end of a sequence, as in Hugging Face's {@code generate}. The given changes are
     * made at every step.
     */
    public String generate(String prompt, int count, Sampling sampling, Intervention... interventions) {
        OptionalLong end = tokenizer().eosId();
        Transformer ending = ends == null && end.isPresent() ? endingAt(end.getAsLong()) : this;
        Generated generated =
                ending.generate(tokens(prompt), count, sampling, Recording.none(), token -> {}, interventions);
        return tokenizer().decode(generated.tokens().row(0));
    }

    /**
     * Tokens continued by {@code count} more in each row, or by fewer where the model ends all of them; {@code listener}
     * is told each new token of the first row.
     */
    public Tokens generate(
            Tokens prompt, int count, Sampling sampling, Consumer<String> listener, Intervention... interventions) {
        return generate(prompt, count, sampling, Recording.none(), listener, interventions)
                .tokens();
    }

    /**
     * Tokens continued by {@code count} more in each row, with a record of every position that passed through the model:
     * all but the last token. It stops before where every row has come to a token that the model's folder, or
     * {@link #endingAt}, names as an end; a row that came to its end first repeats that token until then. Positions in interventions count from the prompt's beginning, and negative ones from the
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
            return new Generation(this, sampling, recording, listed(interventions), ends == null ? Set.of() : ends)
                    .run(prompt, count, listener);
        }
    }

    @Override
    public String toString() {
        return String.format(
                "%s: %d layers × %d heads, d_model %d, d_mlp %d, %d tokens, context %d, %,d parameters%s; %s",
                config().name(),
                config().nLayers(),
                config().nHeads(),
                config().dModel(),
                config().dMlp(),
                config().dVocab(),
                config().nCtx(),
                weights().count(),
                weights().areInBfloat16() ? ", products in bfloat16" : "",
                tokenizer == null ? "no tokenizer" : tokenizer);
    }
}
