package practicum.load;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a safetensors header strictly: a key that stands twice could make two programs see two models in one file. */
final class HeaderJson {
    /** A tensor as the header describes it, unchecked but for signs. */
    record Described(String dtype, long[] shape, long begin, long end) {}

    private static final String METADATA = "__metadata__";

    private final Path file;
    private final JsonReader in;

    private HeaderJson(Path file, JsonReader in) {
        this.file = file;
        this.in = in;
        in.setStrictness(Strictness.STRICT);
    }

    /** The tensors by name, in the header's order. */
    static Map<String, Described> parse(Path file, byte[] json) {
        var decoder = StandardCharsets.UTF_8.newDecoder(); // malformed bytes are errors
        try (JsonReader in = new JsonReader(new InputStreamReader(new ByteArrayInputStream(json), decoder))) {
            return new HeaderJson(file, in).tensors();
        } catch (IOException | IllegalStateException e) {
            throw SafetensorsHeader.invalid(file, "its header cannot be read (" + e.getMessage() + ")");
        }
    }

    private Map<String, Described> tensors() throws IOException {
        Map<String, Described> tensors = new LinkedHashMap<>();
        object("the header", name -> {
            if (name.equals(METADATA)) {
                object(METADATA, key -> text(METADATA + "'s " + key));
            } else {
                tensors.put(name, described(name));
            }
        });
        require(in.peek() == JsonToken.END_DOCUMENT, "something follows the end of its header's JSON");
        return tensors;
    }

    private Described described(String name) throws IOException {
        Map<String, String> dtype = new LinkedHashMap<>();
        Map<String, long[]> numbers = new LinkedHashMap<>();
        object("the tensor " + name, key -> {
            switch (key) {
                case "dtype" -> dtype.put(key, text("the dtype of " + name));
                case "shape", "data_offsets" -> numbers.put(key, numbers("the " + key + " of " + name));
                default -> in.skipValue();
            }
        });
        @Nullable String type = dtype.get("dtype");
        long @Nullable [] shape = numbers.get("shape");
        long @Nullable [] offsets = numbers.get("data_offsets");
        if (type == null || shape == null || offsets == null || offsets.length != 2) {
            throw SafetensorsHeader.invalid(
                    file, "the tensor " + name + " lacks its dtype, its shape or its two data_offsets");
        }
        return new Described(type, shape, offsets[0], offsets[1]);
    }

    private interface Member {
        void read(String key) throws IOException;
    }

    private void object(String what, Member member) throws IOException {
        Set<String> seen = new HashSet<>();
        in.beginObject();
        while (in.hasNext()) {
            String key = in.nextName();
            require(seen.add(key), what + " has the key " + key + " twice");
            member.read(key);
        }
        in.endObject();
    }

    private String text(String what) throws IOException {
        require(in.peek() == JsonToken.STRING, what + " is not text");
        return in.nextString();
    }

    private long[] numbers(String what) throws IOException {
        List<Long> numbers = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            boolean isNumber = in.peek() == JsonToken.NUMBER;
            String text = in.nextString();
            require(
                    isNumber && text.matches("\\d{1,18}"),
                    what + " holds " + text + ", not a size in bytes or numbers");
            numbers.add(Long.parseLong(text));
        }
        in.endArray();
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            throw SafetensorsHeader.invalid(file, problem);
        }
    }
}
