package practicum.model;

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
 * A run forwards and back for gradients with respect to what flows through hooks. Parameters take no part, and nothing
 * before the first of the hooks is recorded: that is most of what a backward pass would cost.
 */
final class GradientPass {
    private final Transformer model;
    private final List<Hook> hooks;
    private final List<Intervention> interventions;

    GradientPass(Transformer model, List<Hook> hooks, List<Intervention> interventions) {
        this.model = model;
        this.hooks = List.copyOf(hooks);
        this.interventions = interventions;
    }

    Gradients of(Tokens tokens, Metric metric) {
        Recording recording = Recording.of(hooks.toArray(Hook[]::new));
        Tap tap = Tap.differentiated(recording, interventions, model.anatomy());
        try (GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            Passage passage = new Passage(model.config(), tokens);
            Forward forward = new Forward(model.config(), model.weights(), tap, passage);
            Tensor stream = forward.differentiableStream(firstLayer(hooks, model.config()));
            Tensor normalized = forward.normalized(stream);
            Tensor logits = model.unembed(normalized.take(1, metric.positions(tokens.length())));
            Tensor values = metric.differentiable(logits);
            List<Tensor> gradients =
                    Autograd.grad(values.sum(), hooks.stream().map(tap::flowed).toList());
            tap.requireEffects();

            Map<Hook, Tensor> activations = new LinkedHashMap<>();
            tap.recorded().forEach((hook, value) -> activations.put(hook, value.detach()));
            Run run = new Run(model, tokens, logits.detach(), recording, activations, tap.receipts());
            return kept(scope, run, values, named(hooks, gradients));
        }
    }

    static Map<Hook, Tensor> named(List<Hook> hooks, List<Tensor> gradients) {
        Map<Hook, Tensor> byHook = new LinkedHashMap<>();
        for (int i = 0; i < hooks.size(); i++) {
            Hook hook = hooks.get(i);
            byHook.put(hook, gradients.get(i).named(hook.point().axes().toArray(String[]::new)));
        }
        return byHook;
    }

    static Gradients kept(Scope scope, Run run, Tensor values, Map<Hook, Tensor> gradients) {
        run.keep(scope);
        gradients.values().forEach(scope::keep);
        return new Gradients(run, scope.keep(values.detach()), gradients);
    }

    /** The first block that has one of the hooks: before it nothing need be recorded. −1 for the embedding. */
    static int firstLayer(List<Hook> hooks, ModelConfig config) {
        return hooks.stream()
                .mapToInt(h -> h.point().inBlocks() ? h.layer() : isAtEnd(h) ? config.nLayers() : -1)
                .min()
                .orElse(-1);
    }

    static boolean isAtEnd(Hook hook) {
        return hook.point() == HookPoint.LN_FINAL_SCALE || hook.point() == HookPoint.LN_FINAL_NORMALIZED;
    }
}
