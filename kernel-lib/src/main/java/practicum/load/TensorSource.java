package practicum.load;

import java.util.List;

/**
 * Where a parameter comes from: the file's tensors that make it up, side by side in its last dimension.
 *
 * @param parameter this library's name, with {@code %d} for the layer
 * @param layout how the file stores a matrix
 * @param files the file's names, with {@code %d} for the layer
 */
record TensorSource(String parameter, Layout layout, List<String> files) {
    /** How a file stores what is multiplied from the right here. */
    enum Layout {
        /** As it is: vectors, embeddings, and GPT-2's matrices. */
        SAME,
        /** Transposed: [out, in], as PyTorch's Linear has it. */
        TRANSPOSED,
        /** Not in the file: the family has no such bias, so it is zero. */
        ZERO
    }

    static TensorSource same(String parameter, String file) {
        return new TensorSource(parameter, Layout.SAME, List.of(file));
    }

    static TensorSource transposed(String parameter, String... files) {
        return new TensorSource(parameter, Layout.TRANSPOSED, List.of(files));
    }

    static TensorSource zero(String parameter) {
        return new TensorSource(parameter, Layout.ZERO, List.of());
    }

    boolean inBlocks() {
        return parameter.contains("%d");
    }
}
