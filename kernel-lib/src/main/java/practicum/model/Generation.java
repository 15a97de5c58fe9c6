package practicum.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import practicum.hook.Intervention;
import practicum.progress.Progress;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** A prompt being continued: the prompt passes once, then each new token, with the keys and values of all before it. */
final class Generation {
    private final Transformer model;
    private final Sampling sampling;
    private final Recording recording;
    private final List<Intervention> interventions;
    private final Set<Long> ends;

    /** @param ends ids that end a row; the generation ends with the last of the rows */
    Generation(
            Transformer model,
            Sampling sampling,
            Recording recording,
            List<Intervention> interventions,
            Set<Long> ends) {
        this.model = model;
        this.sampling = sampling;
        this.recording = recording;
        this.interventions = interventions;
        this.ends = ends;
    }

    Generated run(Tokens prompt, int count, Consumer<String> listener) {
        requireContinuable(prompt, count, listener);
        Padding.requireMoreThanPadding(prompt, interventions);
        List<Intervention> resolved =
                interventions.stream().map(i -> i.resolved(prompt.length())).toList();
        boolean growing = model.config().attention().rotary().stream()
                .anyMatch(r -> r.scaling().dependsOnLength());
        Random random = sampling.random();
        Tokens tokens = prompt;
        Tokens passedTokens = prompt;
        boolean[] ended = new boolean[prompt.batch()];
        try (Scope scope = Scope.open();
                Progress progress = Progress.start("Writing", count)) {
            Tap tap = new Tap(recording, resolved, model.anatomy());
            KeyValueCache cache = new KeyValueCache(prompt.length() + count);
            List<Tensor> logits = new ArrayList<>();
            int passed = 0;
            for (int step = 0; step < count; step++) {
                if (growing) { // all angles change with the length: nothing that passed can be kept
                    tap = new Tap(recording, resolved, model.anatomy());
                    cache = new KeyValueCache(tokens.length());
                    logits.clear();
                    passed = 0;
                }
                logits.add(pass(tokens, passed, tap, cache));
                passed = tokens.length();
                passedTokens = tokens;
                Tensor last = logits.get(logits.size() - 1).select(1, -1);
                tap.requireNumbers(last);
                tokens = continued(tokens, last, ended, random, listener);
                progress.advance(1);
                if (haveAllEnded(tokens, ended)) {
                    progress.advance(count - 1 - step); // what was asked for at most
                    break;
                }
            }
            tap.requireEffects();
            Tensor scores = Tensor.concat(1, logits);
            Run run = new Run(model, passedTokens, scores, recording, tap.recorded(), tap.receipts());
            run.keep(scope);
            return new Generated(tokens, run);
        }
    }

    /** Logits [b, p, d_vocab] of the positions from {@code start} on. */
    private Tensor pass(Tokens tokens, int start, Tap tap, KeyValueCache cache) {
        try (Scope scope = Scope.open()) {
            tap.pass(start, tokens.length() - start);
            Passage passage = new Passage(model.config(), tokens, start, cache);
            Forward forward = new Forward(model.config(), model.weights(), tap, passage);
            Tensor logits = scope.keep(model.unembed(forward.normalized(forward.stream())));
            tap.keep(scope);
            return logits;
        }
    }

    private Tokens continued(Tokens tokens, Tensor last, boolean[] ended, Random random, Consumer<String> listener) {
        long[] next = new long[tokens.batch()];
        List<String> labels = new ArrayList<>();
        for (int r = 0; r < next.length; r++) {
            next[r] = ended[r] ? newest(tokens, r) : sampling.choose(numbers(tokens, last, r), random);
            labels.add(model.label(next[r]));
        }
        listener.accept(labels.get(0));
        return tokens.append(next, labels);
    }

    private float[] numbers(Tokens tokens, Tensor last, int row) {
        float[] logits = last.get(row).toFloatArray();
        if (!Numbers.areFinite(logits)) {
            throw new ModelException("After " + tokens.length() + " tokens, the logits of \""
                    + model.config().name() + "\" are no finite numbers in row " + row + ": none can be chosen. "
                    + Numbers.ADVICE);
        }
        return logits;
    }

    private boolean haveAllEnded(Tokens tokens, boolean[] ended) {
        boolean all = true;
        for (int r = 0; r < ended.length; r++) {
            ended[r] = ended[r] || ends.contains(newest(tokens, r));
            all &= ended[r];
        }
        return all;
    }

    private static long newest(Tokens tokens, int row) {
        return tokens.row(row)[tokens.length() - 1];
    }

    private void requireContinuable(Tokens prompt, int count, Consumer<String> listener) {
        if (sampling == null || recording == null || listener == null) {
            throw new ModelException("Say how to choose, what to record and whom to tell, such as Sampling.greedy(),"
                    + " Recording.none() and token -> {}; one of them is null.");
        }
        if (count < 1) {
            throw new ModelException("A prompt is continued by at least one token, got " + count + ".");
        }
        if (!model.config().attention().causal()) {
            throw new ModelException(
                    "\"" + model.config().name() + "\" reads in both directions, so it cannot continue a"
                            + " prompt. Run it on a prompt with its mask token and read run.top(5, position).");
        }
        if (prompt.length() + count - 1 > model.config().nCtx()) {
            throw new ModelException("The prompt has " + prompt.length() + " tokens; with " + count
                    + " more it would be"
                    + " longer than the " + model.config().nCtx() + " that \""
                    + model.config().name()
                    + "\" reads. Ask for at most " + Math.max(0, model.config().nCtx() - prompt.length() + 1) + ".");
        }
        model.requireRunnable(prompt);
    }
}
