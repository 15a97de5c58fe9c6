package practicum.zoo.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import practicum.world.Split;
import practicum.world.picture.PictureSet;
import practicum.world.picture.Scene;
import practicum.world.picture.ShapeMark;
import practicum.zoo.Measurement;

class ShapesPhenomenonTest {
    private static final Map<String, Measurement> MEASURED =
            Planted.measured(new ShapesPhenomenon(Planted.WORLD), Planted.brightness(), Planted.stampReader());

    private static Measurement measured(String name) {
        return Objects.requireNonNull(MEASURED.get(name), name);
    }

    /** Its map is the picture itself, whatever is asked: so it is right where the object asked about is the brighter. */
    @Test
    void aNetThatSeesBrightnessPointsToTheBrighterOfTwoShapes() {
        PictureSet scenes = Planted.WORLD.scenes(Split.HELD_OUT, 2, 300, 3);
        long brighter = scenes.scenes().stream()
                .filter(scene -> brightness(scene, scene.asked()) > brightness(scene, 1 - scene.asked()))
                .count();
        Measurement byClass = measured("grad-cam: by class");
        assertThat(byClass.value()).isCloseTo(brighter / 300.0, within(1e-4));
        assertThat(byClass.control()).as("one map for all classes").isEqualTo(byClass.value());
        assertThat(measured("grad-cam: pointing game").value()).isEqualTo(byClass.value());
    }

    private static double brightness(Scene scene, int object) {
        return scene.objects().get(object).ink().brightness();
    }

    @Test
    void aMeanOfAllPixelsIsAsSensitiveOnTheShapeAsElsewhere() {
        double circles = Planted.WORLD.pictures(Split.HELD_OUT, 600, 2).scenes().stream()
                .mapToDouble(scene -> ((ShapeMark) scene.objects().get(0).mark()).radius())
                .map(radius -> Math.PI * radius * radius / (Planted.WORLD.size() * Planted.WORLD.size()))
                .average()
                .orElseThrow();
        assertThat(measured("saliency: at the shape").value()).isCloseTo(circles, within(1e-3));
    }

    @Test
    void whoAlwaysSaysTheSameIsRightForOneClassOfSix() {
        assertThat(measured("shapes: held out").value()).isCloseTo(1 / 6.0, within(1e-4));
    }
}
