package practicum.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.hook.Hook;
import practicum.hook.Intervention;
import practicum.model.Metric;
import practicum.model.Recording;
import practicum.model.Tap;
import practicum.tensor.Autograd;
import practicum.tensor.GradMode;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * Gradients of a metric with respect to what flows through hooks. The metric may look at the whole batch, which may pass
 * in parts: first its gradient with respect to all outputs is taken, then each part's is taken back from there.
 */
final class Differentiation {
    private final Net net;
    private final List<Hook> hooks;
    private final Recording recording;
    private final List<Intervention> interventions;

    Differentiation(Net net, List<Hook> hooks, List<Intervention> interventions) {
        this.net = net;
        this.hooks = hooks.stream().distinct().toList();
        recording = Recording.of(this.hooks.toArray(Hook[]::new));
        this.interventions = interventions;
    }

    NetGradients of(Tensor inputs, Metric metric) {
        try (GradMode on = GradMode.on();
                Scope scope = Scope.open()) {
            Tensor outputs = net.run(inputs, Recording.none(), interventions.toArray(Intervention[]::new))
                    .logits()
                    .requiresGrad();
            Tensor values = metric.of(outputs.unsqueeze(1));
            Tensor slope = Autograd.grad(values.sum(), List.of(outputs)).get(0);
            List<NetRun> runs = new ArrayList<>();
            List<List<Tensor>> gradients = new ArrayList<>();
            int from = 0;
            for (Tensor part : Net.parts(inputs, !interventions.isEmpty())) {
                int to = from + part.size(0);
                runs.add(back(part, slope.narrow(0, from, to), gradients));
                from = to;
            }
            Map<Hook, Tensor> byHook = new LinkedHashMap<>();
            for (int h = 0; h < hooks.size(); h++) {
                int index = h;
                List<Tensor> parts = gradients.stream().map(g -> g.get(index)).toList();
                byHook.put(hooks.get(h), scope.keep(NetRun.joined(hooks.get(h), parts)));
            }
            return new NetGradients(NetRun.joined(runs).kept(scope), scope.keep(values.detach()), byHook);
        }
    }

    private NetRun back(Tensor part, Tensor slope, List<List<Tensor>> gradients) {
        try (Scope scope = Scope.open()) {
            Tap tap = Tap.differentiated(recording, interventions, net.anatomy());
            // The input is the one leaf: everything recorded follows from it.
            NetRun run = net.pass(part.requiresGrad(), tap, recording);
            List<Tensor> points = hooks.stream().map(tap::flowed).toList();
            List<Tensor> each = Autograd.grad(run.logits().mul(slope).sum(), points);
            each.forEach(scope::keep);
            gradients.add(each);
            return run.detached().kept(scope);
        }
    }
}
