package practicum.token;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The tokens of a {@code tokenizer.json} as it writes them, by id and by name. */
final class Vocabulary {
    private final Map<String, Integer> ids = new HashMap<>();
    private @Nullable String unknown;
    private @Nullable String[] names = new String[0];

    private Vocabulary() {}

    /** Reads what is needed and skips the rest: the merges of a large vocabulary are many megabytes. */
    static Vocabulary parse(byte[] json) throws IOException {
        Vocabulary vocabulary = new Vocabulary();
        try (JsonReader in =
                new JsonReader(new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8))) {
            object(in, key -> {
                switch (key) {
                    case "model" -> vocabulary.readModel(in);
                    case "added_tokens" -> vocabulary.readAdded(in);
                    default -> in.skipValue();
                }
            });
        }
        int size = vocabulary.ids.values().stream().mapToInt(id -> id + 1).max().orElse(0);
        @Nullable String[] names = new String[size];
        vocabulary.ids.forEach((name, id) -> names[id] = name);
        vocabulary.names = names;
        return vocabulary;
    }

    private void readModel(JsonReader in) throws IOException {
        int[] unknownId = {-1};
        object(in, key -> {
            switch (key) {
                case "vocab" -> readVocab(in);
                case "unk_token" -> unknown = in.peek() == JsonToken.STRING ? in.nextString() : skipped(in);
                case "unk_id" -> unknownId[0] = in.peek() == JsonToken.NUMBER ? in.nextInt() : -1;
                default -> in.skipValue();
            }
        });
        if (unknownId[0] >= 0) { // unigram models give its number
            ids.forEach((name, id) -> unknown = id == unknownId[0] ? name : unknown);
        }
    }

    private static @Nullable String skipped(JsonReader in) throws IOException {
        in.skipValue();
        return null;
    }

    private void readVocab(JsonReader in) throws IOException {
        if (in.peek() == JsonToken.BEGIN_OBJECT) {
            object(in, name -> ids.put(name, in.nextInt()));
            return;
        }
        in.beginArray(); // unigram models list [piece, score] pairs
        for (int id = 0; in.hasNext(); id++) {
            in.beginArray();
            ids.put(in.nextString(), id);
            in.skipValue();
            in.endArray();
        }
        in.endArray();
    }

    private void readAdded(JsonReader in) throws IOException {
        in.beginArray();
        while (in.hasNext()) {
            Map<String, String> added = new HashMap<>();
            object(in, key -> {
                if (key.equals("content") || key.equals("id")) {
                    added.put(key, in.nextString());
                } else {
                    in.skipValue();
                }
            });
            String id = added.get("id");
            String content = added.get("content");
            if (id != null && content != null) {
                ids.put(content, Integer.parseInt(id));
            }
        }
        in.endArray();
    }

    private interface Member {
        void read(String key) throws IOException;
    }

    private static void object(JsonReader in, Member member) throws IOException {
        in.beginObject();
        while (in.hasNext()) {
            member.read(in.nextName());
        }
        in.endObject();
    }

    /** The highest id and one. */
    int size() {
        return names.length;
    }

    /** A token as the file writes it, or null: some ids have no token. */
    @Nullable
    String name(long id) {
        return id < 0 || id >= names.length ? null : names[(int) id];
    }

    OptionalLong id(@Nullable String name) {
        Integer id = name == null ? null : ids.get(name);
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    OptionalLong unknownId() {
        return id(unknown);
    }

    /** The token whose spelling is nearest, if it is near at all. */
    @Nullable
    String nearest(String word) {
        int limit = Math.max(1, word.length() / 2);
        String best = null;
        int distance = limit + 1;
        for (String candidate : names) {
            boolean couldBeNearer = candidate != null && Math.abs(candidate.length() - word.length()) < distance;
            if (couldBeNearer && !candidate.startsWith("<")) {
                int d = EditDistance.between(word, candidate);
                if (d < distance) {
                    distance = d;
                    best = candidate;
                }
            }
        }
        return best;
    }
}
