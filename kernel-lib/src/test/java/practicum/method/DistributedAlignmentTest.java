package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import practicum.hook.Hook;
import practicum.hook.HookException;
import practicum.model.Activation;
import practicum.model.ModelException;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.tensor.Linalg;
import practicum.tensor.Tensor;
import practicum.world.Split;
import practicum.world.causal.CausalModel;
import practicum.world.causal.HierarchicalEquality;
import practicum.world.causal.InterchangeExample;
import practicum.world.causal.Setting;

class DistributedAlignmentTest {
    private static final Hook HIDDEN = Hook.layerPost(0);
    private static final int WIDTH = 6;

    /**
     * Inputs x and y, one hidden layer without an activation function that holds x · u + y · v, and an output that says
     * whether x + y is positive; u and v are orthogonal and point in no unit's direction.
     */
    private static final Tensor PLANTED = Linalg.qr(Tensor.randn(7, WIDTH, 2)).q();

    private static final Net SUM = sum(PLANTED);

    private static Net sum(Tensor planted) {
        NetConfig config = NetConfig.dense("sum", 2, 1, WIDTH).activation(Activation.IDENTITY);
        Map<String, Tensor> parameters = new LinkedHashMap<>();
        parameters.put("layers.0.W", planted.t());
        parameters.put("layers.0.b", Tensor.zeros(WIDTH));
        parameters.put("output.W", planted.matMul(Tensor.ones(2, 1)));
        parameters.put("output.b", Tensor.zeros(1));
        return new Net(config, parameters);
    }

    /** x and y in tenths, as the net sees them. */
    private static Tensor tensor(List<Setting> inputs) {
        return Tensor.of(inputs.stream()
                .map(in -> new double[] {in.get("x") / 10.0, in.get("y") / 10.0})
                .toArray(double[][]::new));
    }

    private static final CausalModel RIGHT = CausalModel.of("sum", "x", "y")
            .variable("first", in -> in.get("x"))
            .variable("second", in -> in.get("y"))
            .truth("positive", in -> in.get("first") + in.get("second") > 0);

    /** Has the same answers, but says that the difference is carried on. */
    private static final CausalModel WRONG = CausalModel.of("difference", "x", "y")
            .variable("difference", in -> in.get("x") - in.get("y"))
            .truth("positive", in -> in.get("difference") + 2 * in.get("y") > 0);

    /** Every second one changes the answer, so that doing nothing is right for half. */
    private static Interchanges pairs(CausalModel model, String variable, int count, long seed) {
        Random random = new Random(seed);
        List<InterchangeExample> examples = new ArrayList<>();
        while (examples.size() < count) {
            Setting base = drawn(random);
            Setting source = drawn(random);
            int answer = model.counterfactual(base, source, variable);
            InterchangeExample example = new InterchangeExample(base, source, variable, answer, model.answer(base));
            if (example.changes() == (examples.size() % 2 == 0)) {
                examples.add(example);
            }
        }
        return Interchanges.of(examples, DistributedAlignmentTest::tensor);
    }

    /** The sum of an odd x and an even y is never 0. */
    private static Setting drawn(Random random) {
        return Setting.of("x", odd(random)).with("y", 2 * odd(random));
    }

    private static int odd(Random random) {
        return 2 * random.nextInt(-10, 10) + 1;
    }

    private static DistributedAlignment train(List<Interchanges> pairs, int dimensions) {
        return DistributedAlignment.train(SUM, HIDDEN, dimensions, pairs, DistributedAlignment.usual(1));
    }

    @Test
    void findsThePlantedDirectionOfEachVariable() {
        DistributedAlignment found = train(List.of(pairs(RIGHT, "first", 1000, 1), pairs(RIGHT, "second", 1000, 2)), 1);
        assertThat(found.variables()).containsExactly("first", "second");
        assertThat(cosine(found.basis("first"), 0)).isGreaterThan(0.99);
        assertThat(cosine(found.basis("second"), 1)).isGreaterThan(0.99);
        assertThat(found.accuracy(List.of(pairs(RIGHT, "first", 500, 3), pairs(RIGHT, "second", 500, 4))))
                .isGreaterThan(0.95);
    }

    /** The cosine of the angle between a found direction [d, 1] and a planted one. */
    private static double cosine(Tensor found, int planted) {
        return Math.abs(found.t().matMul(PLANTED).get(0, planted).item());
    }

    @Test
    void aWrongCausalModelAndRandomDirectionsAreToldApartFromTheRightOne() {
        Interchanges right = pairs(RIGHT, "first", 1000, 1);
        Interchanges wrong = pairs(WRONG, "difference", 1000, 1);
        double ofRight = train(List.of(right), 1).accuracy(pairs(RIGHT, "first", 500, 3));
        double ofWrong = train(List.of(wrong), 1).accuracy(pairs(WRONG, "difference", 500, 3));
        double ofRandom =
                DistributedAlignment.random(SUM, HIDDEN, 1, List.of(right), 1).accuracy(pairs(RIGHT, "first", 500, 3));
        assertThat(ofRight).isGreaterThan(0.95);
        assertThat(ofWrong).isLessThan(0.85);
        assertThat(ofRandom).isLessThan(0.85);
    }

    @Test
    void allBasesTogetherAreOrthonormal() {
        DistributedAlignment random = DistributedAlignment.random(
                SUM, HIDDEN, 3, List.of(pairs(RIGHT, "first", 2, 1), pairs(RIGHT, "second", 2, 1)), 5);
        Tensor all = Tensor.concat(1, List.of(random.basis("first"), random.basis("second")));
        assertThat(all.t().matMul(all).sub(Tensor.eye(6)).abs().max().item()).isLessThan(1e-5f);
    }

