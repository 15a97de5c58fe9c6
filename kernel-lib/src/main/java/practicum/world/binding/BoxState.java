package practicum.world.binding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is in which box: one object in a box at most.
 *
 * @param objects by box; an empty box has none
 */
public record BoxState(Map<String, String> objects) {
    public BoxState {
        objects = Collections.unmodifiableMap(new LinkedHashMap<>(objects));
    }

    /** The object in a box, if any. */
    public Optional<String> objectIn(String box) {
        return Optional.ofNullable(objects.get(box));
    }

    /** The box that an object is in, if any. */
    public Optional<String> boxOf(String object) {
        return objects.entrySet().stream()
                .filter(entry -> entry.getValue().equals(object))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The same with an object in an empty box. */
    BoxState put(String object, String box) {
        requireEmpty(box);
        Map<String, String> changed = new LinkedHashMap<>(objects);
        changed.put(box, object);
        return new BoxState(changed);
    }

    /** The same with a box emptied. */
    BoxState without(String box) {
        Map<String, String> changed = new LinkedHashMap<>(objects);
        changed.remove(box);
        return new BoxState(changed);
    }

    private void requireEmpty(String box) {
        if (objects.containsKey(box)) {
            throw new IllegalArgumentException("Box " + box + " has the " + objects.get(box)
                    + " in it, and a box takes one object; choose an empty one.");
        }
    }
}
