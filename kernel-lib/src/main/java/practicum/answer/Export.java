package practicum.answer;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.internal.chartpart.Chart;
import practicum.tensor.Tensor;
import tech.tablesaw.api.Table;

/** The walk from a notebook's objects to plain data: every object is read once, and no more of them than allowed. */
final class Export {
    private static final double EXACT = 0x1p53;
    private static final String ALLOWED =
            "An answer may be a number, a truth value, a text, a Tensor, an array of numbers,"
                    + " a list, a set, a map, a record, a Tablesaw table or an XChart chart.";

    private final Limits limits;
    private int elements;
    private int depth;

    Export(Limits limits) {
        this.limits = limits;
    }

    Value value(@Nullable Object object) {
        count(1);
        if (++depth > limits.depth()) {
            throw new AnswerException("An answer may be nested " + limits.depth()
                    + " deep, and this one goes deeper (or contains itself). Hand over the part that is asked for.");
        }
        try {
            return convert(object);
        } finally {
            depth--;
        }
    }

    /** Counts elements before they are copied, so that a huge answer costs nothing. */
    void count(long more) {
        if (elements + more > limits.elements()) {
            throw new AnswerException("An answer may hold at most " + limits.elements()
                    + " numbers, texts and entries, and this one holds more. Hand over a part or a summary of it.");
        }
        elements += (int) more;
    }

    private Value convert(@Nullable Object object) {
        if (object == null) {
            return new Value.Null();
        } else if (object instanceof Value value) {
            return value;
        } else if (object instanceof Answerable answerable) {
            return answerable.toValue();
        } else if (object instanceof Tensor tensor) {
            return tensor(tensor);
        } else if (object instanceof Number number) {
            return number(number);
        } else if (object instanceof Boolean truth) {
            return new Value.Bool(truth);
        } else if (object instanceof CharSequence || object instanceof Character) {
            return text(object.toString());
        } else if (object instanceof Enum<?> constant) {
            return text(constant.name());
        } else if (object instanceof Optional<?> optional) {
            return value(optional.orElse(null));
        } else if (object.getClass().isArray()) {
            return array(object);
        } else if (object instanceof Set<?> set) {
            return new Value.Unordered(all(set));
        } else if (object instanceof Map<?, ?> map) {
            return mapping(map);
        } else if (object instanceof Table table) {
            return new TableExport(this).value(table);
        } else if (object instanceof Chart<?, ?> chart) {
            return new ChartExport(this).value(chart);
        } else if (object instanceof Record record) {
            return components(record);
        } else if (object instanceof List<?> list) {
            return new Value.Items(all(list));
        }
        throw new AnswerException("An answer cannot be a " + object.getClass().getTypeName() + ". " + ALLOWED);
    }

    private static Value number(Number number) {
        double value = number.doubleValue();
        boolean whole = number instanceof Long || number instanceof BigInteger || number instanceof BigDecimal;
        if (whole && Math.abs(value) > EXACT) {
            throw new AnswerException("The number " + number
                    + " is too large to be compared exactly. Hand it over as a text: String.valueOf(…).");
        }
        return new Value.Num(value);
    }

    private Value tensor(Tensor tensor) {
        count(tensor.count());
        var shape = Arrays.stream(tensor.shape()).mapToObj(Math::toIntExact).toList();
        return new Value.Array(tensor.dtype(), shape, tensor.toDoubleArray(), tensor.axes());
    }

    private Value text(String text) {
        count(text.length() / 16);
        return new Value.Text(text);
    }

    List<Value> all(Iterable<?> objects) {
        var values = new ArrayList<Value>();
        for (Object object : objects) {
            values.add(value(object));
        }
        return values;
    }

    private Value mapping(Map<?, ?> map) {
        var entries = new LinkedHashMap<String, Value>();
        map.forEach((key, value) -> {
            if (!(key instanceof CharSequence
                    || key instanceof Number
                    || key instanceof Boolean
                    || key instanceof Enum)) {
                throw new AnswerException(
                        "The keys of a map that is an answer are texts, numbers or enum constants, but "
                                + "this map has a key of type "
                                + (key == null ? "null" : key.getClass().getTypeName()) + ".");
            }
            entries.put(key.toString(), value(value));
        });
        return new Value.Mapping(entries);
    }

    private Value components(Record record) {
        var entries = new LinkedHashMap<String, Value>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            entries.put(component.getName(), value(read(record, component)));
        }
        return new Value.Mapping(entries);
    }

    private static @Nullable Object read(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new AnswerException(
                    "The component " + component.getName() + " of "
                            + record.getClass().getTypeName()
                            + " cannot be read, so this record cannot be an answer. Hand over the component itself.",
                    e);
        }
    }

    private Value array(Object array) {
        Class<?> element = array.getClass();
        while (element.isArray()) {
            element = element.getComponentType();
        }
        if (!element.isPrimitive() || element == char.class) {
            var values = new ArrayList<Value>();
            for (int i = 0; i < Array.getLength(array); i++) {
                values.add(value(Array.get(array, i)));
            }
            return new Value.Items(values);
        }
        var shape = shape(array);
        long size = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        count(size);
        var data = new double[(int) size];
        fill(array, shape, 0, data, 0);
        return new Value.Array(dtype(element), shape, data, List.of());
    }

    private static List<Integer> shape(Object array) {
        var shape = new ArrayList<Integer>();
        Object level = array;
        while (level != null && level.getClass().isArray()) {
            int length = Array.getLength(level);
            shape.add(length);
            if (length == 0) {
                for (Class<?> rest = level.getClass().getComponentType();
                        rest.isArray();
                        rest = rest.getComponentType()) {
                    shape.add(0);
                }
                break;
            }
            level = Array.get(level, 0);
        }
        return shape;
    }

    private static int fill(@Nullable Object array, List<Integer> shape, int axis, double[] data, int from) {
        if (array == null || Array.getLength(array) != shape.get(axis)) {
            throw new AnswerException("The rows of an array that is an answer are of one length, but along axis " + axis
                    + " there is one of length " + (array == null ? "null" : Array.getLength(array)) + " beside one of "
                    + shape.get(axis) + ". Hand over a list of arrays instead.");
        }
        int next = from;
        for (int i = 0; i < shape.get(axis); i++) {
            if (axis + 1 < shape.size()) {
                next = fill(Array.get(array, i), shape, axis + 1, data, next);
            } else {
                Object item = Array.get(array, i);
                data[next++] = item instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) item).doubleValue();
            }
        }
        return next;
    }

    private static String dtype(Class<?> element) {
        return switch (element.getName()) {
            case "float" -> "float32";
            case "double" -> "float64";
            case "long" -> "int64";
            case "int" -> "int32";
            case "short" -> "int16";
            case "byte" -> "int8";
            default -> "bool";
        };
    }
}
