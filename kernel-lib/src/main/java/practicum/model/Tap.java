package practicum.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import practicum.hook.Anatomy;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.hook.HookPoint;
import practicum.hook.Intervention;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

/**
 * What a forward pass calls at each hook: makes the interventions, keeps what is recorded, writes the receipts. A prompt
 * that is continued passes in pieces, through one tap. Transformers and nets have the same.
 */
public final class Tap {
    private static final List<HookPoint> PROJECTED = List.of(HookPoint.Q, HookPoint.K, HookPoint.V);

    private final Recording recording;
    private final Map<Hook, List<Intervention>> interventions = new LinkedHashMap<>();
    private final Map<Hook, List<Tensor>> recorded = new LinkedHashMap<>();
    private final Map<Intervention, Double> receipts = new LinkedHashMap<>();
    private boolean differentiated;
    private int start;
    private int length = -1;

    /**
     * A tap for one run.
     *
     * @throws HookException if an intervention is at a hook that this model does not compute
     */
    public Tap(Recording recording, List<Intervention> interventions, Anatomy anatomy) {
        this.recording = recording;
        recording.named().forEach(anatomy::require);
        for (@Nullable Intervention intervention : interventions) {
            if (intervention == null) {
                throw new HookException("One of the changes is null; give changes such as Hook.z(0).head(1).ablate().");
            }
            Hook hook = intervention.site().hook();
            anatomy.require(hook);
            intervention.requireOriginIn(anatomy);
            this.interventions.computeIfAbsent(hook, h -> new ArrayList<>()).add(intervention);
        }
    }

    /** A tap that nobody reads and nothing changes. */
    static Tap silent(ModelConfig config) {
        return new Tap(Recording.none(), List.of(), config);
    }

    /** A tap whose recorded values are points of the graph that gradients are taken with respect to. */
    public static Tap differentiated(Recording recording, List<Intervention> interventions, Anatomy anatomy) {
        Tap tap = new Tap(recording, interventions, anatomy);
        tap.differentiated = true;
        return tap;
    }

    /** From now on positions {@code start} to {@code start + length} pass; those before have passed. */
    void pass(int newStart, int newLength) {
        start = newStart;
        length = newLength;
    }

    /** Whether anybody reads or changes this hook: where nobody does, a fused computation may pass it by. */
    boolean observes(HookPoint point, int layer) {
        Hook hook = new Hook(point, layer);
        return interventions.containsKey(hook) || recording.wants().test(hook);
    }

    /** Whether what comes out of this hook is not what went in: it is changed, or gradients are taken with respect to it. */
    boolean replaces(HookPoint point, int layer) {
        Hook hook = new Hook(point, layer);
        return interventions.containsKey(hook)
                || differentiated && recording.wants().test(hook);
    }

    /**
     * Refuses changes or gradients at ln1 beside those at a reader's own input: the reader then has a normalisation of its
     * own, which the hooks of the common one do not see.
     */
    void requireApartFromLn1(HookPoint input, int layer) {
        for (HookPoint common : List.of(HookPoint.LN1_SCALE, HookPoint.LN1_NORMALIZED)) {
            if (replaces(common, layer)) {
                throw new HookException(new Hook(input, layer) + " and " + new Hook(common, layer)
                        + " cannot both be changed, or differentiated by, in one run: what is read at the first passes"
                        + " a normalisation of its own, where the second has no say. Use two runs.");
            }
        }
    }

    /** Lets a value through a hook, changed where it is to be. */
    public Tensor at(HookPoint point, int layer, Tensor value) {
        Hook hook = new Hook(point, layer);
        Tensor result = value;
        for (Intervention intervention : interventions.getOrDefault(hook, List.of())) {
            result = changed(intervention, result);
        }
        if (recording.wants().test(hook)) {
            if (differentiated && !result.isDifferentiable()) {
                result = result.requiresGrad(); // all before it was replaced: the graph begins here
            }
            recorded.computeIfAbsent(hook, h -> new ArrayList<>()).add(sharesItsMemory(hook) ? result.copy() : result);
        }
        return result;
    }

    /** Queries, keys and values lie in one piece of memory: recording some of them must not keep the others. */
    private boolean sharesItsMemory(Hook hook) {
        return !differentiated
                && PROJECTED.contains(hook.point())
                && !PROJECTED.stream().allMatch(p -> recording.wants().test(new Hook(p, hook.layer())));
    }

    private Tensor changed(Intervention intervention, Tensor value) {
        Optional<Intervention> here = length < 0 ? Optional.of(intervention) : intervention.within(start, length);
        if (here.isEmpty()) {
            return value;
        }
        Tensor changed = here.get().apply(value);
        double change = changed.sub(value).abs().max().item();
        receipts.merge(intervention, change, (a, b) -> Double.isNaN(a) ? a : Double.isNaN(b) ? b : Math.max(a, b));
        return changed;
    }

    /** What was recorded at each hook, all pieces together, with the names of its axes. */
    public Map<Hook, Tensor> recorded() {
        Map<Hook, Tensor> whole = new LinkedHashMap<>();
        recorded.forEach((hook, parts) -> whole.put(
                hook, Pieces.joined(hook, parts).named(hook.point().axes().toArray(String[]::new))));
        return whole;
    }

    /** The tensor itself that flowed through a hook in a pass in one piece: what gradients can be taken of. */
    public Tensor flowed(Hook hook) {
        return recorded.getOrDefault(hook, List.of()).get(0);
    }

    /** What each intervention did. */
    public Receipts receipts() {
        return new Receipts(receipts);
    }

    /**
     * Refuses a result that a change has spoilt: one infinite number, or a division by zero, is NaN everywhere after it.
     *
     * @throws HookException if a change was made and the result has values that are not numbers
     */
    public void requireNumbers(Tensor result) {
        if (!interventions.isEmpty() && !Float.isFinite(result.sum().item())) {
            throw new HookException("The result is not a number (NaN, or infinite) after the changes "
                    + interventions.values() + ". Make them one by one to see which it is.");
        }
    }

    void keep(Scope scope) {
        recorded.values().forEach(parts -> parts.forEach(scope::keep));
    }

    /**
     * Silent wrong numbers begin with an intervention that did nothing: that is an error.
     *
     * @throws HookException if one never fired, changed nothing, or made values that are not numbers
     */
    public void requireEffects() {
        Stream<Intervention> all = interventions.values().stream().flatMap(List::stream);
        all.forEach(i -> {
            Double change = receipts.get(i);
            if (change == null) {
                throw new HookException("\"" + i + "\" never fired: no position that it names came by.");
            }
            if (change.isNaN()) {
                throw new HookException("\"" + i + "\" made values that are not numbers (NaN).");
            }
            if (change == 0 && i.mustChange()) {
                throw new HookException("\"" + i + "\" changed nothing: the new value equals the old one. If you patch"
                        + " from another run, check that the prompts differ before that position; if you ablate,"
                        + " check the head and position. To hold a value where it may be already, use freeze.");
            }
        });
    }
}
