package practicum.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.hook.Intervention;
import practicum.tensor.Autograd;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** A run forwards and back for gradients with respect to parameters; the model's own are not touched. */
final class ParameterPass {
    private final Transformer model;
    private final List<Intervention> interventions;
    private final List<String> names;

    ParameterPass(Transformer model, List<Intervention> interventions, List<String> names) {
        this.model = model;
        this.interventions = interventions;
        this.names = names.isEmpty() ? List.copyOf(model.weights().byName().keySet()) : names;
    }

    Map<String, Tensor> gradients(Tokens tokens, Metric metric) {
        try (GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            Map<String, Tensor> leaves = leaves();
            List<Tensor> found = Autograd.grad(value(tokens, metric, leaves), List.copyOf(leaves.values()));
            Map<String, Tensor> byName = new LinkedHashMap<>();
            List<String> order = List.copyOf(leaves.keySet());
            for (int i = 0; i < found.size(); i++) {
                byName.put(order.get(i), scope.keep(found.get(i)));
            }
            return byName;
        }
    }

    /** The parameters as leaves of a graph: they share the model's memory. */
    Map<String, Tensor> leaves() {
        Map<String, Tensor> leaves = new LinkedHashMap<>();
        names.forEach(name -> leaves.put(name, model.weights().get(name).leaf()));
        return leaves;
    }

    /** The metric, summed over the prompts, of a model with these parameters. */
    Tensor value(Tokens tokens, Metric metric, Map<String, Tensor> leaves) {
        Map<String, Tensor> all = new LinkedHashMap<>(model.weights().byName());
        all.putAll(leaves);
        Weights weights = Weights.of(model.config(), all);
        Tap tap = new Tap(Recording.none(), interventions, model.anatomy());
        Passage passage = new Passage(model.config(), tokens);
        Forward forward = new Forward(model.config(), weights, tap, passage);
        Tensor normalized = forward.normalized(forward.stream()).take(1, metric.positions(tokens.length()));
        Tensor logits = Forward.unembed(model.config(), weights, normalized);
        Tensor sum = metric.differentiable(logits).sum();
        tap.requireEffects();
        return sum;
    }
}
