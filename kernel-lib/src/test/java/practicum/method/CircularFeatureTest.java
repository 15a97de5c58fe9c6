package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.model.ModelException;
import practicum.tensor.Linalg;
import practicum.tensor.Tensor;

class CircularFeatureTest {
    private static final int MEMBERS = 7;
    private static final double STEP = 2 * Math.PI / MEMBERS;
    private final double[] angles = angles(1);
    private final Tensor basis = Linalg.qr(Tensor.randn(1, 9, 9)).q();

    private static double[] angles(int frequency) {
        double[] angles = new double[MEMBERS];
        Arrays.setAll(angles, i -> frequency * STEP * i);
        return angles;
    }

    /** Points on a circle of a radius in a random plane of nine dimensions, about a random centre. */
    private Tensor circle(double radius, int from, double... at) {
        double[][] points = new double[at.length][9];
        for (int i = 0; i < at.length; i++) {
            points[i][from] = radius * Math.cos(at[i]);
            points[i][from + 1] = radius * Math.sin(at[i]);
        }
        return Tensor.of(points).matMul(basis);
    }

    private Tensor centre() {
        return Tensor.randn(5, 9).mul(3);
    }

    @Test
    void thePlaneOfAPlantedCircleIsFound() {
        Tensor vectors = circle(2, 3, angles).add(circle(0.5, 6, angles(2))).add(centre());
        CircularFeature found = CircularFeature.of(vectors);
        Tensor planted = basis.narrow(0, 3, 5);
        Tensor overlap = found.plane().matMul(planted.t());
        assertThat(Linalg.svd(overlap).s().toDoubleArray()).containsExactly(new double[] {1, 1}, within(1e-4));
        assertThat(found.plane()
                        .matMul(found.plane().t())
                        .sub(Tensor.eye(2))
                        .abs()
                        .max()
                        .item())
                .isLessThan(1e-5f);
        assertThat(found.share(vectors)).isCloseTo(4 / 4.25, within(1e-4));
        assertThat(found.roundness(vectors)).isCloseTo(1, within(1e-5));
    }

    /** The smaller of two circles, which no principal component shows, is found by its angles. */
    @Test
    void byItsAnglesAHiddenCircleIsFoundToo() {
        Tensor vectors = circle(2, 3, angles).add(circle(0.5, 6, angles(2))).add(centre());
        CircularFeature found = CircularFeature.of(vectors, angles(2));
        double[] read = found.angles(vectors);
        for (int i = 0; i < MEMBERS; i++) {
            assertThat(Math.cos(read[i] - angles(2)[i])).isCloseTo(1, within(1e-4));
        }
        assertThat(found.centre().sub(centre()).abs().max().item()).isLessThan(1e-4f);
        assertThat(found.share(vectors)).isCloseTo(0.25 / 4.25, within(1e-4));
    }

    @Test
    void turningByOneStepMakesEachMemberTheNext() {
        Tensor vectors = circle(2, 3, angles).add(centre());
        CircularFeature feature = CircularFeature.of(vectors, angles);
        Tensor next = Tensor.concat(0, List.of(vectors.narrow(0, 1, MEMBERS), vectors.narrow(0, 0, 1)));
        assertThat(feature.rotated(vectors, STEP).sub(next).abs().max().item()).isLessThan(1e-4f);
        assertThat(feature.rotated(vectors.get(0), STEP)
                        .sub(vectors.get(1))
                        .abs()
                        .max()
                        .item())
                .isLessThan(1e-4f);
    }

    @Test
    void turningLeavesWhatIsOutsideThePlaneAndGoesAllTheWayRound() {
        Tensor vectors = Tensor.randn(8, 4, 9);
        CircularFeature feature = CircularFeature.of(circle(2, 3, angles).add(centre()), angles);
        Tensor change = feature.rotated(vectors, 1.1).sub(vectors);
        Tensor inside = change.matMul(feature.plane().t()).matMul(feature.plane());
        assertThat(change.sub(inside).abs().max().item()).isLessThan(1e-5f);
        assertThat(change.abs().max().item()).isGreaterThan(0.1f);
        assertThat(feature.rotated(vectors, 2 * Math.PI)
                        .sub(vectors)
                        .abs()
                        .max()
                        .item())
                .isLessThan(1e-5f);
    }

    /** E[r]² / E[r²] of two normal coordinates is π / 4. */
    @Test
    void aCloudIsLessRoundThanACircle() {
        CircularFeature feature = CircularFeature.of(Tensor.randn(3, 5000, 2));
        assertThat(feature.roundness(Tensor.randn(4, 5000, 2))).isCloseTo(Math.PI / 4, within(0.01));
        assertThat(feature.share(Tensor.randn(4, 50, 2))).isCloseTo(1, within(1e-5));
    }

    @Test
    void whatIsNoCircleIsSaid() {
        assertThatThrownBy(() -> CircularFeature.of(Tensor.zeros(2, 9)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("at least three vectors");
        Tensor vectors = circle(2, 3, angles);
        assertThatThrownBy(() -> CircularFeature.of(vectors, new double[] {1, 2}))
                .hasMessageContaining("2 angles");
        assertThatThrownBy(() -> CircularFeature.of(vectors, new double[MEMBERS]))
                .hasMessageContaining("at least three different ones");
        assertThatThrownBy(() -> CircularFeature.of(Tensor.ones(MEMBERS, 9), angles))
                .hasMessageContaining("do not go round");
    }
}
