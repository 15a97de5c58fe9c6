package practicum.load;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import practicum.model.ModelConfig;
import practicum.model.Parameter;
import practicum.model.Transformer;
import practicum.model.Weights;
import practicum.progress.Progress;
import practicum.tensor.Tensor;

/** A model in Hugging Face's layout: {@code config.json}, safetensors, and a {@code tokenizer.json} if it has one. */
final class ModelFolder {
    private static final String CHECKPOINTS = "checkpoints";
    private static final String SUFFIX = ".safetensors";
    private static final long LARGE = 64L << 20;
    private static final String GENERATION = "generation_config.json";

    private final Path folder;
    private final String weights;

    ModelFolder(Path folder) {
        this(folder, "model" + SUFFIX);
    }

    private ModelFolder(Path folder, String weights) {
        this.folder = folder;
        this.weights = weights;
    }

    /** This model as it was at a step of its training, such as {@code step1000}. */
    ModelFolder at(String checkpoint) {
        List<String> kept = checkpoints();
        if (!kept.contains(checkpoint)) {
            throw new LoadException("The model in " + folder + " has "
                    + (kept.isEmpty()
                            ? "no checkpoints: load it without \"@" + checkpoint + "\"."
                            : "no checkpoint \"" + checkpoint + "\"; it has " + kept + "."));
        }
        return new ModelFolder(folder, CHECKPOINTS + "/" + checkpoint + SUFFIX);
    }

    /** The checkpoints beside the weights, the earliest first. */
    List<String> checkpoints() {
        if (!Files.isDirectory(folder.resolve(CHECKPOINTS))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(CHECKPOINTS))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw new LoadException("Cannot list the checkpoints of " + folder + ": " + e, e);
        }
    }

    static boolean holdsModel(Path folder) {
        return Files.isRegularFile(folder.resolve("config.json"));
    }

    Transformer load(String name) {
        JsonObject json = json("config.json");
        String where = folder.resolve("config.json").toString();
        Architecture architecture = Architecture.of(json, where);
        ConfigReader reader = new ConfigReader(where, json);
        ModelConfig config = architecture.config().apply(reader).withName(name);
        reader.requireAllUnderstood(architecture.inert());
        Transformer model = new Transformer(
                config,
                Weights.of(config, parameters(architecture, config)),
                new TokenizerFiles(folder).read().orElse(null));
        JsonObject generation = Files.isRegularFile(folder.resolve(GENERATION)) ? json(GENERATION) : null;
        return GenerationEnds.of(generation, json, folder.toString())
                .map(model::endingAt)
                .orElse(model);
    }

    private Map<String, Tensor> parameters(Architecture architecture, ModelConfig config) {
        TensorFiles files = new TensorFiles(folder, architecture, tensorFiles());
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        List<Parameter> all = Parameter.of(config);
        // A small model is there before a bar could be seen, unless the machine is busy: then a bar is noise.
        try (Progress progress = isLarge() ? Progress.start("Loading " + config.name(), all.size()) : null) {
            for (Parameter parameter : all) {
                parameters.put(parameter.name(), files.parameter(parameter.name(), config));
                if (progress != null) {
                    progress.advance(1);
                }
            }
        }
        files.requireEqualCopies();
        files.requireAllUsed();
        return parameters;
    }

    /** Whether its tensors may take over a second to read. */
    private boolean isLarge() {
        long bytes = 0;
        for (Path file : shards()) {
            try {
                bytes += Files.size(file);
            } catch (IOException e) {
                throw new LoadException("Cannot read " + file + ": " + e, e);
            }
        }
        return bytes > LARGE;
    }

    /** The files that hold a model's tensors. */
    static List<Path> weightFiles(Path folder) {
        return new ModelFolder(folder).shards();
    }

    private Map<String, Safetensors> tensorFiles() {
        Map<String, Safetensors> byTensor = new HashMap<>();
        for (Path file : shards()) {
            Safetensors safetensors = Safetensors.open(file);
            safetensors.names().forEach(n -> byTensor.put(n, safetensors));
        }
        return byTensor;
    }

    private List<Path> shards() {
        Path single = folder.resolve(weights);
        if (Files.isRegularFile(single)) {
            return List.of(single);
        }
        if (Files.isRegularFile(folder.resolve("model.safetensors.index.json"))) {
            Set<String> names = new TreeSet<>();
            json("model.safetensors.index.json")
                    .getAsJsonObject("weight_map")
                    .entrySet()
                    .forEach(e -> names.add(e.getValue().getAsString()));
            return names.stream().map(this::shard).toList();
        }
        boolean pickled = Files.exists(folder.resolve("pytorch_model.bin"));
        throw new LoadException(folder + " has no model.safetensors."
                + (pickled
                        ? " Its pytorch_model.bin is a pickle, which can run any code when it is read, so it is refused:"
                                + " use a revision of the model that has safetensors."
                        : " Put the model's safetensors file there."));
    }

    private Path shard(String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw new LoadException(folder + " lacks the shard " + name + " that its index names: download it.");
        }
        return file;
    }

    private JsonObject json(String name) {
        Path file = folder.resolve(name);
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (IOException e) {
            throw new LoadException("Cannot read " + file + ": " + e, e);
        } catch (JsonParseException | IllegalStateException e) {
            throw new LoadException(file + " is not a JSON object: " + e.getMessage(), e);
        }
    }
}
