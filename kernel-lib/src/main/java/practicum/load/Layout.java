package practicum.load;

import java.util.ArrayList;
import java.util.List;
import practicum.model.ModelConfig;
import practicum.tensor.Tensor;

/** How a file stores a parameter, whose matrices are multiplied from the right here (x · W) and are [in, out]. */
enum Layout {
    /** As it is: vectors, embeddings, and GPT-2's matrices. */
    SAME {
        @Override
        Tensor read(List<Tensor> parts, ModelConfig config) {
            return parts.size() == 1 ? parts.get(0) : Tensor.concat(-1, parts);
        }

        @Override
        List<Tensor> write(Tensor parameter, int files, ModelConfig config) {
            return sideBySide(parameter, files, config);
        }
    },
    /** Transposed: [out, in], as PyTorch's Linear has it. */
    TRANSPOSED {
        @Override
        Tensor read(List<Tensor> parts, ModelConfig config) {
            return parts.size() == 1
                    ? parts.get(0).t()
                    : Tensor.concat(0, parts).t();
        }

        @Override
        List<Tensor> write(Tensor parameter, int files, ModelConfig config) {
            return sideBySide(parameter, files, config).stream().map(Tensor::t).toList();
        }
    },
    /** A scale w stored as w − 1: Gemma. */
    LESS_ONE {
        @Override
        Tensor read(List<Tensor> parts, ModelConfig config) {
            return parts.get(0).add(1);
        }

        @Override
        List<Tensor> write(Tensor parameter, int files, ModelConfig config) {
            return List.of(parameter.sub(1));
        }
    },
    /** Query, key and value of the first head, then of the second, …: GPT-NeoX. Here: all queries, all keys, all values. */
    BY_HEAD {
        @Override
        Tensor read(List<Tensor> parts, ModelConfig config) {
            Tensor stored = parts.get(0); // [h·3·d, in] or [h·3·d]
            long width = stored.count() / (3L * config.nHeads() * config.dHead());
            Tensor byKind = stored.reshape(config.nHeads(), 3, config.dHead(), width)
                    .permute(1, 0, 2, 3)
                    .reshape(-1, width);
            return stored.rank() == 1 ? byKind.reshape(-1) : byKind.t();
        }

        @Override
        List<Tensor> write(Tensor parameter, int files, ModelConfig config) {
            Tensor rows = parameter.rank() == 1 ? parameter : parameter.t();
            long width = parameter.count() / (3L * config.nHeads() * config.dHead());
            Tensor byHead =
                    rows.reshape(3, config.nHeads(), config.dHead(), width).permute(1, 0, 2, 3);
            return List.of(parameter.rank() == 1 ? byHead.reshape(-1) : byHead.reshape(-1, width));
        }
    },
    /** After two rows that no position uses: OPT. */
    AFTER_TWO_ROWS {
        @Override
        Tensor read(List<Tensor> parts, ModelConfig config) {
            return parts.get(0).narrow(0, 2, parts.get(0).size(0));
        }
    },
    /** Narrower embeddings [d_vocab, narrow], and a matrix [d_model, narrow] that widens them: the 350 M OPT. */
    WIDENED {
        @Override
        Tensor read(List<Tensor> parts, ModelConfig config) {
            return parts.get(0).matMul(parts.get(1).t());
        }
    },
    /** A matrix [narrow, d_model] before narrower embeddings [d_vocab, narrow]: the same model's unembedding. */
    NARROWED {
        @Override
        Tensor read(List<Tensor> parts, ModelConfig config) {
            return parts.get(0).t().matMul(parts.get(1).t());
        }
    };

    /** The parameter, from the file's tensors. */
    abstract Tensor read(List<Tensor> parts, ModelConfig config);

    /**
     * The file's tensors, from the parameter.
     *
     * @throws LoadException if this layout cannot be written
     */
    List<Tensor> write(Tensor parameter, int files, ModelConfig config) {
        throw new LoadException("Models of this family can be read but not written: what the file held besides, " + this
                + ", is not kept.");
    }

    /** Parts of the last dimension: queries, keys and values, or the whole. */
    private static List<Tensor> sideBySide(Tensor parameter, int files, ModelConfig config) {
        if (files == 1) {
            return List.of(parameter);
        }
        int queries = config.nHeads() * config.dHead();
        int keys = config.nKvHeads() * config.dHead();
        int[] widths = {queries, keys, keys};
        List<Tensor> parts = new ArrayList<>();
        int from = 0;
        for (int width : widths) {
            parts.add(parameter.narrow(-1, from, from + width));
            from += width;
        }
        return parts;
    }
}
