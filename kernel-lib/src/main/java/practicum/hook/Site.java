package practicum.hook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import practicum.tensor.Tensor;

/**
 * A part of a hook: some heads, positions, neurons or rows of it.
 *
 * @param hook the hook
 * @param indices for each axis that is narrowed, the indices meant; negative ones count from the end
 */
public record Site(Hook hook, Map<String, int[]> indices) implements Target {
    static Site everywhere(Hook hook) {
        return new Site(hook, Map.of());
    }

    Site along(String axis, int... chosen) {
        if (!hook.point().axes().contains(axis)) {
            throw new HookException(hook + " has no axis \"" + axis + "\"; its axes are "
                    + hook.point().axes() + "."
                    + (axis.equals("head") ? " For one head's output use Hook.z(layer) or Hook.result(layer)." : ""));
        }
        if (chosen == null || chosen.length == 0) {
            throw new HookException("Name at least one index along \"" + axis + "\" of " + hook + ".");
        }
        Map<String, int[]> narrowed = new TreeMap<>(indices);
        narrowed.put(axis, chosen.clone());
        return new Site(hook, narrowed);
    }

    @Override
    public Site site() {
        return this;
    }

    /** bool of the shape of {@code value}, true at the part meant; null where all of it is. */
    @Nullable
    Tensor mask(Tensor value) {
        Tensor mask = null;
        for (Map.Entry<String, int[]> entry : indices.entrySet()) {
            int axis = hook.point().axes().indexOf(entry.getKey());
            int size = value.size(axis);
            float[] chosen = new float[size];
            for (int index : entry.getValue()) {
                int i = index < 0 ? index + size : index;
                if (i < 0 || i >= size) {
                    throw new HookException(hook + " has " + size + " along \"" + entry.getKey() + "\" (0 to "
                            + (size - 1) + "), so there is no " + index + ".");
                }
                chosen[i] = 1;
            }
            long[] shape = new long[value.rank()];
            Arrays.fill(shape, 1);
            shape[axis] = size;
            Tensor along = Tensor.of(chosen, shape);
            mask = mask == null ? along : mask.mul(along);
        }
        return mask == null ? null : mask.greater(Tensor.scalar(0.5));
    }

    /** This site with negative positions counted from the end of {@code length} positions. */
    public Site resolved(int length) {
        Map<String, int[]> fixed = new TreeMap<>(indices);
        fixed.replaceAll((axis, chosen) -> axis.endsWith("pos")
                ? Arrays.stream(chosen).map(i -> i < 0 ? i + length : i).toArray()
                : chosen);
        return new Site(hook, fixed);
    }

    /** This site in a pass over {@code length} positions from {@code start} on; empty if it names none of them. */
    Optional<Site> within(int start, int length) {
        Map<String, int[]> moved = new TreeMap<>(indices);
        for (String axis : List.of("pos", "query_pos")) {
            int[] chosen = moved.get(axis);
            if (chosen == null) {
                continue;
            }
            int[] inside = IntStream.of(chosen)
                    .map(i -> i - start)
                    .filter(i -> i >= 0 && i < length)
                    .toArray();
            if (inside.length == 0) {
                return Optional.empty();
            }
            moved.put(axis, inside);
        }
        return Optional.of(new Site(hook, moved));
    }

    @Override
    public String toString() {
        return hook
                + indices.entrySet().stream()
                        .map(e -> "[" + e.getKey() + "="
                                + Arrays.toString(e.getValue()).replaceAll("[\\[\\]]", "") + "]")
                        .collect(Collectors.joining());
    }
}
