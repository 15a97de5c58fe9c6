package practicum.answer;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A value in a few words, for a reader: never long, whatever the value holds. */
public final class Summary {
    private static final int SHOWN = 6;
    private static final int CHARACTERS = 160;

    private Summary() {}

    /** The value in at most about 160 characters. */
    public static String of(Value value) {
        return shorten(words(value));
    }

    /** A number as a reader wants it: four significant digits, whole numbers whole. */
    public static String of(double number) {
        if (!Double.isFinite(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < 1e9) {
            return Long.toString((long) number);
        }
        return size >= 1e-3 && size < 1e6
                ? String.format(Locale.ROOT, "%.5g", number)
                : String.format(Locale.ROOT, "%.3e", number);
    }

    /** The kind of a value with its article, as in "a number" or "an array of shape [2, 3]". */
    public static String kind(Value value) {
        if (value instanceof Value.Array array) {
            return "an array of shape " + array.shape();
        } else if (value instanceof Value.Items list) {
            return "a list of " + list.items().size();
        } else if (value instanceof Value.Bool) {
            return "a truth value";
        } else if (value instanceof Value.Null) {
            return "null";
        }
        return "a " + value.kind();
    }

    private static String words(Value value) {
        if (value instanceof Value.Num number) {
            return of(number.value());
        } else if (value instanceof Value.Bool truth) {
            return Boolean.toString(truth.value());
        } else if (value instanceof Value.Text text) {
            return "\"" + shorten(text.value()) + "\"";
        } else if (value instanceof Value.Array array) {
            return numbers(array);
        } else if (value instanceof Value.Items list) {
            return some(list.items().stream().map(Summary::words), list.items().size(), "[", "]");
        } else if (value instanceof Value.Unordered set) {
            return some(set.items().stream().map(Summary::words), set.items().size(), "{", "}");
        } else if (value instanceof Value.Mapping map) {
            var entries = map.entries().entrySet().stream()
                    .map(entry -> shorten(entry.getKey()) + ": " + words(entry.getValue()));
            return some(entries, map.entries().size(), "{", "}");
        } else if (value instanceof Value.Table table) {
            String columns = table.columns().stream()
                    .limit(SHOWN)
                    .map(column -> shorten(column.name()))
                    .collect(Collectors.joining(", "));
            return "table of " + table.rows() + " rows: " + columns;
        } else if (value instanceof Value.Chart chart) {
            return chart.type() + " chart of " + chart.series().size() + " series";
        }
        return "null";
    }

    private static String numbers(Value.Array array) {
        if (array.rank() == 0) {
            return of(array.data()[0]);
        }
        var data = java.util.Arrays.stream(array.data()).limit(SHOWN).mapToObj(Summary::of);
        return "shape " + array.shape() + " " + some(data, array.data().length, "[", "]");
    }

    private static String some(Stream<String> parts, int size, String open, String close) {
        String shown = parts.limit(SHOWN).collect(Collectors.joining(", "));
        return open + shown + (size > SHOWN ? ", … " + size + " in all" : "") + close;
    }

    private static String shorten(String text) {
        return text.length() <= CHARACTERS ? text : text.substring(0, CHARACTERS - 1) + "…";
    }
}
