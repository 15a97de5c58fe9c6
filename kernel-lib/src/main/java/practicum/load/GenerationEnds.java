package practicum.load;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that end what a model says: {@code eos_token_id}, which may be several, as in chat models that end a turn by
 * another token than a text. As in Hugging Face's {@code generate}, {@code generation_config.json} decides where it says
 * so, else {@code config.json}, else that of its {@code text_config}.
 */
final class GenerationEnds {
    private static final String KEY = "eos_token_id";

    private GenerationEnds() {}

    /** The tokens, or nothing where no file says so. */
    static Optional<long[]> of(@Nullable JsonObject generation, JsonObject config, String where) {
        JsonElement text = config.get("text_config");
        return Stream.of(generation, config, text instanceof JsonObject inner ? inner : null)
                .filter(Objects::nonNull)
                .map(json -> json.get(KEY))
                .filter(value -> value != null && !value.isJsonNull())
                .findFirst()
                .map(value -> ids(value, where));
    }

    private static long[] ids(JsonElement value, String where) {
        List<JsonElement> all = value instanceof JsonArray array ? array.asList() : List.of(value);
        return all.stream()
                .flatMapToLong(id -> LongStream.of(id(id, value, where)))
                .toArray();
    }

    private static long id(JsonElement id, JsonElement value, String where) {
        try {
            if (id instanceof JsonPrimitive number && number.isNumber()) {
                return new BigDecimal(number.getAsString()).longValueExact();
            }
        } catch (ArithmeticException e) {
            throw wrong(value, where);
        }
        throw wrong(value, where);
    }

    private static LoadException wrong(JsonElement value, String where) {
        return new LoadException(
                where + ": \"" + KEY + "\" must be the number of a token, or a list of such, but it is " + value + ".");
    }
}
