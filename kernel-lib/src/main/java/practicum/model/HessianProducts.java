package practicum.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.tensor.Autograd;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/** Products of a Hessian with a vector: the gradient of (gradient · vector). */
final class HessianProducts {
    private final Transformer model;
    private final List<Intervention> interventions;

    HessianProducts(Transformer model, List<Intervention> interventions) {
        this.model = model;
        this.interventions = interventions;
    }

    Tensor atHook(Tokens tokens, Metric metric, Hook hook, Tensor vector) {
        Tap tap = Tap.differentiated(Recording.of(hook), interventions, model.anatomy());
        try (GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            Passage passage = new Passage(model.config(), tokens);
            Forward forward = new Forward(model.config(), model.weights(), tap, passage);
            Tensor stream = forward.differentiableStream(GradientPass.firstLayer(List.of(hook), model.config()));
            Tensor normalized = forward.normalized(stream).take(1, metric.positions(tokens.length()));
            Tensor value = metric.differentiable(model.unembed(normalized)).sum();
            tap.requireEffects();
            List<Tensor> points = List.of(tap.flowed(hook));
            requireShape(hook.name(), points.get(0), vector);
            return scope.keep(products(value, points, List.of(vector)).get(0));
        }
    }

    Map<String, Tensor> atParameters(Tokens tokens, Metric metric, Map<String, Tensor> vectors) {
        if (vectors.isEmpty()) {
            throw new ModelException("Give a vector for at least one parameter, by its name.");
        }
        List<String> names = List.copyOf(vectors.keySet());
        ParameterPass pass = new ParameterPass(model, interventions, names);
        try (GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            Map<String, Tensor> leaves = pass.leaves();
            leaves.forEach((name, leaf) -> requireShape(name, leaf, vectors.getOrDefault(name, leaf)));
            List<Tensor> products = products(
                    pass.value(tokens, metric, leaves), List.copyOf(leaves.values()), List.copyOf(vectors.values()));
            Map<String, Tensor> byName = new LinkedHashMap<>();
            for (int i = 0; i < products.size(); i++) {
                byName.put(names.get(i), scope.keep(products.get(i)));
            }
            return byName;
        }
    }

    private static List<Tensor> products(Tensor value, List<Tensor> points, List<Tensor> vectors) {
        List<Tensor> gradients = Autograd.grad(value, points, true);
        Tensor along = Tensor.scalar(0);
        for (int i = 0; i < points.size(); i++) {
            along = gradients.get(i).mul(vectors.get(i)).sum().add(along);
        }
        // Where the metric is linear in the value, the gradient does not depend on it, and the Hessian is zero.
        return along.isDifferentiable()
                ? Autograd.grad(along, points)
                : points.stream().map(p -> p.detach().mul(0)).toList();
    }

    private static void requireShape(String what, Tensor value, Tensor vector) {
        if (!Arrays.equals(value.shape(), vector.shape())) {
            throw new ModelException("The vector for " + what + " must have its shape: it is " + vector
                    + ", the value is " + value + ".");
        }
    }
}
