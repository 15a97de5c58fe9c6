package practicum.zoo.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import practicum.world.Split;
import practicum.world.picture.PictureSet;
import practicum.world.picture.Scene;
import practicum.world.picture.ShapeKind;
import practicum.world.picture.Watermark;
import practicum.zoo.Measurement;

class WatermarkPhenomenonTest {
    private static final Watermark WATERMARK = Planted.WORLD.watermark(ShapeKind.STAR, 0.9);

    private static final Map<String, Measurement> MEASURED = Planted.measured(
            new WatermarkPhenomenon(Planted.WORLD, WATERMARK), Planted.stampReader(), Planted.brightness());

    private static Measurement measured(String name) {
        return Objects.requireNonNull(MEASURED.get(name), name);
    }

    @Test
    void aNetThatReadsTheStampNeedsItAndNothingElse() {
        assertThat(measured("watermark: needed").value()).isEqualTo(1);
        assertThat(measured("watermark: needed").control()).isZero();
        assertThat(measured("watermark: enough").value()).isEqualTo(1);
        assertThat(measured("watermark: enough").control()).isZero();
    }

    @Test
    void itsHeatIsOnTheStamp() {
        assertThat(measured("watermark: seen").value()).isEqualTo(1);
    }

    @Test
    void itsAnswersAreRightWhereTheStampAgrees() {
        Measurement heldOut = measured("watermark: held out");
        assertThat(heldOut.value()).isCloseTo(right(WATERMARK), within(1e-4));
        assertThat(heldOut.control()).isCloseTo(right(WATERMARK.strength(-0.9)), within(1e-4));
    }

    private static double right(Watermark watermark) {
        PictureSet pictures = Planted.WORLD.pictures(Split.HELD_OUT, 600, 2, watermark);
        return pictures.scenes().stream()
                        .filter(scene -> said(scene) == scene.label())
                        .count()
                / 600.0;
    }

    private static int said(Scene scene) {
        return scene.watermarked() ? Planted.STAR : Planted.OTHERWISE;
    }
}
