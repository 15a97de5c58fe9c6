package practicum.notebook;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import practicum.hook.Hook;
import practicum.hook.HookPoint;

/** Where in the forward pass each factory of {@link Hook} stands. */
final class ForwardPass {
    private static final Map<String, Integer> PLACES = new HashMap<>();

    static {
        for (HookPoint point : HookPoint.values()) {
            PLACES.put(camelCase(point.name()), PLACES.size());
        }
    }

    private ForwardPass() {}

    /** The place of a member among its class's: that of its hook, or after all hooks; the same for other classes'. */
    static int place(Optional<Class<?>> owner, String member) {
        boolean hooks = owner.isPresent() && owner.get() == Hook.class;
        return hooks ? PLACES.getOrDefault(member, PLACES.size()) : 0;
    }

    /** The factory's name for a hook point: {@code residPost} for {@code RESID_POST}. */
    static String camelCase(String constant) {
        var name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.length() == 0 ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
