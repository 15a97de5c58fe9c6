package practicum.weights;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import practicum.model.BlockLayout;
import practicum.model.ModelConfig;
import practicum.model.NormConfig;
import practicum.tensor.Tensor;

/** One way to simplify a model without changing what it says. */
public enum FoldingStep {
    /** Scales and shifts of normalisations move into the matrices that read them. */
    LAYER_NORMS("scales and shifts of normalisations folded into the matrices behind them") {
        @Override
        Optional<String> refusal(ModelConfig c) {
            if (c.layout() == BlockLayout.RESIDUAL) {
                return Optional.of("its normalisations act on the stream itself, so that their scales and shifts reach"
                        + " every later part and not only one matrix");
            }
            return c.stream().mlmHead() ? Optional.of("a layer of neurons stands before its unembedding") : NO_REASON;
        }

        @Override
        void begin(Draft draft) {
            if (draft.config().norm().bias()) {
                draft.giveAttnBias(true, false);
                draft.giveMlpBias();
                draft.giveUnembedBias();
            }
        }

        @Override
        void applyToBlock(Draft draft, int layer) {
            String mlp = block(layer) + "mlp.";
            List<String> neurons = List.of(mlp + "W_in", mlp + "W_gate");
            boolean shared = draft.config().layout() == BlockLayout.PARALLEL_SHARED;
            Stream<String> attn = Stream.of(block(layer) + "attn.W_QKV");
            fold(
                    draft,
                    block(layer) + "ln1",
                    Stream.concat(attn, shared ? neurons.stream() : Stream.empty())
                            .toList());
            fold(draft, block(layer) + "ln2", neurons);
        }

        @Override
        void end(Draft draft) {
            if (draft.config().stream().finalNorm()) {
                draft.untie();
                fold(draft, "ln_final", List.of("unembed.W_U"));
            }
        }

        private void fold(Draft draft, String norm, List<String> readers) {
            if (!draft.has(norm + ".w")) {
                return;
            }
            Tensor scale = draft.get(norm + ".w").unsqueeze(1); // [d_model, 1]
            for (String matrix : readers.stream().filter(draft::has).toList()) {
                Tensor w = draft.get(matrix);
                if (draft.has(norm + ".b")) {
                    Tensor shift = draft.get(norm + ".b").unsqueeze(0).matMul(w).squeeze(0);
                    draft.addToBias(bias(matrix), shift);
                }
                draft.put(matrix, w.mul(scale));
            }
            draft.change(norm + ".w", w -> w.mul(0).add(1));
            draft.change(norm + ".b", b -> b.mul(0));
        }

        private String bias(String matrix) {
            int at = matrix.lastIndexOf(".W_");
            return matrix.substring(0, at) + ".b_" + matrix.substring(at + 3);
        }
    },

    /** What a head writes wherever it looks, because attention adds up to 1, becomes part of attention's bias. */
    VALUE_BIASES("value biases folded into attention's output bias") {
        @Override
        Optional<String> refusal(ModelConfig config) {
            return NO_REASON;
        }

        @Override
        void begin(Draft draft) {
            if (draft.config().attention().qkvBias()) {
                draft.giveAttnBias(true, true);
            }
        }

        @Override
        void applyToBlock(Draft draft, int layer) {
            ModelConfig c = draft.config();
            if (!c.attention().qkvBias()) {
                return;
            }
            int keys = c.nKvHeads() * c.dHead();
            int before = c.nHeads() * c.dHead() + keys;
            String attn = block(layer) + "attn.";
            Tensor all = draft.get(attn + "b_QKV");
            Tensor perGroup = all.narrow(0, before, before + keys).reshape(c.nKvHeads(), 1, c.dHead());
            Tensor perHead = perGroup.expand(c.nKvHeads(), c.nHeads() / c.nKvHeads(), c.dHead())
                    .reshape(1, -1); // [1, n_heads · d_head]
            Tensor written = perHead.matMul(draft.get(attn + "W_O")).squeeze(0);
            draft.addToBias(attn + "b_O", written);
            Tensor none = Tensor.zeros(keys).toDouble();
            draft.put(attn + "b_QKV", Tensor.concat(0, List.of(all.narrow(0, 0, before), none)));
        }
    },

    /** What is written into the stream loses its mean over d_model, which layer normalisation removes anyway. */
    CENTRE_WRITING("what is written into the stream centred") {
        @Override
        Optional<String> refusal(ModelConfig c) {
            if (c.norm().kind() != NormConfig.Kind.LAYER) {
                return Optional.of("it divides by a root mean square without centring, so that the mean matters");
            }
            if (c.layout() == BlockLayout.RESIDUAL
                    || c.layout() == BlockLayout.POST
                    || c.layout() == BlockLayout.SANDWICH) {
                return Optional.of("it normalises what is written, after the matrices that could be centred");
            }
            if (c.stream().embedNorm()) {
                return Optional.of("its embeddings are normalised after they are added up");
            }
            return c.stream().finalNorm()
                    ? NO_REASON
                    : Optional.of("nothing centres the stream before the unembedding");
        }

        @Override
        void begin(Draft draft) {
            draft.untie();
            List.of("embed.W_E", "pos_embed.W_pos", "token_type_embed.W_token_type")
                    .forEach(name -> draft.change(name, FoldingStep::centred));
        }

        @Override
        void applyToBlock(Draft draft, int layer) {
            List.of("attn.W_O", "attn.b_O", "mlp.W_out", "mlp.b_out")
                    .forEach(name -> draft.change(block(layer) + name, FoldingStep::centred));
        }
    },

    /** The unembedding loses its mean over the vocabulary, which no probability depends on. */
    CENTRE_UNEMBED("the unembedding centred over the vocabulary") {
        @Override
        Optional<String> refusal(ModelConfig c) {
            return c.stream().softCap() == 0
                    ? NO_REASON
                    : Optional.of("its logits are capped, so that a shift common to all of them changes probabilities");
        }

        @Override
        void end(Draft draft) {
            draft.untie();
            draft.change("unembed.W_U", FoldingStep::centred);
            draft.change("unembed.b_U", FoldingStep::centred);
        }
    };

    private static final Optional<String> NO_REASON = Optional.empty();

    private final String says;

    FoldingStep(String says) {
        this.says = says;
    }

    /** Whether a model of this configuration can be simplified so. */
    public boolean allows(ModelConfig config) {
        return refusal(config).isEmpty();
    }

    /** Why a model of this configuration cannot be simplified so. */
    abstract Optional<String> refusal(ModelConfig config);

    /** What is to be done before the blocks are gone through. */
    void begin(Draft draft) {}

    /** What is to be done in one block. */
    void applyToBlock(Draft draft, int layer) {}

    /** What is to be done after the blocks. */
    void end(Draft draft) {}

    private static String block(int layer) {
        return "blocks." + layer + ".";
    }

    private static Tensor centred(Tensor x) {
        return x.sub(x.mean(-1).unsqueeze(-1));
    }

    @Override
    public String toString() {
        return says;
    }
}
