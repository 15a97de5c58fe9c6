package practicum.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.model.ModelException;
import practicum.plot.Plot;
import practicum.tensor.Tensor;

class HeatMapsTest {
    private static final HeatMaps MAPS = new HeatMaps(Tensor.of(
            new float[] {
                1, 4, 3, 0,
                0, 2, 2, 0,
                0, 0, 0, 0
            },
            3,
            2,
            2));

    /** The first map points at its second pixel, the second at the first of two equals, and the third at nothing. */
    @Test
    void aMapPointsAtItsFirstHottestPixelOrAtNothing() {
        assertThat(MAPS.pointing(masks(0, 1, 0, 0))).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(MAPS.pointing(masks(0, 0, 1, 0))).isZero();
        assertThat(MAPS.pointing(masks(1, 1, 1, 1))).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void theHeatInsideIsAShareOfEachMap() {
        assertThat(MAPS.inside(masks(0, 1, 0, 1))).isCloseTo((4 / 8.0 + 2 / 4.0 + 0) / 3, within(1e-9));
    }

    @Test
    void aPictureShowsEachMapFromNoHeatToItsOwnHottestPixel() {
        Tensor scaled = Tensor.of(new float[] {0.25f, 1, 0.75f, 0, 0, 1, 1, 0, 0, 0, 0, 0}, 3, 2, 2);
        List<String> labels = List.of("cat", "dog", "none");
        assertThat(MAPS.plot(labels).svg())
                .isEqualTo(Plot.pictures(scaled, labels).svg());
    }

    private static Tensor masks(float... mask) {
        return Tensor.stack(0, Collections.nCopies(3, Tensor.of(mask, 2, 2)));
    }

    @Test
    void masksOfOtherPicturesAreRefused() {
        assertThatThrownBy(() -> MAPS.pointing(Tensor.zeros(2, 2, 2)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("Take masks of the same pictures");
        assertThatThrownBy(() -> new HeatMaps(Tensor.zeros(2, 2)))
                .hasMessageStartingWith("Heat maps are [picture, y, x]; got");
    }
}
