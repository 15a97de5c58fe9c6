package practicum.answer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The strict reading of JSON as a {@link Value}: known kinds with exactly their fields, nothing coerced. */
final class ValueReader {
    static final Map<String, Double> NOT_FINITE =
            Map.of("NaN", Double.NaN, "Infinity", Double.POSITIVE_INFINITY, "-Infinity", Double.NEGATIVE_INFINITY);

    private static final Set<String> DTYPES =
            Set.of("float16", "bfloat16", "float32", "float64", "int8", "uint8", "int16", "int32", "int64", "bool");
    private static final int MAX_RANK = 8;

    private final Limits limits;
    private int elements;
    private int depth;

    ValueReader(Limits limits) {
        this.limits = limits;
    }

    Value value(JsonElement json) {
        count(1);
        if (++depth > limits.depth()) {
            throw new AnswerException("The value is nested deeper than " + limits.depth() + ".");
        }
        var fields = object(json, "a value");
        Value value =
                switch (text(fields, "kind")) {
                    case "null" -> {
                        exactly(fields, "kind");
                        yield new Value.Null();
                    }
                    case "number" -> {
                        exactly(fields, "kind", "value");
                        yield new Value.Num(number(field(fields, "value")));
                    }
                    case "bool" -> {
                        exactly(fields, "kind", "value");
                        yield new Value.Bool(bool(field(fields, "value")));
                    }
                    case "text" -> {
                        exactly(fields, "kind", "value");
                        yield new Value.Text(text(fields, "value"));
                    }
                    case "array" -> readArray(fields);
                    case "list" -> new Value.Items(items(fields));
                    case "set" -> new Value.Unordered(items(fields));
                    case "map" -> mapping(fields);
                    case "table" -> table(fields);
                    case "chart" -> chart(fields);
                    default ->
                        throw new AnswerException(
                                "\"" + text(fields, "kind") + "\" is no kind of value. The kinds are number, "
                                        + "bool, text, array, list, set, map, table, chart and null.");
                };
        depth--;
        return value;
    }

    private Value readArray(JsonObject fields) {
        exactly(fields, "kind", "dtype", "shape", "data", "axes");
        String dtype = text(fields, "dtype");
        if (!DTYPES.contains(dtype)) {
            throw new AnswerException("\"" + dtype + "\" is no element type of an array. Known: " + DTYPES + ".");
        }
        var shape = new ArrayList<Integer>();
        for (JsonElement length : list(fields, "shape")) {
            double number = number(length);
            if (number != Math.rint(number) || number < 0 || number > limits.elements()) {
                throw new AnswerException("A shape holds whole lengths from 0 to " + limits.elements() + ".");
            }
            shape.add((int) number);
        }
        if (shape.size() > MAX_RANK) {
            throw new AnswerException(
                    "An array has at most " + MAX_RANK + " axes, and this one has " + shape.size() + ".");
        }
        var numbers = list(fields, "data");
        boolean single = dtype.equals("float32");
        var data = new double[numbers.size()];
        for (int i = 0; i < data.length; i++) {
            data[i] = single ? (float) number(numbers.get(i)) : number(numbers.get(i));
        }
        var axes = new ArrayList<String>();
        list(fields, "axes").forEach(axis -> axes.add(string(axis)));
        return new Value.Array(dtype, shape, data, axes);
    }

    private List<Value> items(JsonObject fields) {
        exactly(fields, "kind", "items");
        var items = new ArrayList<Value>();
        list(fields, "items").forEach(item -> items.add(value(item)));
        return items;
    }

    private Value mapping(JsonObject fields) {
        exactly(fields, "kind", "entries");
        var entries = new LinkedHashMap<String, Value>();
        object(field(fields, "entries"), "entries")
                .entrySet()
                .forEach(entry -> entries.put(entry.getKey(), value(entry.getValue())));
        return new Value.Mapping(entries);
    }

    private Value table(JsonObject fields) {
        exactly(fields, "kind", "columns");
        var columns = new ArrayList<Value.Column>();
        for (JsonElement each : list(fields, "columns")) {
            var column = object(each, "a column");
            exactly(column, "name", "type", "values");
            String type = text(column, "type");
            if (!Set.of("number", "bool", "text").contains(type)) {
                throw new AnswerException("\"" + type + "\" is no type of a column: number, bool or text.");
            }
            columns.add(new Value.Column(text(column, "name"), type, plain(column, "values")));
        }
        return new Value.Table(columns);
    }

