package practicum.load;

import java.util.List;

/**
 * Where a parameter comes from. A family may name several sources for one parameter: the first whose tensors are all
 * there is taken.
 *
 * @param parameter this library's name, with {@code %d} for the layer
 * @param layout how the file stores it
 * @param files the file's names, with {@code %d} for the layer
 */
record TensorSource(String parameter, Layout layout, List<String> files) {
    /** Stored as it is here; several side by side. */
    static TensorSource same(String parameter, String... files) {
        return new TensorSource(parameter, Layout.SAME, List.of(files));
    }

    /** Stored [out, in], as PyTorch's Linear has it; several side by side. */
    static TensorSource transposed(String parameter, String... files) {
        return new TensorSource(parameter, Layout.TRANSPOSED, List.of(files));
    }

    /** Stored in another way. */
    static TensorSource stored(String parameter, Layout layout, String... files) {
        return new TensorSource(parameter, layout, List.of(files));
    }

    boolean inBlocks() {
        return parameter.contains("%d");
    }

    /** This source for one layer. */
    TensorSource at(int layer) {
        String l = String.valueOf(layer);
        return new TensorSource(
                parameter.replace("%d", l),
                layout,
                files.stream().map(f -> f.replace("%d", l)).toList());
    }
}
