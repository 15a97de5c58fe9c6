package practicum.model;

import static practicum.hook.HookPoint.*;

import practicum.hook.HookPoint;
import practicum.tensor.Tensor;

/**
 * What attention makes of the stream before heads look at each other: queries [.., h, d], keys and values [.., kv, d].
 *
 * <p>All come from one product. Only where somebody changes what single heads read, or differentiates by it, does each
 * head get a stream of its own.
 */
record Projection(Tensor q, Tensor k, Tensor v) {
    static Projection of(ModelConfig config, Weights.Block w, Tap tap, int l, Tensor stream, Tensor x) {
        return new Projector(config, w, tap, l).of(stream, x);
    }

    /** The same where each head reads a stream of its own [b, p, h or kv, d_model]. */
    static Projection apart(ModelConfig config, Weights.Block w, Tensor q, Tensor k, Tensor v) {
        Projector projector = new Projector(config, w, Tap.silent(config), 0);
        int h = config.nHeads();
        int kv = config.nKvHeads();
        return new Projection(
                projector.projected(q, 0, h), projector.projected(k, h, kv), projector.projected(v, h + kv, kv));
    }

    private record Projector(ModelConfig config, Weights.Block w, Tap tap, int l) {
        Projection of(Tensor stream, Tensor x) {
            Tensor all = w.qkv().of(x); // [.., (h + 2·kv)·d]
            int h = config.nHeads();
            int kv = config.nKvHeads();
            boolean asked = config.computes(ATTN_IN) && tap.observes(ATTN_IN, l);
            Tensor perHead = asked ? tap.at(ATTN_IN, l, repeated(stream, h)) : stream;
            boolean own = asked && tap.replaces(ATTN_IN, l);
            return new Projection(
                    heads(Q_INPUT, perHead, own, all, 0, h),
                    heads(K_INPUT, perHead, own, all, h, kv),
                    heads(V_INPUT, perHead, own, all, h + kv, kv));
        }

        /** Heads {@code first} to {@code first + count} of the joint projection [.., count, d]. */
        private Tensor heads(HookPoint input, Tensor stream, boolean own, Tensor all, int first, int count) {
            Tensor in = stream;
            if (tap.observes(input, l)) {
                // A value of its own even where all read the same: gradients tell them apart.
                Tensor copy = stream.rank() == 4 ? stream.reshape(stream.shape()) : repeated(stream, count);
                in = tap.at(input, l, copy);
            }
            if (own || tap.replaces(input, l)) {
                tap.requireApartFromLn1(input, l);
                return projected(in, first, count);
            }
            int d = config.dHead();
            return Heads.split(all.narrow(-1, first * d, (first + count) * d), count);
        }

        private Tensor projected(Tensor in, int first, int count) {
            Norm ln1 = config.layout().normalizesInput() ? w.ln1() : null;
            Tensor x = ln1 == null ? in : ln1.of(in);
            int d = config.dHead();
            Tensor matrix = w.qkv().w().narrow(1, first * d, (first + count) * d);
            Tensor product = Tensor.einsum("...hm,mhd->...hd", x, matrix.reshape(config.dModel(), count, d));
            Tensor bias = w.qkv().b();
            return bias == null
                    ? product
                    : product.add(bias.narrow(0, first * d, (first + count) * d).reshape(count, d));
        }

        /** A copy of the stream for each head [b, p, count, d_model]. */
        private static Tensor repeated(Tensor stream, int count) {
            return stream.unsqueeze(2).expand(stream.size(0), stream.size(1), count, stream.size(2));
        }
    }
}
