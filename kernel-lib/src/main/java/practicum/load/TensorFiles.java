package practicum.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import practicum.model.ModelConfig;
import practicum.tensor.Tensor;

/** The tensors in a model's files, as the parameters of its family; it remembers which were used. */
final class TensorFiles {
    private static final Pattern LAYER = Pattern.compile("blocks\\.(\\d+)\\.");

    private final Path folder;
    private final Architecture architecture;
    private final Map<String, Safetensors> files;
    private final Set<String> used = new HashSet<>();

    TensorFiles(Path folder, Architecture architecture, Map<String, Safetensors> files) {
        this.folder = folder;
        this.architecture = architecture;
        this.files = files;
    }

    /**
     * A parameter.
     *
     * @throws LoadException if the files lack a tensor that it is made of
     */
    Tensor parameter(String name, ModelConfig config) {
        List<TensorSource> candidates = candidates(name);
        for (TensorSource source : candidates) {
            if (source.files().stream().allMatch(f -> find(f).isPresent())) {
                List<Tensor> parts = source.files().stream().map(this::take).toList();
                return source.layout().read(parts, config);
            }
        }
        String missing = candidates.stream()
                .flatMap(s -> s.files().stream())
                .filter(f -> find(f).isEmpty())
                .reduce((first, last) -> last)
                .orElse("of the parameter " + name);
        throw new LoadException(folder + " lacks the tensor " + missing + ", which " + architecture.name()
                + " with this configuration needs. The file is incomplete or belongs to another model: download it"
                + " again.");
    }

    private List<TensorSource> candidates(String name) {
        Matcher matcher = LAYER.matcher(name);
        int layer = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        return architecture.tensors().stream()
                .map(s -> s.at(layer))
                .filter(s -> s.parameter().equals(name))
                .toList();
    }

    private Tensor take(String file) {
        String name = find(file).orElseThrow();
        used.add(name);
        return Objects.requireNonNull(files.get(name)).get(name);
    }

    /** The name under which a tensor is stored: old files leave the model's own prefix out, or use other words. */
    private Optional<String> find(String name) {
        String old = name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta");
        return List.of(name, bare(name), old, bare(old)).stream()
                .filter(files::containsKey)
                .findFirst();
    }

    private String bare(String name) {
        return name.startsWith(architecture.prefix())
                ? name.substring(architecture.prefix().length())
                : name;
    }

    /** Where a tensor is stored a second time and not used, both must hold the same numbers. */
    void requireEqualCopies() {
        architecture.copies().forEach((copy, original) -> {
            Optional<String> stored = find(copy);
            if (stored.isPresent()
                    && !used.contains(stored.get())
                    && find(original).isPresent()) {
                requireEqual(copy, original);
            }
        });
    }

    private void requireEqual(String copy, String original) {
        Tensor own = take(copy);
        Tensor other = take(original);
        if (!Arrays.equals(own.shape(), other.shape())
                || own.sub(other).abs().max().item() != 0) {
            throw new LoadException(folder + ": with this configuration " + architecture.name() + " takes " + copy
                    + " to be " + original + " once more, but it holds other numbers. If they are meant, set"
                    + " tie_word_embeddings to false; else the file is damaged: download it again.");
        }
    }

    /** Refuses tensors that nobody asked for: a weight that is not used makes another model. */
    void requireAllUsed() {
        Set<String> unused = new TreeSet<>(files.keySet());
        unused.removeAll(used);
        unused.removeIf(name -> architecture.unused().stream()
                .anyMatch(pattern -> name.matches(pattern) || (architecture.prefix() + name).matches(pattern)));
        if (!unused.isEmpty()) {
            throw new LoadException(folder + " has tensors that " + architecture.name()
                    + " with this configuration does not use: " + shortened(unused)
                    + ". The configuration does not belong to these weights, or the family is not understood.");
        }
    }

    private static String shortened(Set<String> names) {
        List<String> all = List.copyOf(names);
        return IntStream.range(0, Math.min(8, all.size())).mapToObj(all::get).toList()
                + (all.size() > 8 ? " and " + (all.size() - 8) + " more" : "");
    }
}
