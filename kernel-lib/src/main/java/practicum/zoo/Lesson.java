package practicum.zoo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import practicum.model.ModelConfig;
import practicum.net.Examples;
import practicum.net.NetConfig;
import practicum.train.MaskedTokens;
import practicum.train.NetObjective;
import practicum.train.NextToken;
import practicum.train.Objective;
import practicum.train.Recipe;
import practicum.world.TextStream;
import practicum.world.grammar.MaskedText;

/**
 * What a model learns from.
 *
 * @param data the world and its settings, as data for the card: a change of any makes another model
 * @param unit what its examples are counted in: "token" or "example"
 * @param unitsPerExample how many one example counts
 * @param objectives what training makes small, by recipe
 */
public record Lesson(
        Map<String, Object> data, String unit, int unitsPerExample, Function<Recipe, Objective> objectives) {
    public Lesson {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Text in sequences of {@code context} tokens: the next token is to be predicted. */
    public static Lesson text(Map<String, Object> data, ModelConfig config, TextStream text, int context) {
        return new Lesson(data, "token", context, recipe -> new NextToken(config, text, recipe));
    }

    /** Text in sequences of {@code context} tokens, some of which are hidden and to be told. */
    public static Lesson masked(Map<String, Object> data, ModelConfig config, MaskedText text, int context) {
        return new Lesson(data, "token", context, recipe -> new MaskedTokens(config, text, recipe));
    }

    /** Examples with labels or numbers for a net. */
    public static Lesson examples(Map<String, Object> data, NetConfig config, Examples examples) {
        return new Lesson(data, "example", 1, recipe -> NetObjective.of(config, examples, recipe));
    }

    Objective objective(Recipe recipe) {
        return objectives.apply(recipe);
    }
}
