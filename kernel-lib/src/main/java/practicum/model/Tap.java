package practicum.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/** What a forward pass calls at each hook: makes the interventions, keeps what is recorded, writes the receipts. */
final class Tap {
    private final Recording recording;
    private final Map<Hook, List<Intervention>> interventions = new LinkedHashMap<>();
    private final Map<Hook, Tensor> recorded = new LinkedHashMap<>();
    private final Map<Intervention, Double> receipts = new LinkedHashMap<>();

    Tap(Recording recording, List<Intervention> interventions, int layers) {
        this.recording = recording;
        for (Intervention intervention : interventions) {
            Hook hook = intervention.site().hook();
            requireLayer(hook, layers);
            this.interventions.computeIfAbsent(hook, h -> new ArrayList<>()).add(intervention);
        }
    }

    static void requireLayer(Hook hook, int layers) {
        if (hook.layer() >= layers) {
            throw new HookException("There is no hook " + hook + ": this model has layers 0–" + (layers - 1) + "."
                    + (hook.point() == HookPoint.RESID_PRE && hook.layer() == layers
                            ? " For the last residual stream use Hook.residPost(" + (layers - 1) + ")."
                            : ""));
        }
    }

    /** Whether anybody reads or changes this hook: where nobody does, a fused computation may pass it by. */
    boolean observes(HookPoint point, int layer) {
        Hook hook = new Hook(point, layer);
        return interventions.containsKey(hook) || recording.wants().test(hook);
    }

    /** Lets a value through a hook, changed where it is to be. */
    Tensor at(HookPoint point, int layer, Tensor value) {
        Hook hook = new Hook(point, layer);
        Tensor result = value;
        for (Intervention intervention : interventions.getOrDefault(hook, List.of())) {
            Tensor changed = intervention.apply(result);
            double change = changed.sub(result).abs().max().item();
            receipts.merge(intervention, change, Math::max);
            result = changed;
        }
        if (recording.wants().test(hook)) {
            recorded.put(hook, result.named(point.axes().toArray(String[]::new)));
        }
        return result;
    }

    Map<Hook, Tensor> recorded() {
        return recorded;
    }

    /** The largest change that each intervention made. */
    Map<Intervention, Double> receipts() {
        return receipts;
    }

    void keep(Scope scope) {
        recorded.values().forEach(scope::keep);
    }

    /** Silent wrong numbers begin with an intervention that did nothing: that is an error. */
    void requireEffects() {
        interventions.values().stream().flatMap(List::stream).forEach(i -> {
            Double change = receipts.get(i);
            if (change == null) {
                throw new HookException("\"" + i + "\" never fired: this model does not compute that hook.");
            }
            if (change.isNaN()) {
                throw new HookException("\"" + i + "\" made values that are not numbers (NaN).");
            }
            if (change == 0) {
                throw new HookException("\"" + i + "\" changed nothing: the new value equals the old one. If you patch"
                        + " from another run, check that the prompts differ before that position; if you ablate,"
                        + " check the head and position. Where no change is right, use model.run(…) without it.");
            }
        });
    }
}
