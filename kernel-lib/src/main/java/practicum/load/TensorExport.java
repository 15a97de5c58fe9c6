package practicum.load;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import practicum.model.ModelConfig;
import practicum.model.Weights;
import practicum.tensor.Tensor;

/** A model's parameters under the names and in the layout of its family's files: the way back from loading. */
public final class TensorExport {
    private TensorExport() {}

    /**
     * The tensors to write.
     *
     * @param architecture the family, as {@code config.json} names it
     * @throws LoadException if the family is unknown, or its files have no place for a parameter
     */
    public static Map<String, Tensor> of(String architecture, ModelConfig config, Weights weights) {
        Architecture family = Architecture.named(architecture);
        Map<String, Tensor> files = new LinkedHashMap<>();
        Set<String> written = new HashSet<>();
        for (TensorSource source : family.tensors()) {
            for (int layer = 0; layer < (source.inBlocks() ? config.nLayers() : 1); layer++) {
                TensorSource at = source.at(layer);
                Tensor tensor = weights.byName().get(at.parameter());
                if (tensor != null && written.add(at.parameter())) {
                    List<Tensor> parts = at.layout().write(tensor, at.files().size(), config);
                    IntStream.range(0, parts.size())
                            .forEach(i -> files.put(at.files().get(i), parts.get(i)));
                }
            }
        }
        Set<String> homeless = new TreeSet<>(weights.byName().keySet());
        homeless.removeAll(written);
        if (!homeless.isEmpty()) {
            throw new LoadException("Files of " + architecture + " have no place for the parameters " + homeless + ".");
        }
        return files;
    }
}
