package practicum.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import practicum.load.Models;
import practicum.tensor.Tensor;
import practicum.token.Tokens;

/**
 * No silent wrong numbers: whatever single key of a configuration is missing, null, negated or doubled, the library either
 * refuses the model or computes what the reference does.
 */
class ConfigurationTest {
    @TempDir
    private Path folder;

    /** @param what was changed */
    private record Change(String what, JsonObject json) {}

    /** One variant for each set of keys that a family's files have. */
    static Stream<Variant> variants() {
        Map<List<Object>, Variant> first = new LinkedHashMap<>();
        Variants.all()
                .forEach(variant -> first.putIfAbsent(
                        List.of(variant.architecture(), variant.config().json().keySet()), variant));
        return first.values().stream();
    }

    /** The object with each of its keys changed in each way, in turn; inner objects too. */
    private static List<Change> changes(JsonObject json) {
        List<Change> changes = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>(json.keySet());
        keys.remove("architectures"); // another says it too
        for (String key : keys) {
            JsonObject without = json.deepCopy();
            without.remove(key);
            changes.add(new Change("without " + key, without));
            JsonElement value = json.get(key);
            changes.add(with(json, key, "null " + key, JsonNull.INSTANCE));
            if (value.isJsonObject()) {
                changes(value.getAsJsonObject())
                        .forEach(inner -> changes.add(with(json, key, key + " " + inner.what, inner.json)));
            } else if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()) {
                changes.add(with(json, key, "not " + key, new JsonPrimitive(!value.getAsBoolean())));
            } else if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
                changes.add(with(json, key, "twice " + key, doubled(value)));
            }
        }
        return changes;
    }

    private static Change with(JsonObject json, String key, String what, JsonElement value) {
        JsonObject changed = json.deepCopy();
        changed.add(key, value);
        return new Change(what, changed);
    }

    private static JsonPrimitive doubled(JsonElement number) {
        double value = number.getAsDouble() == 0 ? 1 : 2 * number.getAsDouble();
        return value == Math.rint(value) ? new JsonPrimitive((long) value) : new JsonPrimitive(value);
    }

    /** What is wrong about the library's answer to the configuration, or nothing. */
    private String complaint(Variant variant) {
        Tensor logits;
        try {
            logits = Models.load(folder).run(Tokens.ofIds(variant.prompt())).logits();
        } catch (RuntimeException refusal) {
            boolean meant = refusal.getClass().getName().startsWith("practicum.");
            return meant ? "" : "fails with " + refusal;
        }
        try {
            double[][] expected =
                    ReferenceModel.open(folder).run(variant.prompt()).logits();
            return Closeness.isClose(logits, expected) ? "" : "computes something else";
        } catch (RuntimeException impossible) {
            return "computes what cannot be computed: " + impossible;
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aChangedKeyIsRefusedOrTakesEffect(Variant variant) {
        RandomModelFolder.write(variant, folder);
        List<String> complaints = new ArrayList<>();
        for (Change change : changes(variant.config().json())) {
            RandomModelFolder.writeConfig(new Config(change.json), folder);
            String complaint = complaint(variant);
            if (!complaint.isEmpty()) {
                complaints.add(change.what + ": " + complaint);
            }
        }
        assertThat(complaints).isEmpty();
    }
}
