package practicum.release;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import practicum.answer.Value;
import practicum.answer.ValueJson;
import practicum.check.AnswerKey;
import practicum.source.Cell;
import practicum.source.Practicum;

/**
 * What the solution hands over to hidden checks, in the forms in which a file could hold it: as text, and as the bytes
 * of floating-point numbers.
 *
 * <p>Only what can be told from chance is searched for: numbers of seven digits or more, texts of twelve letters or
 * more, and rows of numbers. What visible checks expect too is no secret.
 */
final class HiddenValues {
    private static final int DIGITS = 7;
    private static final int LETTERS = 12;
    private static final int ROW_BYTES = 16;

    private final Map<String, Set<String>> texts = new TreeMap<>();
    private final Map<String, List<byte[]>> bytes = new TreeMap<>();

    private HiddenValues() {}

    /** The values of a practicum's hidden checks. */
    static HiddenValues of(Practicum practicum, AnswerKey key) {
        var visible = new TreeSet<String>();
        var values = new HiddenValues();
        for (Cell.Check check : practicum.checks()) {
            Value value = key.expected().get(check.answer());
            if (!check.hidden() && value != null) {
                texts(value, visible::add);
            }
        }
        for (Cell.Check check : practicum.checks()) {
            Value value = key.expected().get(check.answer());
            if (check.hidden() && value != null) {
                values.add("the value expected by " + check.answer(), value, visible);
            }
        }
        return values;
    }

    /** Per check the texts that tell its value. */
    Map<String, Set<String>> texts() {
        return texts;
    }

    /** Per check the first numbers of its rows, as a binary file would hold them. */
    Map<String, List<byte[]>> bytes() {
        return bytes;
    }

    private void add(String name, Value value, Set<String> visible) {
        var told = new TreeSet<String>();
        texts(value, told::add);
        told.removeAll(visible);
        if (!told.isEmpty()) {
            texts.put(name, told);
        }
        var rows = new ArrayList<byte[]>();
        arrays(value, (array, json) -> {
            if (!visible.contains(json)) {
                rows.addAll(rows(array.data()));
            }
        });
        if (!rows.isEmpty()) {
            bytes.put(name, rows);
        }
    }

    private static void texts(Value value, Consumer<String> to) {
        leaves(value, leaf -> {
            if (leaf instanceof Value.Num number) {
                number(number.value(), to);
            } else if (leaf instanceof Value.Text text && text.value().length() >= LETTERS) {
                to.accept(text.value());
            } else if (leaf instanceof Value.Array array) {
                for (double number : array.data()) {
                    number(number, to);
                }
                to.accept(ValueJson.write(array));
            }
        });
    }

    private static void arrays(Value value, BiConsumer<Value.Array, String> to) {
        leaves(value, leaf -> {
            if (leaf instanceof Value.Array array) {
                to.accept(array, ValueJson.write(array));
            }
        });
    }

    private static void number(double number, Consumer<String> to) {
        for (String text : List.of(Double.toString(number), Float.toString((float) number))) {
            String digits = text.replaceFirst("E.*", "").replaceAll("[-.]", "").replaceFirst("^0+", "");
            if (digits.replaceFirst("0+$", "").length() >= DIGITS) {
                to.accept(text);
            }
        }
    }

    /** The first sixteen bytes in a row of numbers that are not all whole or the same. */
    private static List<byte[]> rows(double[] data) {
        var rows = new ArrayList<byte[]>();
        for (var order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            telling(data, ROW_BYTES / Double.BYTES, start -> {
                var row = ByteBuffer.allocate(ROW_BYTES).order(order);
                row.asDoubleBuffer().put(data, start, ROW_BYTES / Double.BYTES);
                rows.add(row.array());
            });
            telling(data, ROW_BYTES / Float.BYTES, start -> {
                var row = ByteBuffer.allocate(ROW_BYTES).order(order);
                for (int i = 0; i < ROW_BYTES / Float.BYTES; i++) {
                    row.putFloat((float) data[start + i]);
                }
                rows.add(row.array());
            });
        }
        return rows;
    }

    /** Where so many numbers first stand that chance would not put into a file: whole ones it would, and equal ones. */
    private static void telling(double[] data, int count, IntConsumer to) {
        for (int start = 0; start + count <= data.length; start++) {
            var distinct = new TreeSet<Double>();
            for (int i = start; i < start + count; i++) {
                if (data[i] != Math.rint(data[i])) {
                    distinct.add(data[i]);
                }
            }
            if (distinct.size() >= 2) {
                to.accept(start);
                return;
            }
        }
    }

    private static void leaves(Value value, Consumer<Value> to) {
        if (value instanceof Value.Items list) {
            list.items().forEach(item -> leaves(item, to));
        } else if (value instanceof Value.Unordered set) {
            set.items().forEach(item -> leaves(item, to));
        } else if (value instanceof Value.Mapping map) {
            map.entries().values().forEach(item -> leaves(item, to));
        } else if (value instanceof Value.Table table) {
            table.columns().forEach(column -> column.values().forEach(item -> leaves(item, to)));
        } else if (value instanceof Value.Chart chart) {
            chart.series().forEach(series -> {
                series.x().forEach(item -> leaves(item, to));
                series.y().forEach(item -> leaves(item, to));
            });
        } else {
            to.accept(value);
        }
    }
}
