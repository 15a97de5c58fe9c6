package practicum.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.tensor.Autograd;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * A run that can be differentiated with respect to what flows through hooks. Parameters take no part, and nothing before
 * the first of the hooks is recorded: that is most of what a backward pass would cost.
 */
final class Differentiation {
    private final Transformer model;
    private final List<Hook> hooks;
    private final List<Intervention> interventions;

    Differentiation(Transformer model, List<Hook> hooks, List<Intervention> interventions) {
        if (hooks.isEmpty()) {
            throw new ModelException("Name at least one hook to take gradients with respect to.");
        }
        this.model = model;
        this.hooks = hooks;
        this.interventions = interventions;
    }

    Gradients of(Tokens tokens, Metric metric) {
        model.requireRunnable(tokens);
        ModelConfig config = model.config();
        Recording recording = Recording.of(hooks.toArray(Hook[]::new));
        Tap tap = Tap.differentiated(recording, interventions, config);
        try (GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            Forward forward = new Forward(config, model.weights(), tap, new Passage(config, tokens));
            Tensor stream = forward.differentiableStream(firstLayer());
            Tensor normalized = forward.normalized(stream).take(1, metric.positions(tokens.length()));
            Tensor logits = model.unembed(normalized);
            Tensor values = metric.of(logits);
            List<Tensor> points = hooks.stream().map(tap::flowed).toList();
            List<Tensor> gradients = Autograd.grad(values.sum(), points);
            tap.requireEffects();
            return kept(tokens, logits, values, gradients, tap, recording, scope);
        }
    }

    private Gradients kept(
            Tokens tokens,
            Tensor logits,
            Tensor values,
            List<Tensor> gradients,
            Tap tap,
            Recording recording,
            Scope scope) {
        Map<Hook, Tensor> byHook = new LinkedHashMap<>();
        Map<Hook, Tensor> activations = new LinkedHashMap<>();
        Map<Hook, Tensor> recorded = tap.recorded();
        recorded.forEach((hook, value) -> activations.put(hook, value.detach()));
        for (int i = 0; i < hooks.size(); i++) {
            Hook hook = hooks.get(i);
            String[] axes = hook.point().axes().toArray(String[]::new);
            byHook.put(hook, scope.keep(gradients.get(i).named(axes)));
        }
        Run run = new Run(model, tokens, logits.detach(), recording, activations, tap.receipts());
        run.keep(scope);
        return new Gradients(run, scope.keep(values.detach()), byHook);
    }

    /** The first block that has one of the hooks: before it nothing need be recorded. −1 for the embedding. */
    private int firstLayer() {
        int last = model.config().nLayers() - 1;
        return hooks.stream()
                .mapToInt(h -> h.point().inBlocks() ? h.layer() : isAtEnd(h.point()) ? last : -1)
                .min()
                .orElse(-1);
    }

    private static boolean isAtEnd(HookPoint point) {
        return Arrays.asList(HookPoint.LN_FINAL_SCALE, HookPoint.LN_FINAL_NORMALIZED)
                .contains(point);
    }
}
