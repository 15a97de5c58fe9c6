package practicum.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.progress.Progress;
import practicum.tensor.Autograd;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * The gradients of {@link GradientPass} with the graph of one block at a time: each block is computed again when its turn
 * comes on the way back (Chen et al. 2016, arXiv 1604.06174). A third more work, a fraction of the memory.
 */
final class BlockwiseGradientPass {
    private final Transformer model;
    private final List<Hook> hooks;
    private final List<Intervention> interventions;
    private final Recording recording;

    private final Map<Hook, Tensor> activations = new LinkedHashMap<>();
    private final Map<Hook, Tensor> gradients = new LinkedHashMap<>();

    BlockwiseGradientPass(Transformer model, List<Hook> hooks, List<Intervention> interventions) {
        this.model = model;
        this.hooks = List.copyOf(hooks);
        this.interventions = interventions;
        recording = Recording.of(hooks.toArray(Hook[]::new));
    }

    Gradients of(Tokens tokens, Metric metric) {
        ModelConfig config = model.config();
        Passage passage = new Passage(config, tokens);
        int layers = config.nLayers();
        int first = GradientPass.firstLayer(hooks, config);
        try (Scope scope = Scope.open();
                Progress progress = Progress.start("Gradients, block by block", layers - Math.max(0, first))) {
            Tap effects = new Tap(Recording.none(), interventions, model.anatomy());
            List<Tensor> streams = streams(passage, effects);

            Tensor end = streams.get(layers);
            Tensor[] results = new Tensor[2];
            Tensor upstream = back(passage, end, GradientPass::isAtEnd, null, (forward, leaf, part) -> {
                Tensor normalized = forward.normalized(leaf).take(1, metric.positions(tokens.length()));
                results[0] = part.keep(model.unembed(normalized));
                results[1] = part.keep(metric.differentiable(results[0]));
                return results[1];
            });
            for (int l = layers - 1; l >= Math.max(0, first); l--) {
                int layer = l;
                upstream = back(
                        passage,
                        streams.get(l),
                        h -> h.layer() == layer,
                        upstream,
                        (forward, leaf, part) -> forward.through(layer, layer + 1, leaf));
                progress.advance(1);
            }
            if (first < 0) {
                Predicate<Hook> atStart = h -> !h.point().inBlocks() && !GradientPass.isAtEnd(h);
                back(passage, end, atStart, upstream, (forward, leaf, part) -> forward.embedded(true));
            }
            effects.requireEffects();
            Map<Hook, Tensor> ordered = new LinkedHashMap<>();
            hooks.forEach(h -> ordered.put(h, present(gradients.get(h), h)));
            Run run = new Run(model, tokens, results[0].detach(), recording, activations, effects.receipts());
            return GradientPass.kept(scope, run, results[1], ordered);
        }
    }

    /** The stream before each block, and after the last. */
    private List<Tensor> streams(Passage passage, Tap tap) {
        try (GradMode off = GradMode.off()) {
            Forward forward = new Forward(model.config(), model.weights(), tap, passage);
            List<Tensor> streams = new ArrayList<>();
            streams.add(forward.embedded(false));
            for (int l = 0; l < model.config().nLayers(); l++) {
                streams.add(forward.through(l, l + 1, streams.get(l)));
            }
            forward.normalized(streams.get(streams.size() - 1)); // for the receipts of changes there
            return streams;
        }
    }

    private interface Part {
        Tensor of(Forward forward, Tensor leaf, Scope part);
    }

    /** Computes a part again from its input and takes the gradients of its hooks; gives that of the input. */
    private Tensor back(Passage passage, Tensor input, Predicate<Hook> here, @Nullable Tensor upstream, Part part) {
        List<Hook> own = hooks.stream().filter(here).toList();
        try (GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            Tap tap = Tap.differentiated(Recording.of(own.toArray(Hook[]::new)), interventions, model.anatomy());
            Forward forward = new Forward(model.config(), model.weights(), tap, passage);
            Tensor leaf = input.requiresGrad();
            Tensor out = part.of(forward, leaf, scope);
            Tensor value = upstream == null ? out.sum() : out.mul(upstream).sum();
            List<Tensor> points = new ArrayList<>();
            own.forEach(h -> points.add(tap.flowed(h)));
            points.add(leaf);
            List<Tensor> found = Autograd.grad(value, points);
            GradientPass.named(own, found).forEach((h, g) -> gradients.put(h, scope.keep(g)));
            tap.recorded().forEach((h, v) -> activations.put(h, scope.keep(v.detach())));
            return scope.keep(found.get(own.size()));
        }
    }

    private static Tensor present(@Nullable Tensor gradient, Hook hook) {
        if (gradient == null) {
            throw new IllegalStateException("no gradient at " + hook);
        }
        return gradient;
    }
}
