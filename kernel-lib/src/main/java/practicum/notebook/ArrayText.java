package practicum.notebook;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes a Java array for a reader: its type and size, and its values, folded where they are many. */
final class ArrayText {
    private static final int ITEMS = 20;
    private static final int ROWS = 12;

    private ArrayText() {}

    static String of(Object array) {
        int length = Array.getLength(array);
        Class<?> element = array.getClass().getComponentType();
        if (!element.isArray()) {
            return "%s[%d] %s".formatted(element.getSimpleName(), length, items(array, decimals(array)));
        }
        var lines = new ArrayList<String>();
        String inner = element.getSimpleName().replaceFirst("\\[\\]$", "");
        lines.add("%s[%d][]".formatted(inner, length));
        Decimals decimals = decimals(array);
        for (int row : Fold.of(length, ROWS, 8, 3).shown()) {
            Object item = row < 0 ? null : Array.get(array, row);
            lines.add(row < 0 ? "  ⋮" : "  " + nested(item, decimals));
        }
        return String.join("\n", lines);
    }

    private static String nested(@Nullable Object value, Decimals decimals) {
        return value != null && value.getClass().isArray() ? items(value, decimals) : text(value, decimals);
    }

    private static String items(Object array, Decimals decimals) {
        IntFunction<String> item = i -> i < 0 ? "…" : nested(Array.get(array, i), decimals);
        return Fold.of(Array.getLength(array), ITEMS, 10, 4).shown().stream()
                .map(item::apply)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(@Nullable Object value, Decimals decimals) {
        if (value instanceof Double || value instanceof Float) {
            return decimals.write(((Number) value).doubleValue());
        }
        return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }

    private static Decimals decimals(Object array) {
        var numbers = new ArrayList<Double>();
        collect(array, numbers);
        return Decimals.of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The numbers of an array at any depth; those at its ends are enough to choose a notation. */
    private static void collect(@Nullable Object value, List<Double> into) {
        if (value instanceof Number number) {
            into.add(number.doubleValue());
        } else if (value != null && value.getClass().isArray()) {
            IntStream.of(Fold.of(Array.getLength(value), ITEMS, 10, 4).shown().stream()
                            .filter(i -> i >= 0)
                            .mapToInt(Integer::intValue)
                            .toArray())
                    .forEach(i -> collect(Array.get(value, i), into));
        }
    }
}
