package practicum.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import practicum.hook.Intervention;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokenizer;
import practicum.token.Tokens;

/**
 * A decoder-only transformer whose every intermediate value can be read and changed.
 *
 * <p>Runs never change it: an intervention is an argument of one run. Weight matrices multiply from the right (x · W)
 * and have the literature's names.
 */
public final class Transformer {
    private final ModelConfig config;
    private final Weights weights;
    private final @Nullable Tokenizer tokenizer;

    /** A model of checked weights; without a tokenizer it runs on ids only. */
    public Transformer(ModelConfig config, Weights weights, @Nullable Tokenizer tokenizer) {
        this.config = config;
        this.weights = weights;
        this.tokenizer = tokenizer;
    }

    public ModelConfig config() {
        return config;
    }

    public Weights weights() {
        return weights;
    }

    /**
     * The tokenizer.
     *
     * @throws ModelException if the model's folder had none
     */
    public Tokenizer tokenizer() {
        if (tokenizer == null) {
            throw new ModelException("The model \"" + config.name()
                    + "\" has no tokenizer.json, so it cannot read text; run it on Tokens.ofIds(…).");
        }
        return tokenizer;
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

    /** Logits [batch, pos, d_vocab] computed in this thread's grad mode: what a loss is made of. */
    public Tensor logits(Tokens tokens) {
        return pass(tokens, Recording.none(), List.of()).logits();
    }

    private Run pass(Tokens tokens, Recording recording, List<Intervention> interventions) {
        requireRunnable(tokens);
        Tap tap = new Tap(recording, interventions, config.nLayers());
        try (Scope scope = Scope.open()) {
            AttentionMask mask = new AttentionMask(config, tokens);
            Tensor logits = new Forward(config, weights, tap, mask).logits(tokens);
            tap.requireEffects();
            Run run = new Run(this, tokens, logits, recording, tap.recorded(), tap.receipts());
            scope.keep(run.logits());
            tap.keep(scope);
            return run;
        }
    }

    private void requireRunnable(Tokens tokens) {
        if (tokens.length() > config.nCtx()) {
            throw new ModelException("The prompt has " + tokens.length() + " tokens, but \"" + config.name()
                    + "\" reads at most " + config.nCtx() + ". Shorten it.");
        }
        for (int r = 0; r < tokens.batch(); r++) {
            for (long id : tokens.row(r)) {
                if (id < 0 || id >= config.dVocab()) {
                    throw new ModelException("There is no token " + id + ": \"" + config.name() + "\" has tokens 0 to "
                            + (config.dVocab() - 1) + ".");
                }
            }
        }
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

    /**
     * Tokens continued by {@code count} more in each row. Positions in interventions are those of the prompt: −1 is its
     * last token at every step.
     *
     * @param listener told each new token of the first row as it comes
     */
    public Tokens generate(
            Tokens prompt, int count, Sampling sampling, Consumer<String> listener, Intervention... interventions) {
        Intervention[] resolved = Arrays.stream(interventions)
                .map(i -> i.resolved(prompt.length()))
                .toArray(Intervention[]::new);
        Random random = sampling.random();
        Tokens tokens = prompt;
        for (int step = 0; step < count; step++) {
            Tensor last = run(tokens, Recording.none(), resolved).logits().select(1, -1); // [batch, d_vocab]
            long[] next = new long[tokens.batch()];
            List<String> labels = new ArrayList<>();
            for (int r = 0; r < next.length; r++) {
                next[r] = sampling.choose(last.get(r).toFloatArray(), random);
                labels.add(label(next[r]));
            }
            tokens = tokens.append(next, labels);
            listener.accept(labels.get(0));
        }
        return tokens;
    }

    // ---------------------------------------------------------------- parts

    /** The final layer normalisation of a residual stream [.., d_model]. */
    public Tensor lnFinal(Tensor resid) {
        return resid.layerNorm(weights.get(Parameter.LN_FINAL_W), weights.get(Parameter.LN_FINAL_B), config.epsilon());
    }

    /** Logits [.., d_vocab] of an already normalised stream [.., d_model]. */
    public Tensor unembed(Tensor normalized) {
        return normalized.matMul(weights.unembedding());
    }

    /** Token embeddings [d_vocab, d_model]. */
    public Tensor W_E() {
        return weights.get(Parameter.W_E).named("d_vocab", "d_model");
    }

    /** Positional embeddings [n_ctx, d_model]. */
    public Tensor W_pos() {
        return weights.get(Parameter.W_POS).named("n_ctx", "d_model");
    }

    /** The unembedding [d_model, d_vocab]. */
    public Tensor W_U() {
        return weights.unembedding().named("d_model", "d_vocab");
    }

    /** A head's query matrix [d_model, d_head]. */
    public Tensor W_Q(int layer, int head) {
        return qkv(layer, head, 0);
    }

    /** A head's key matrix [d_model, d_head]. */
    public Tensor W_K(int layer, int head) {
        return qkv(layer, head, 1);
    }

    /** A head's value matrix [d_model, d_head]. */
    public Tensor W_V(int layer, int head) {
        return qkv(layer, head, 2);
    }

    /** A head's output matrix [d_head, d_model]. */
    public Tensor W_O(int layer, int head) {
        int d = config.dHead();
        int h = head(head);
        return block(layer).wO().narrow(0, h * d, (h + 1) * d).named("d_head", "d_model");
    }

    /** What neurons read [d_model, d_mlp]. */
    public Tensor W_in(int layer) {
        return block(layer).wIn().named("d_model", "d_mlp");
    }

    /** What neurons write [d_mlp, d_model]. */
    public Tensor W_out(int layer) {
        return block(layer).wOut().named("d_mlp", "d_model");
    }

    /** A head's query bias [d_head]. */
    public Tensor b_Q(int layer, int head) {
        return qkvBias(layer, head, 0);
    }

    /** A head's key bias [d_head]. */
    public Tensor b_K(int layer, int head) {
        return qkvBias(layer, head, 1);
    }

    /** A head's value bias [d_head]. */
    public Tensor b_V(int layer, int head) {
        return qkvBias(layer, head, 2);
    }

    /** What attention adds to the stream besides its heads [d_model]. */
    public Tensor b_O(int layer) {
        return block(layer).bO().named("d_model");
    }

    /** The neurons' bias [d_mlp]. */
    public Tensor b_in(int layer) {
        return block(layer).bIn().named("d_mlp");
    }

    /** What the MLP adds to the stream besides its neurons [d_model]. */
    public Tensor b_out(int layer) {
        return block(layer).bOut().named("d_model");
    }

    /** The scale of the normalisation before attention [d_model]. */
    public Tensor ln1_w(int layer) {
        return block(layer).ln1W().named("d_model");
    }

    /** The shift of the normalisation before attention [d_model]. */
    public Tensor ln1_b(int layer) {
        return block(layer).ln1B().named("d_model");
    }

    /** The scale of the normalisation before the MLP [d_model]. */
    public Tensor ln2_w(int layer) {
        return block(layer).ln2W().named("d_model");
    }

    /** The shift of the normalisation before the MLP [d_model]. */
    public Tensor ln2_b(int layer) {
        return block(layer).ln2B().named("d_model");
    }

    /** The scale of the final normalisation [d_model]. */
    public Tensor lnFinal_w() {
        return weights.get(Parameter.LN_FINAL_W).named("d_model");
    }

    /** The shift of the final normalisation [d_model]. */
    public Tensor lnFinal_b() {
        return weights.get(Parameter.LN_FINAL_B).named("d_model");
    }

    private Tensor qkv(int layer, int head, int which) {
        int from = column(head, which);
        return block(layer).wQkv().narrow(1, from, from + config.dHead()).named("d_model", "d_head");
    }

    private Tensor qkvBias(int layer, int head, int which) {
        int from = column(head, which);
        return block(layer).bQkv().narrow(0, from, from + config.dHead()).named("d_head");
    }

    /** Where a head's part of the joint matrix begins: all queries, then all keys, then all values. */
    private int column(int head, int which) {
        return (which * config.nHeads() + head(head)) * config.dHead();
    }

    private Weights.Block block(int layer) {
        if (layer < 0 || layer >= config.nLayers()) {
            throw new ModelException("There is no layer " + layer + ": \"" + config.name() + "\" has layers 0–"
                    + (config.nLayers() - 1) + ".");
        }
        return weights.block(layer);
    }

    private int head(int head) {
        if (head < 0 || head >= config.nHeads()) {
            throw new ModelException("There is no head " + head + ": \"" + config.name() + "\" has heads 0–"
                    + (config.nHeads() - 1) + ".");
        }
        return head;
    }

    @Override
    public String toString() {
        return String.format(
                "%s: %d layers × %d heads, d_model %d, d_mlp %d, %d tokens, context %d, %,d parameters; %s",
                config.name(),
                config.nLayers(),
                config.nHeads(),
                config.dModel(),
                config.dMlp(),
                config.dVocab(),
                config.nCtx(),
                weights.count(),
                tokenizer == null ? "no tokenizer" : tokenizer);
    }
}
