package practicum.world.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import practicum.world.Split;

class CurveWorldTest {
    private static final CurveWorld WORLD = CurveWorld.of(32);

    @Test
    void aLabelIsTheDirectionNearestToTheAngle() {
        PictureSet set = WORLD.pictures(Split.TRAIN, 80, 1);
        for (Scene scene : set.scenes()) {
            CurveMark mark = (CurveMark) scene.objects().get(0).mark();
            double middle = 45.0 * scene.label();
            double off = Math.abs(((mark.angle() - middle) % 360 + 540) % 360 - 180);
            assertThat(off).isLessThanOrEqualTo(22.5);
        }
        for (int d = 0; d < 8; d++) {
            long direction = d;
            assertThat(set.scenes().stream().filter(scene -> scene.label() == direction))
                    .hasSize(10);
        }
        assertThat(WORLD.classes()).startsWith("0°", "45°").hasSize(8);
    }

    @Test
    void curvesLieWhollyOnThePicture() {
        PictureSet set = WORLD.backdrop(Backdrop.plain()).pictures(Split.TRAIN, 80, 2);
        float[] pixels = set.tensor().toFloatArray();
        for (int i = 0; i < pixels.length; i++) {
            int row = i / 32 % 32;
            int column = i % 32;
            if (Math.min(row, column) == 0 || Math.max(row, column) == 31) {
                assertThat(pixels[i]).isLessThan(0.4f);
            }
        }
    }

    @Test
    void noAngleIsHeldOutAtACurvatureThatTrainingHasItAt() {
        Set<String> trained = kinds(WORLD.pictures(Split.TRAIN, 2000, 3));
        Set<String> heldOut = kinds(WORLD.pictures(Split.HELD_OUT, 400, 4));
        assertThat(trained).doesNotContainAnyElementsOf(heldOut);
        assertThat(heldOut).hasSizeGreaterThan(30);
    }

    /** Nine-degree steps of the angle, and fifths of the curvatures. */
    private static Set<String> kinds(PictureSet set) {
        Set<String> kinds = new HashSet<>();
        for (Scene scene : set.scenes()) {
            CurveMark mark = (CurveMark) scene.objects().get(0).mark();
            int part = (int) Math.floor((mark.angle() + 22.5) / 9) % 40;
            kinds.add(part + " " + (int) Math.floor((mark.radius() / 32 - 0.15) / 0.05));
        }
        return kinds;
    }

    @Test
    void aTuningSeriesTurnsOneCurveAboutThePicturesMiddle() {
        PictureSet tuning = WORLD.tuning(8, 4);
        float[] pixels = tuning.tensor().toFloatArray();
        for (int row = 0; row < 32; row++) {
            for (int column = 0; column < 32; column++) {
                float first = pixels[row * 32 + column];
                // A quarter turn clockwise takes (x, y) to (31 − y, x).
                float second = pixels[1024 + column * 32 + (31 - row)];
                assertThat(second).isCloseTo(first, within(1e-5f));
            }
        }
        assertThat(tuning.labels()).containsExactly(0, 2, 4, 6);
        assertThat(tuning.table().doubleColumn("angle").asDoubleArray()).containsExactly(0, 90, 180, 270);
    }

    @Test
    void linesLookTheSameAfterHalfATurnAndCurvesDoNot() {
        float[] lines = WORLD.tuning(Double.POSITIVE_INFINITY, 2).tensor().toFloatArray();
        float[] curves = WORLD.tuning(8, 2).tensor().toFloatArray();
        double lineDifference = 0;
        double curveDifference = 0;
        for (int i = 0; i < 1024; i++) {
            lineDifference += Math.abs(lines[i] - lines[1024 + i]);
            curveDifference += Math.abs(curves[i] - curves[1024 + i]);
        }
        assertThat(lineDifference).isLessThan(1e-3);
        assertThat(curveDifference).isGreaterThan(5);
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatThrownBy(() -> CurveWorld.of(8)).hasMessageContaining("at least 16 pixels");
        assertThatThrownBy(() -> WORLD.directions(1)).hasMessageContaining("2 to 36 directions");
        assertThatThrownBy(() -> WORLD.tuning(8, 0)).hasMessageContaining("at least one angle");
        assertThatThrownBy(() -> WORLD.gratings(1, 4, 0)).hasMessageContaining("at least 2 pixels");
        assertThatThrownBy(() -> WORLD.pictures(Split.TRAIN, -1, 1)).hasMessageContaining("at least one picture");
    }
}
