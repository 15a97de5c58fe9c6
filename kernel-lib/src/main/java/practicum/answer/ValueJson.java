package practicum.answer;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.function.Function;

/** The JSON form of a {@link Value}, {@code {"kind":"number","value":0.5}}: written exactly, read strictly within limits. */
public final class ValueJson {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private ValueJson() {}

    /** The JSON text of a value. */
    public static String write(Value value) {
        return GSON.toJson(toJson(value));
    }

    /** The value that a JSON text is, within {@link Limits#ANSWER}. */
    public static Value read(String json) {
        return fromJson(StrictJson.parse(json, Limits.ANSWER));
    }

    /** The value that parsed JSON is, within {@link Limits#ANSWER}. */
    public static Value fromJson(JsonElement json) {
        return new ValueReader(Limits.ANSWER).value(json);
    }

    /** The JSON of a value. */
    public static JsonElement toJson(Value value) {
        var json = new JsonObject();
        json.addProperty("kind", value.kind());
        if (value instanceof Value.Num number) {
            json.add("value", number(number.value()));
        } else if (value instanceof Value.Bool truth) {
            json.addProperty("value", truth.value());
        } else if (value instanceof Value.Text text) {
            json.addProperty("value", text.value());
        } else if (value instanceof Value.Array array) {
            writeArray(json, array);
        } else if (value instanceof Value.Items list) {
            json.add("items", each(list.items(), ValueJson::toJson));
        } else if (value instanceof Value.Unordered set) {
            json.add("items", each(set.items(), ValueJson::toJson));
        } else if (value instanceof Value.Mapping map) {
            var entries = new JsonObject();
            map.entries().forEach((key, entry) -> entries.add(key, toJson(entry)));
            json.add("entries", entries);
        } else if (value instanceof Value.Table table) {
            json.add("columns", each(table.columns(), ValueJson::column));
        } else if (value instanceof Value.Chart chart) {
            json.addProperty("type", chart.type());
            json.addProperty("title", chart.title());
            json.addProperty("xLabel", chart.xLabel());
            json.addProperty("yLabel", chart.yLabel());
            json.add("series", each(chart.series(), ValueJson::series));
        }
        return json;
    }

    private static void writeArray(JsonObject json, Value.Array array) {
        boolean single = array.dtype().equals("float32");
        json.addProperty("dtype", array.dtype());
        json.add("shape", each(array.shape(), JsonPrimitive::new));
        var data = new JsonArray(array.data().length);
        for (double number : array.data()) {
            data.add(single ? single((float) number) : number(number));
        }
        json.add("data", data);
        json.add("axes", each(array.axes(), JsonPrimitive::new));
    }

    private static JsonElement column(Value.Column column) {
        var json = new JsonObject();
        json.addProperty("name", column.name());
        json.addProperty("type", column.type());
        json.add("values", each(column.values(), ValueJson::plain));
        return json;
    }

    private static JsonElement series(Value.Series series) {
        var json = new JsonObject();
        json.addProperty("name", series.name());
        json.add("x", each(series.x(), ValueJson::plain));
        json.add("y", each(series.y(), ValueJson::plain));
        return json;
    }

    /** A cell of a table or chart without its kind; numbers that are not finite are texts that no column type hides. */
    private static JsonElement plain(Value value) {
        if (value instanceof Value.Num number) {
            return number(number.value());
        } else if (value instanceof Value.Bool truth) {
            return new JsonPrimitive(truth.value());
        } else if (value instanceof Value.Text text) {
            return ValueReader.NOT_FINITE.containsKey(text.value()) ? toJson(text) : new JsonPrimitive(text.value());
        } else if (value instanceof Value.Null) {
            return JsonNull.INSTANCE;
        }
        return toJson(value);
    }

    private static JsonPrimitive number(double number) {
        if (!Double.isFinite(number)) {
            return new JsonPrimitive(Double.toString(number));
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? new JsonPrimitive((long) number) : new JsonPrimitive(number);
    }

    private static JsonPrimitive single(float number) {
        return !Float.isFinite(number) || number == Math.rint(number) ? number(number) : new JsonPrimitive(number);
    }

    private static <T> JsonArray each(List<T> items, Function<? super T, ? extends JsonElement> form) {
        var array = new JsonArray(items.size());
        items.forEach(item -> array.add(form.apply(item)));
        return array;
    }
}