    private Value chart(JsonObject fields) {
        exactly(fields, "kind", "type", "title", "xLabel", "yLabel", "series");
        var all = new ArrayList<Value.Series>();
        for (JsonElement each : list(fields, "series")) {
            var series = object(each, "a series");
            exactly(series, "name", "x", "y");
            all.add(new Value.Series(text(series, "name"), plain(series, "x"), plain(series, "y")));
        }
        return new Value.Chart(
                text(fields, "type"), text(fields, "title"), text(fields, "xLabel"), text(fields, "yLabel"), all);
    }

    /** Cells of a table or chart: bare numbers, truth values, texts and gaps. */
    private List<Value> plain(JsonObject fields, String name) {
        var values = new ArrayList<Value>();
        for (JsonElement cell : list(fields, name)) {
            if (cell.isJsonNull()) {
                values.add(new Value.Null());
            } else if (cell.isJsonObject()) {
                values.add(value(cell));
            } else if (cell.isJsonPrimitive() && cell.getAsJsonPrimitive().isBoolean()) {
                values.add(new Value.Bool(cell.getAsBoolean()));
            } else if (cell.isJsonPrimitive()
                    && cell.getAsJsonPrimitive().isString()
                    && !NOT_FINITE.containsKey(cell.getAsString())) {
                values.add(new Value.Text(cell.getAsString()));
            } else {
                values.add(new Value.Num(number(cell)));
            }
        }
        return values;
    }

    private JsonArray list(JsonObject fields, String name) {
        var json = field(fields, name);
        if (!json.isJsonArray()) {
            throw new AnswerException("\"" + name + "\" is a JSON array, but here it is " + kind(json) + ".");
        }
        count(json.getAsJsonArray().size());
        return json.getAsJsonArray();
    }

    private void count(int more) {
        elements += more;
        if (elements > limits.elements()) {
            throw new AnswerException("The value has more than " + limits.elements() + " elements.");
        }
    }

    private static double number(JsonElement json) {
        if (json.isJsonPrimitive() && json.getAsJsonPrimitive().isNumber()) {
            return json.getAsDouble();
        }
        Double special = json.isJsonPrimitive() ? NOT_FINITE.get(json.getAsString()) : null;
        if (special == null) {
            throw new AnswerException(
                    "A number was expected (or \"NaN\", \"Infinity\", \"-Infinity\"), but here is " + kind(json) + ".");
        }
        return special;
    }

    private static boolean bool(JsonElement json) {
        if (!json.isJsonPrimitive() || !json.getAsJsonPrimitive().isBoolean()) {
            throw new AnswerException("true or false was expected, but here is " + kind(json) + ".");
        }
        return json.getAsBoolean();
    }

    private static String text(JsonObject fields, String name) {
        return string(field(fields, name));
    }

    private static String string(JsonElement json) {
        if (!json.isJsonPrimitive() || !json.getAsJsonPrimitive().isString()) {
            throw new AnswerException("A text was expected, but here is " + kind(json) + ".");
        }
        return json.getAsString();
    }

    private static JsonElement field(JsonObject fields, String name) {
        JsonElement value = fields.get(name);
        if (value == null) {
            throw new AnswerException("The field \"" + name + "\" is missing.");
        }
        return value;
    }

    private static JsonObject object(JsonElement json, String what) {
        if (!json.isJsonObject()) {
            throw new AnswerException("A JSON object was expected for " + what + ", but here is " + kind(json) + ".");
        }
        return json.getAsJsonObject();
    }

    private static void exactly(JsonObject fields, String... names) {
        var known = Set.of(names);
        for (String name : fields.keySet()) {
            if (!known.contains(name)) {
                throw new AnswerException(
                        "\"" + name + "\" is no field of this value. Its fields are " + List.of(names) + ".");
            }
        }
    }

    private static String kind(JsonElement json) {
        if (json.isJsonNull()) {
            return "null";
        } else if (json.isJsonArray()) {
            return "a list";
        } else if (json.isJsonObject()) {
            return "an object";
        }
        return json.getAsJsonPrimitive().isString() ? "a text" : "a number or truth value";
    }
}
