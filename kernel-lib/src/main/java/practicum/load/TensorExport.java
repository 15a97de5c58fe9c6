package practicum.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @throws LoadException if the family is unknown, or has no place for a parameter that is not zero
     */
    public static Map<String, Tensor> of(String architecture, ModelConfig config, Weights weights) {
        Architecture family = Architecture.ALL.stream()
                .filter(a -> a.name().equals(architecture))
                .findFirst()
                .orElseThrow(() -> new LoadException("Unknown architecture \"" + architecture + "\"."));
        Map<String, Tensor> files = new LinkedHashMap<>();
        for (TensorSource source : family.tensors()) {
            if (source.parameter().equals("unembed.W_U") && config.tied()) {
                continue;
            }
            IntStream.range(0, source.inBlocks() ? config.nLayers() : 1).forEach(layer -> {
                String parameter = source.parameter().replace("%d", String.valueOf(layer));
                Tensor tensor = weights.byName().get(parameter);
                if (tensor == null) {
                    throw new LoadException("The model has no parameter " + parameter + ".");
                }
                export(source, layer, parameter, tensor, files);
            });
        }
        return files;
    }

    private static void export(
            TensorSource source, int layer, String parameter, Tensor tensor, Map<String, Tensor> files) {
        if (source.layout() == TensorSource.Layout.ZERO) {
            if (tensor.abs().max().item() != 0) {
                throw new LoadException(parameter + " is not zero, but this family's files have no place for it.");
            }
            return;
        }
        List<String> names = source.files();
        int width = tensor.size(-1) / names.size();
        for (int i = 0; i < names.size(); i++) {
            Tensor part = names.size() == 1 ? tensor : tensor.narrow(-1, i * width, (i + 1) * width);
            files.put(
                    names.get(i).replace("%d", String.valueOf(layer)),
                    source.layout() == TensorSource.Layout.TRANSPOSED ? part.t() : part);
        }
    }
}
