package practicum.model;

import java.util.Set;
import java.util.function.Predicate;
import practicum.hook.Hook;
import practicum.hook.HookPoint;

/**
 * Which hooks a run keeps.
 *
 * @param description for messages
 * @param wants whether a hook is kept
 */
public record Recording(String description, Predicate<Hook> wants) {
    /** Everything but what each head adds ({@code hook_result}), which is large and can be had with {@link #of}. */
    public static Recording all() {
        return new Recording("everything but hook_result", h -> h.point() != HookPoint.RESULT);
    }

    /** Nothing: only the logits. */
    public static Recording none() {
        return new Recording("nothing", h -> false);
    }

    /** Only these hooks. */
    public static Recording of(Hook... hooks) {
        Set<Hook> wanted = Set.of(hooks);
        return new Recording(wanted.toString(), wanted::contains);
    }

    /** Only these kinds of hook, in every block. */
    public static Recording of(HookPoint... points) {
        Set<HookPoint> wanted = Set.of(points);
        return new Recording(wanted.toString(), h -> wanted.contains(h.point()));
    }
}
