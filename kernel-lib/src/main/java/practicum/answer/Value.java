package practicum.answer;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An answer as plain data: it holds no object of the program that made it, and two of them can be compared anywhere. */
public sealed interface Value {
    /** The kind's name, as JSON and messages spell it. */
    String kind();

    /**
     * The data of an object that a notebook works with.
     *
     * @throws AnswerException where the object is of no kind that can be handed over, or too large
     */
    static Value of(@Nullable Object object) {
        return new Export(Limits.ANSWER).value(object);
    }

    /** No value. */
    record Null() implements Value {
        @Override
        public String kind() {
            return "null";
        }
    }

    /** A single number; negative zero is zero. */
    record Num(double value) implements Value {
        public Num {
            value = value == 0 ? 0 : value;
        }

        @Override
        public String kind() {
            return "number";
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Value {
        @Override
        public String kind() {
            return "bool";
        }
    }

    /** A text. */
    record Text(String value) implements Value {
        @Override
        public String kind() {
            return "text";
        }
    }

    /**
     * Numbers in a rectangular shape, row by row.
     *
     * @param dtype the element type, as {@code float32} or {@code int64}
     * @param shape the length of each axis; empty for a single number
     * @param data the numbers, the last axis fastest
     * @param axes the names of the axes, or empty where they have none
     */
    record Array(String dtype, List<Integer> shape, double[] data, List<String> axes) implements Value {
        public Array {
            shape = List.copyOf(shape);
            axes = List.copyOf(axes);
            long size = 1;
            for (int length : shape) {
                if (length < 0) {
                    throw new AnswerException("A shape holds lengths of 0 or more, but this is " + shape + ".");
                }
                size *= length;
            }
            if (size != data.length) {
                throw new AnswerException("An array of shape " + shape + " holds " + size + " numbers, but there are "
                        + data.length + ".");
            }
            if (!axes.isEmpty() && axes.size() != shape.size()) {
                throw new AnswerException("An array of " + shape.size() + " axes has " + axes.size() + " axis names.");
            }
        }

        /** How many axes it has. */
        public int rank() {
            return shape.size();
        }

        @Override
        public String kind() {
            return "array";
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Array that
                    && dtype.equals(that.dtype)
                    && shape.equals(that.shape)
                    && axes.equals(that.axes)
                    && Arrays.equals(data, that.data);
        }

        @Override
        public int hashCode() {
            return Objects.hash(dtype, shape, axes, Arrays.hashCode(data));
        }

        @Override
        public String toString() {
            return "Array[" + dtype + " " + shape + " " + Summary.of(this) + "]";
        }
    }

    /** Values in an order that matters: a ranking, a path, a sequence of tokens. */
    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "list";
        }
    }

    /** Values in no order, each once. */
    record Unordered(List<Value> items) implements Value {
        public Unordered {
            items = items.stream().distinct().collect(Collectors.toUnmodifiableList());
        }

        @Override
        public String kind() {
            return "set";
        }
    }

    /** Values by name. */
    record Mapping(Map<String, Value> entries) implements Value {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "map";
        }
    }

    /** Columns of equal length. */
    record Table(List<Column> columns) implements Value {
        public Table {
            columns = List.copyOf(columns);
            var lengths = columns.stream().map(column -> column.values().size()).collect(Collectors.toSet());
            if (lengths.size() > 1) {
                throw new AnswerException("The columns of a table are of one length, but these have " + lengths + ".");
            }
        }

        /** How many rows it has. */
        public int rows() {
            return columns.isEmpty() ? 0 : columns.get(0).values().size();
        }

        @Override
        public String kind() {
            return "table";
        }
    }

    /** One column of a table; {@code type} is {@code number}, {@code bool} or {@code text}, a gap is {@link Null}. */
    record Column(String name, String type, List<Value> values) {
        public Column {
            values = List.copyOf(values);
        }
    }

    /** What a chart shows, without how it looks. */
    record Chart(String type, String title, String xLabel, String yLabel, List<Series> series) implements Value {
        public Chart {
            series = List.copyOf(series);
        }

        @Override
        public String kind() {
            return "chart";
        }
    }

    /** One series of a chart: places and heights, numbers or names. */
    record Series(String name, List<Value> x, List<Value> y) {
        public Series {
            x = List.copyOf(x);
            y = List.copyOf(y);
        }
    }
}
