package practicum.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.model.Gradients;
import practicum.model.Metric;
import practicum.model.Recording;
import practicum.model.Transformer;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** Gradients with respect to what flows through hooks: once, and at steps along a path. */
record GradientCases(Subject subject) {
    private static final int STEPS = 5;
    private static final Metric METRIC = Metric.logitDiff(5, 6);

    List<BenchCase> all() {
        return List.of(atAllHooks(), alongAPath());
    }

    /** Naively, the parameters' gradients are taken, as a backward pass does unless one says otherwise. */
    private BenchCase atAllHooks() {
        Sizes s = subject.sizes();
        Tokens tokens = subject.tokens(1, s.prompt(), 1);
        Transformer model = subject.model();
        Hook[] hooks =
                model.hooks().stream().filter(h -> !h.point().onRequest()).toArray(Hook[]::new);
        return BenchCase.of(
                        "gradients at all hooks " + ForwardCases.size(1, s.prompt()),
                        () -> model.gradients(tokens, METRIC, hooks).metric().toFloatArray())
                .withFlops(2 * (subject.blockFlops(1, s.prompt()) + subject.unembeddingFlops(1)))
                .aiming(Aim.atMostTheLimitTimes(1.4))
                .naively(() -> {
                    model.differentiate(tokens).parameterGradients(METRIC);
                    return new float[0];
                });
    }

    /** What integrated gradients need: naively one step after the other, else all as one batch. */
    private BenchCase alongAPath() {
        Transformer model = subject.model();
        int length = subject.sizes().sweepPrompt();
        Tokens corrupted = subject.tokens(1, length, 2);
        Supplier<List<Tensor>> path = new Once<>(() -> path(subject.tokens(1, length, 1), corrupted));
        Hook[] hooks = hooks();
        return BenchCase.of(STEPS + " gradient steps 1×" + length, () -> {
                    Intervention all = Hook.embed().edit(x -> Tensor.concat(0, path.get()));
                    Gradients gradients = model.differentiate(corrupted.repeated(STEPS))
                            .with(all)
                            .gradients(METRIC, hooks);
                    return gradients.get(hooks[0]).sum(0).toFloatArray();
                })
                .withFlops(2 * (subject.blockFlops(STEPS, length) + subject.unembeddingFlops(STEPS)))
                .aiming(Aim.fasterThanNaiveBy(2.3))
                .naively(() -> {
                    float[] sum = new float[0];
                    for (Tensor step : path.get()) {
                        try (Scope scope = Scope.open()) {
                            Gradients gradients = model.differentiate(corrupted)
                                    .with(Hook.embed().edit(x -> step))
                                    .gradients(METRIC, hooks);
                            sum = plus(sum, gradients.get(hooks[0]).toFloatArray());
                        }
                    }
                    return sum;
                });
    }

    private Hook[] hooks() {
        List<Hook> hooks = new ArrayList<>();
        for (int l = 0; l < subject.model().config().nLayers(); l++) {
            for (HookPoint point : List.of(
                    HookPoint.RESID_PRE, HookPoint.Q, HookPoint.K, HookPoint.V, HookPoint.Z, HookPoint.MLP_OUT)) {
                hooks.add(new Hook(point, l));
            }
        }
        return hooks.toArray(Hook[]::new);
    }

    /** Embeddings on the way from one prompt to another. */
    private List<Tensor> path(Tokens from, Tokens to) {
        Recording embeddings = Recording.of(Hook.embed());
        Tensor start = subject.model().run(from, embeddings).get(Hook.embed());
        Tensor end = subject.model().run(to, embeddings).get(Hook.embed());
        List<Tensor> path = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            path.add(start.add(end.sub(start).mul((i + 0.5) / STEPS)));
        }
        return path;
    }

    private static float[] plus(float[] a, float[] b) {
        float[] sum = b.clone();
        for (int i = 0; i < a.length; i++) {
            sum[i] += a[i];
        }
        return sum;
    }
}
