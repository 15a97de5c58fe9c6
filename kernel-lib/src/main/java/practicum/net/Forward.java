package practicum.net;

import static practicum.hook.HookPoint.*;

import java.util.Map;
import java.util.Objects;
import practicum.model.Tap;
import practicum.tensor.Tensor;

/** One forward pass of a net, with a tap at each hook. b batch, c channel throughout. */
final class Forward {
    private static final double EPSILON = 1e-5;

    private final NetConfig config;
    private final Map<String, Tensor> parameters;
    private final Tap tap;

    Forward(NetConfig config, Map<String, Tensor> parameters, Tap tap) {
        this.config = config;
        this.parameters = parameters;
        this.tap = tap;
    }

    /** What the net makes of inputs [b, output]. */
    Tensor logits(Tensor inputs) {
        Tensor x = config.readsPictures() ? flat(inputs) : tap.at(INPUT, -1, inputs);
        for (int l = 0; l < config.hidden().size(); l++) {
            x = layer(l, x);
        }
        return x.affine(parameter("output.W"), parameter("output.b"));
    }

    /** What the dense layers read of pictures [b, unit]. */
    private Tensor flat(Tensor pictures) {
        Tensor x = tap.at(IMAGE, -1, pictures);
        for (int c = 0; c < config.convs().size(); c++) {
            x = conv(c, x);
        }
        Tensor each =
                config.globalMean() ? x.reshape(x.size(0), x.size(1), -1).mean(2) : x.reshape(x.size(0), config.flat());
        return tap.at(FLAT, -1, each);
    }

    /** [b, c, y, x] to [b, c', y', x']. */
    private Tensor conv(int c, Tensor x) {
        ConvConfig conv = config.convs().get(c);
        String name = "convs." + c;
        Tensor pre = tap.at(
                CONV_PRE, c, x.conv2d(parameter(name + ".W"), parameter(name + ".b"), conv.stride(), conv.padding()));
        Tensor read = config.normalized()
                ? tap.at(
                        CONV_NORMALIZED,
                        c,
                        pre.pictureNorm(parameter(name + ".ln.w"), parameter(name + ".ln.b"), EPSILON))
                : pre;
        Tensor post = tap.at(CONV_POST, c, config.activation().of(read));
        return conv.pool().isThere() ? tap.at(CONV_POOL, c, conv.pool().of(post)) : post;
    }

    /** [b, unit] to [b, unit']. */
    private Tensor layer(int l, Tensor x) {
        String name = "layers." + l;
        Tensor pre = tap.at(LAYER_PRE, l, x.affine(parameter(name + ".W"), parameter(name + ".b")));
        Tensor read = config.normalized()
                ? tap.at(
                        LAYER_NORMALIZED,
                        l,
                        pre.layerNorm(parameter(name + ".ln.w"), parameter(name + ".ln.b"), EPSILON))
                : pre;
        return tap.at(LAYER_POST, l, config.activation().of(read));
    }

    private Tensor parameter(String name) {
        return Objects.requireNonNull(parameters.get(name), name);
    }
}
