package practicum.zoo.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import practicum.net.ConvConfig;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.tensor.Tensor;
import practicum.world.picture.Backdrop;
import practicum.world.picture.ShapeKind;
import practicum.world.picture.ShapeWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

/** Nets with one filter each, set by hand, and the black pictures on which it is known where they look. */
final class Planted {
    static final ShapeWorld WORLD = ShapeWorld.of(32).backdrop(Backdrop.plain());
    static final int STAR = WORLD.kinds().indexOf(ShapeKind.STAR);
    static final int OTHERWISE = (STAR + 1) % WORLD.kinds().size();
    private static final int STAMP = 5;

    private Planted() {}

    /** Every class's logit is the picture's mean brightness, and one class's is higher by 1. */
    static Net brightness() {
        float[] weights = new float[WORLD.kinds().size()];
        Arrays.fill(weights, 1);
        return net(1, new float[] {1}, 1, weights); // above 0, so that black pixels count as well
    }

    /** Says "star" where the checkered stamp is, and else another class. */
    static Net stampReader() {
        float[] checkers = new float[STAMP * STAMP];
        for (int at = 0; at < checkers.length; at++) {
            checkers[at] = at % 2 == 0 ? 1 : -1;
        }
        float[] weights = new float[WORLD.kinds().size()];
        weights[STAR] = 10 * WORLD.size() * WORLD.size();
        return net(STAMP, checkers, -12, weights); // a stamp has 13 white cells, and nothing else comes near it
    }

    private static Net net(int kernel, float[] filter, float bias, float[] weights) {
        int size = WORLD.size();
        float[] biases = new float[weights.length];
        biases[OTHERWISE] = 1;
        return new Net(
                NetConfig.conv("planted", 1, size, size, weights.length, ConvConfig.of(1, kernel))
                        .meanOfChannels(),
                Map.of(
                        "convs.0.W", Tensor.of(filter, 1, 1, kernel, kernel),
                        "convs.0.b", Tensor.of(bias),
                        "output.W", Tensor.of(weights, 1, weights.length),
                        "output.b", Tensor.of(biases)));
    }

    /** All that a phenomenon measures, by name. */
    static Map<String, Measurement> measured(Phenomenon<Net> phenomenon, Net net, Net untrained) {
        return phenomenon.measure(new Subject<>(net, untrained, List.of(), step -> net)).stream()
                .collect(Collectors.toMap(Measurement::name, each -> each));
    }
}
