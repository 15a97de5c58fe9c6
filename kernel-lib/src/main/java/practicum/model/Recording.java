package practicum.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import practicum.hook.Hook;
import practicum.hook.HookPoint;

/**
 * Which hooks a run keeps.
 *
 * @param description for messages
 * @param named hooks that the model must compute, because they or their kind were asked for by name
 * @param wants whether a hook is kept
 */
public record Recording(String description, Set<Hook> named, Predicate<Hook> wants) {
    /** The hooks that a predicate picks among those that the model computes. */
    public Recording(String description, Predicate<Hook> wants) {
        this(description, Set.of(), wants);
    }

    /**
     * Everything but what is computed on request: what each head adds ({@code hook_result}) and the copies that each head
     * reads ({@code hook_q_input} and its like). They are large and can be had with {@link #of}.
     */
    public static Recording all() {
        return new Recording(
                "everything but what is computed on request", h -> !h.point().onRequest());
    }

    /** Everything of {@link #all()} but these kinds of hook. */
    public static Recording allBut(HookPoint... points) {
        Set<HookPoint> unwanted = new LinkedHashSet<>(List.of(points));
        return new Recording(
                "everything but " + unwanted, h -> !h.point().onRequest() && !unwanted.contains(h.point()));
    }

    /** Nothing: only the logits. */
    public static Recording none() {
        return new Recording("nothing", h -> false);
    }

    /** Only these hooks. */
    public static Recording of(Hook... hooks) {
        Set<Hook> wanted = new LinkedHashSet<>(List.of(hooks));
        return new Recording(wanted.toString(), wanted, wanted::contains);
    }

    /** Only these kinds of hook, in every block. */
    public static Recording of(HookPoint... points) {
        Set<HookPoint> wanted = new LinkedHashSet<>(List.of(points));
        Set<Hook> first = new LinkedHashSet<>();
        wanted.forEach(p -> first.add(new Hook(p, p.inBlocks() ? 0 : -1)));
        return new Recording(wanted.toString(), first, h -> wanted.contains(h.point()));
    }
}
