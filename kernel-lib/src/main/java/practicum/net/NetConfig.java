package practicum.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import practicum.hook.Anatomy;
import practicum.hook.Hook;
import practicum.hook.HookPoint;
import practicum.model.Activation;
import practicum.model.Parameter;

/**
 * The shape of a net: convolutions, if it reads pictures, then hidden layers, then a linear output.
 *
 * <p>Every convolution and hidden layer is linear map, normalisation if {@code normalized}, activation function, pool.
 * There is no dropout and no batch normalisation: what a net makes of an input depends on nothing else.
 *
 * @param name what to call the net
 * @param input numbers in an input: [features], or [channels, height, width] of a picture
 * @param convs convolutions, in order
 * @param globalMean whether the layers read the mean of each channel instead of all of its places
 * @param hidden units of each hidden layer, in order
 * @param outputs numbers out
 * @param activation the function of every hidden unit and channel
 * @param normalized whether each layer's units, and each convolution's channels, are normalised before that function
 */
public record NetConfig(
        String name,
        List<Integer> input,
        List<ConvConfig> convs,
        boolean globalMean,
        List<Integer> hidden,
        int outputs,
        Activation activation,
        boolean normalized)
        implements Anatomy {
    public NetConfig {
        if (name == null || input == null || convs == null || hidden == null || activation == null) {
            throw new NetException("A net has a name, an input, layers (or none) and a function; one of them is null.");
        }
        input = List.copyOf(input);
        convs = List.copyOf(convs);
        hidden = List.copyOf(hidden);
        if (input.size() != 1 && input.size() != 3) {
            throw new NetException("A net's input is [features] or [channels, height, width]; got " + input + ".");
        }
        List<Integer> sizes = new ArrayList<>(input);
        sizes.addAll(hidden);
        sizes.add(outputs);
        if (sizes.stream().anyMatch(size -> size < 1)) {
            throw new NetException("A net's inputs, hidden units and outputs are at least 1; got " + input + ", "
                    + hidden + " and " + outputs + ".");
        }
        if (input.size() == 1 && (!convs.isEmpty() || globalMean)) {
            throw new NetException("Convolutions and the mean of channels need pictures [channels, height, width], but"
                    + " the input is " + input + ".");
        }
        requireRoom(input, convs);
    }

    @SafeVarargs
    private static <T> List<T> given(T... layers) {
        if (layers == null || Arrays.asList(layers).contains(null)) {
            throw new NetException("Give the layers of the net, or leave them out where it has none; got null.");
        }
        return List.of(layers);
    }

    private static void requireRoom(List<Integer> input, List<ConvConfig> convs) {
        if (input.size() == 1) {
            return;
        }
        int height = input.get(1);
        int width = input.get(2);
        for (ConvConfig conv : convs) {
            if (conv.left(height) < 1 || conv.left(width) < 1) {
                throw new NetException("Nothing is left of " + height + " × " + width + " places after " + conv
                        + ". Use a smaller kernel or pool, more padding, or fewer convolutions.");
            }
            height = conv.left(height);
            width = conv.left(width);
        }
    }

    /** A net of dense layers with ReLU. */
    public static NetConfig dense(String name, int features, int outputs, Integer... hidden) {
        return new NetConfig(name, List.of(features), List.of(), false, given(hidden), outputs, Activation.RELU, false);
    }

    /** A net of convolutions with ReLU, its output read straight off their last channels. */
    public static NetConfig conv(String name, int channels, int height, int width, int outputs, ConvConfig... convs) {
        return new NetConfig(
                name,
                List.of(channels, height, width),
                given(convs),
                false,
                List.of(),
                outputs,
                Activation.RELU,
                false);
    }

    /** This shape with other hidden layers. */
    public NetConfig hidden(Integer... units) {
        return new NetConfig(name, input, convs, globalMean, List.of(units), outputs, activation, normalized);
    }

    /** This shape with another activation function. */
    public NetConfig activation(Activation function) {
        return new NetConfig(name, input, convs, globalMean, hidden, outputs, function, normalized);
    }

    /** This shape with normalisation before each activation function. */
    public NetConfig normalize() {
        return new NetConfig(name, input, convs, globalMean, hidden, outputs, activation, true);
    }

    /** This shape with the mean of each channel in place of all of its places. */
    public NetConfig meanOfChannels() {
        return new NetConfig(name, input, convs, true, hidden, outputs, activation, normalized);
    }

    boolean readsPictures() {
        return input.size() == 3;
    }

    /** What the first dense layer reads. */
    int flat() {
        if (!readsPictures()) {
            return input.get(0);
        }
        int channels = input.get(0);
        int height = input.get(1);
        int width = input.get(2);
        for (ConvConfig conv : convs) {
            channels = conv.channels();
            height = conv.left(height);
            width = conv.left(width);
        }
        return globalMean ? channels : channels * height * width;
    }

    /** The names and shapes of all parameters, in the order of the forward pass. */
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        int channels = input.get(0);
        for (int c = 0; c < convs.size(); c++) {
            ConvConfig conv = convs.get(c);
            all.add(new Parameter("convs." + c + ".W", conv.channels(), channels, conv.kernel(), conv.kernel()));
            vectors("convs." + c, conv.channels(), all);
            channels = conv.channels();
        }
        int width = flat();
        for (int l = 0; l < hidden.size(); l++) {
            all.add(new Parameter("layers." + l + ".W", width, hidden.get(l)));
            vectors("layers." + l, hidden.get(l), all);
            width = hidden.get(l);
        }
        all.add(new Parameter("output.W", width, outputs));
        all.add(new Parameter("output.b", outputs));
        return all;
    }

    private void vectors(String where, int width, List<Parameter> all) {
        all.add(new Parameter(where + ".b", width));
        if (normalized) {
            all.add(new Parameter(where + ".ln.w", width));
            all.add(new Parameter(where + ".ln.b", width));
        }
    }

    /** The hooks that a net of this shape computes, in the order of the forward pass. */
    public List<Hook> hooks() {
        List<Hook> all = new ArrayList<>(List.of(readsPictures() ? Hook.image() : Hook.input()));
        for (int c = 0; c < convs.size(); c++) {
            all.addAll(List.of(Hook.convPre(c), Hook.convNormalized(c), Hook.convPost(c), Hook.convPool(c)));
        }
        all.add(Hook.flat());
        for (int l = 0; l < hidden.size(); l++) {
            all.addAll(List.of(Hook.layerPre(l), Hook.layerNormalized(l), Hook.layerPost(l)));
        }
        return all.stream().filter(hook -> lacks(hook).isEmpty()).toList();
    }

    @Override
    public Optional<String> lacks(Hook hook) {
        return reason(hook)
                .map(reason -> "\"" + name + "\" does not compute " + hook + ": " + reason
                        + " net.hooks() lists what it computes.");
    }

    private Optional<String> reason(Hook hook) {
        HookPoint point = hook.point();
        return switch (point) {
            case INPUT -> unless(!readsPictures(), "its input is a picture; use Hook.image().");
            case IMAGE -> unless(readsPictures(), "its input is no picture; use Hook.input().");
            case FLAT -> unless(readsPictures(), "its layers read the input itself; use Hook.input().");
            case CONV_PRE, CONV_POST -> outside("convolutions", hook.layer(), convs.size());
            case LAYER_PRE, LAYER_POST -> outside("hidden layers", hook.layer(), hidden.size());
            case CONV_NORMALIZED ->
                outside("convolutions", hook.layer(), convs.size())
                        .or(() -> unless(normalized, "it does not normalise; use Hook.convPre."));
            case LAYER_NORMALIZED ->
                outside("hidden layers", hook.layer(), hidden.size())
                        .or(() -> unless(normalized, "it does not normalise; use Hook.layerPre."));
            case CONV_POOL ->
                outside("convolutions", hook.layer(), convs.size())
                        .or(() -> unless(
                                convs.get(hook.layer()).pool().isThere(),
                                "that convolution does not pool; use Hook.convPost(" + hook.layer() + ")."));
            default -> Optional.of("that is a place in transformers, and this is a net.");
        };
    }

    private static Optional<String> unless(boolean there, String reason) {
        return there ? Optional.empty() : Optional.of(reason);
    }

    private static Optional<String> outside(String what, int index, int count) {
        return unless(
                index < count, count == 0 ? "it has no " + what + "." : "its " + what + " are 0–" + (count - 1) + ".");
    }
}
