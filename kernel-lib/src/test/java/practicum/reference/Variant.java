package practicum.reference;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * One odd case of a family: what its files look like, and how long a prompt has to be to tell it from the plain case.
 *
 * @param config of the model
 * @param extras adds to the family's tensors what some checkpoints hold besides
 * @param rename from the names that transformers saves to those in the file
 * @param promptLength in tokens
 * @param without the same configuration with the feature switched off, or as it is where there is nothing to switch off
 */
public record Variant(
        String name,
        Config config,
        Consumer<RandomTensors> extras,
        UnaryOperator<String> rename,
        int promptLength,
        Config without) {

    private static final Path CONFIGS = Path.of("src/test/resources/configs");

    /** Adds something to every block, whose name is {@code blocks} and a number. */
    static Consumer<RandomTensors> inBlocks(String blocks, int count, BiConsumer<RandomTensors, String> add) {
        return tensors -> IntStream.range(0, count).forEach(layer -> add.accept(tensors, blocks + layer));
    }

    /** A variant of the configuration in {@code src/test/resources/configs}; a null in the change means JSON null. */
    static Variant of(String name, String base, String change) {
        Config config = changed(Config.read(CONFIGS.resolve(base + ".json")), change);
        return new Variant(name, config, tensors -> {}, UnaryOperator.identity(), 12, config);
    }

    /** The same with a prompt of other length. */
    Variant prompt(int length) {
        return new Variant(name, config, extras, rename, length, without);
    }

    /** The same without these keys, as files have it that are older than the key. */
    Variant lacking(String... keys) {
        JsonObject json = config.json().deepCopy();
        List.of(keys).forEach(key -> Objects.requireNonNull(json.remove(key), key));
        return new Variant(name, new Config(json), extras, rename, promptLength, new Config(json));
    }

    /** The same with a change that switches off what the variant is about. */
    Variant offBy(String change) {
        return new Variant(name, config, extras, rename, promptLength, changed(config, change));
    }

    /** The same with more tensors in the file. */
    Variant holding(Consumer<RandomTensors> more) {
        return new Variant(name, config, extras.andThen(more), rename, promptLength, without);
    }

    /** The same under other tensor names. */
    Variant renamed(String pattern, String replacement) {
        return new Variant(
                name, config, extras, key -> rename.apply(key).replaceAll(pattern, replacement), promptLength, without);
    }

    boolean canBeSwitchedOff() {
        return !without.equals(config);
    }

    String architecture() {
        return config.array("architectures").get(0).getAsString();
    }

    int layers() {
        for (String key : List.of("num_hidden_layers", "n_layer")) {
            if (config.has(key)) {
                return config.integer(key);
            }
        }
        return config.integer("num_layers");
    }

    /** A random prompt of another length than the usual. */
    long[] prompt(int length, long seed) {
        return new Random(seed).longs(length, 0, config.integer("vocab_size")).toArray();
    }

    long[] prompt() {
        return prompt(promptLength, name.hashCode());
    }

    /** The kind of sentence of each token: as many as the model knows, one after the other. */
    long[] types(int length) {
        int kinds = config.integer("type_vocab_size", 1);
        return LongStream.range(0, length)
                .map(position -> position * kinds / length)
                .toArray();
    }

    /** Whether every token sees every other. */
    boolean isEncoder() {
        return architecture().equals("BertForMaskedLM");
    }

    static Config changed(Config config, String change) {
        JsonObject json = config.json().deepCopy();
        JsonParser.parseString(change).getAsJsonObject().asMap().forEach(json::add);
        return new Config(json);
    }

    @Override
    public String toString() {
        return name;
    }
}