    @Test
    void anInterchangeChangesTheSubspaceAndNothingElse() {
        NetConfig config = NetConfig.dense("two", 2, 2);
        Tensor eye = Tensor.eye(2);
        Net two = new Net(config, Map.of("output.W", eye, "output.b", Tensor.zeros(2)));
        Interchanges one = new Interchanges(
                "v", Tensor.of(new double[][] {{1, 2}}), Tensor.of(new double[][] {{5, 3}}), Tensor.of(new long[] {0}));
        Tensor along = Tensor.of(new double[][] {{0.6}, {0.8}});
        var known = DistributedAlignment.of(two, Hook.input(), Map.of("v", along));
        float[] seen = two.run(one.bases(), known.interchange("v", two.run(one.sources())))
                .logits()
                .toFloatArray();
        // The source is (4, 1) further: 4 · 0.6 + 1 · 0.8 = 3.2 of it lies along the direction.
        assertThat(seen[0]).isCloseTo((float) (1 + 3.2 * 0.6), offset(1e-5f));
        assertThat(seen[1]).isCloseTo((float) (2 + 3.2 * 0.8), offset(1e-5f));
    }

    @Test
    void thePlantedDirectionsAreTheCausalModelExactly() {
        var planted = DistributedAlignment.of(
                SUM, HIDDEN, Map.of("first", PLANTED.narrow(1, 0, 1), "second", PLANTED.narrow(1, 1, 2)));
        assertThat(planted.accuracy(pairs(RIGHT, "first", 500, 3))).isEqualTo(1);
        assertThat(planted.accuracy(pairs(RIGHT, "second", 500, 4))).isEqualTo(1);
    }

    @Test
    void interchangingAWholeLayerGivesTheSourcesAnswer() {
        HierarchicalEquality world = HierarchicalEquality.of(20, 10, 2, 1);
        Net net = Net.initial(NetConfig.dense("untrained", 8, 2, 5), 1);
        List<InterchangeExample> drawn = world.interchanges(HierarchicalEquality.model(), "left", Split.TRAIN, 50, 1);
        Tensor bases = world.tensor(drawn.stream().map(InterchangeExample::base).toList());
        Tensor sources =
                world.tensor(drawn.stream().map(InterchangeExample::source).toList());
        long[] said =
                Arrays.stream(net.run(sources).predictions()).asLongStream().toArray();
        Interchanges whole = new Interchanges("all", bases, sources, Tensor.of(said));
        assertThat(DistributedAlignment.random(net, HIDDEN, 5, List.of(whole), 1)
                        .accuracy(whole))
                .isEqualTo(1);
    }

    @Test
    void theSameSeedFindsTheSameBasis() {
        List<Interchanges> pairs = List.of(pairs(RIGHT, "first", 200, 1));
        var recipe = DistributedAlignment.usual(3).withSteps(5);
        var once = DistributedAlignment.train(SUM, HIDDEN, 2, pairs, recipe);
        var again = DistributedAlignment.train(SUM, HIDDEN, 2, pairs, recipe);
        assertThat(once.basis("first").toFloatArray())
                .isEqualTo(again.basis("first").toFloatArray());
    }

    @Test
    void badInputIsRefusedWithWhatToDo() {
        List<Interchanges> pairs = List.of(pairs(RIGHT, "first", 10, 1), pairs(RIGHT, "second", 10, 1));
        assertThatThrownBy(() -> train(List.of(), 1))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> train(pairs, 4))
                .hasMessage("Subspaces of 4 dimensions for each of [first, second] are 8 in all, but at"
                        + " layers.0.hook_post there are 6. Each needs at least 1, and together at most as many as"
                        + " there are.");
        assertThatThrownBy(() -> train(pairs, 0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> Interchanges.of(List.of(), DistributedAlignmentTest::tensor))
                .hasMessageContaining("at least one example");
        DistributedAlignment random = DistributedAlignment.random(SUM, HIDDEN, 1, pairs, 1);
        assertThatThrownBy(() -> DistributedAlignment.of(SUM, HIDDEN, Map.of("first", Tensor.ones(6, 1))))
                .hasMessageContaining("must be orthonormal columns");
        assertThatThrownBy(() -> random.basis("third"))
                .hasMessageContaining("\"third\"")
                .hasMessageContaining("[first, second]");
        Tensor base = pairs.get(0).bases();
        assertThatThrownBy(() -> new Interchanges("first", base, base.narrow(0, 0, 3), Tensor.of(new long[10])))
                .hasMessageContaining("as many bases as sources");
        Interchanges unknown = new Interchanges(
                "first",
                base,
                base,
                Tensor.of(LongStream.generate(() -> 2).limit(10).toArray()));
        assertThatThrownBy(() -> train(List.of(unknown), 1)).hasMessageContaining("tells apart 0 to 1");
    }

    @Test
    void aRunOfAnotherNetIsRefused() {
        List<Interchanges> pairs = List.of(pairs(RIGHT, "first", 10, 1));
        DistributedAlignment random = DistributedAlignment.random(SUM, HIDDEN, 1, pairs, 1);
        Tensor inputs = pairs.get(0).sources();
        var elsewhere = sum(Tensor.randn(1, WIDTH, 2)).run(inputs);
        assertThatThrownBy(() -> SUM.run(pairs.get(0).bases(), random.interchange("first", elsewhere)))
                .isInstanceOf(HookException.class)
                .hasMessageContaining("whose parameters are others");
    }
}
