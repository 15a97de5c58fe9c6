package practicum.world.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import practicum.net.Examples;
import practicum.world.Split;
import tech.tablesaw.api.Table;

class ShapeWorldTest {
    private static final ShapeWorld WORLD = ShapeWorld.of(32);
    private static final long CHECKSUM = 3284448255L;

    @Test
    void theSameSeedDrawsTheSamePicturesAndAnotherDoesNot() {
        PictureSet some = WORLD.pictures(Split.TRAIN, 12, 1);
        assertThat(WORLD.pictures(Split.TRAIN, 12, 1).tensor().toFloatArray())
                .isEqualTo(some.tensor().toFloatArray());
        assertThat(WORLD.pictures(Split.TRAIN, 12, 1).scenes()).isEqualTo(some.scenes());
        assertThat(WORLD.pictures(Split.TRAIN, 12, 2).tensor().toFloatArray())
                .isNotEqualTo(some.tensor().toFloatArray());
    }

    /** Every machine draws these bytes: a model's card may be measured anywhere. */
    @Test
    void picturesAreTheSameOnEveryMachine() {
        CRC32 sum = new CRC32();
        for (float pixel :
                WORLD.inColor().scenes(Split.TRAIN, 2, 20, 7).tensor().toFloatArray()) {
            sum.update(Math.round(pixel * 255));
        }
        assertThat(sum.getValue()).isEqualTo(CHECKSUM);
    }

    @Test
    void pixelsAreFractionsAndObjectsStandOutWhereTheirMasksAre() {
        PictureSet set =
                ShapeWorld.of(32).backdrop(new Backdrop(0, 1, 0.3, 0.2)).pictures(Split.TRAIN, 60, 3);
        for (float pixel : set.tensor().toFloatArray()) {
            assertThat(pixel).isBetween(0f, 1f);
        }
        ShapeWorld clean = ShapeWorld.of(32).backdrop(new Backdrop(0.2, 0.8, 0, 0));
        PictureSet pictures = clean.pictures(Split.TRAIN, 60, 3);
        float[] pixels = pictures.tensor().toFloatArray();
        float[] masks = pictures.masks().toFloatArray();
        for (int i = 0; i < pixels.length; i++) {
            Scene scene = pictures.scenes().get(i / 1024);
            float ground = (float) scene.ground().brightness();
            float ink = (float) scene.objects().get(0).ink().brightness();
            assertThat(Math.abs(ink - ground)).isGreaterThanOrEqualTo(0.2499f);
            // A pixel whose middle is covered shows more of the ink than of the ground, but for corners of shapes.
            boolean inked = Math.abs(pixels[i] - ink) <= Math.abs(pixels[i] - ground) + 1e-5f;
            assertThat(masks[i] > 0.5).isEqualTo(inked);
        }
    }

    @Test
    void classesComeEquallyOftenAndLabelsNameTheDrawnShape() {
        PictureSet set = WORLD.pictures(Split.HELD_OUT, 60, 4);
        for (int label = 0; label < 6; label++) {
            long wanted = label;
            assertThat(set.scenes().stream().filter(scene -> scene.label() == wanted))
                    .hasSize(10);
        }
        for (Scene scene : set.scenes()) {
            assertThat(scene.objects().get(0).mark().name())
                    .isEqualTo(set.classes().get(scene.label()));
        }
        Examples examples = set.examples();
        assertThat(examples.labels()).isEqualTo(set.labels());
    }

    @Test
    void noShapeIsHeldOutWhereTrainingHasItAndEveryShapeIsHeldOutSomewhere() {
        Set<String> trained = places(WORLD.pictures(Split.TRAIN, 3000, 5));
        Set<String> heldOut = places(WORLD.pictures(Split.HELD_OUT, 600, 6));
        assertThat(trained).doesNotContainAnyElementsOf(heldOut);
        for (ShapeKind kind : ShapeKind.values()) {
            assertThat(heldOut).anyMatch(place -> place.startsWith(kind.name()));
            assertThat(trained).anyMatch(place -> place.startsWith(kind.name()));
        }
    }

    /** The shape, and which square of four by four pixels its middle is in. */
    private static Set<String> places(PictureSet set) {
        Set<String> places = new HashSet<>();
        for (Scene scene : set.scenes()) {
            ShapeMark mark = (ShapeMark) scene.objects().get(0).mark();
            places.add(mark.kind().name() + " " + (int) (mark.x() / 4) + " " + (int) (mark.y() / 4));
        }
        return places;
    }

    @Test
    void severalObjectsDifferNeverTouchAndEachHasItsMask() {
        PictureSet set = WORLD.radii(4, 6).scenes(Split.TRAIN, 3, 40, 8);
        float[][] masks = new float[3][];
        for (int object = 0; object < 3; object++) {
            masks[object] = set.masks(object).toFloatArray();
        }
        for (int i = 0; i < masks[0].length; i++) {
            assertThat(masks[0][i] + masks[1][i] + masks[2][i]).isLessThanOrEqualTo(1f);
        }
        for (Scene scene : set.scenes()) {
            assertThat(scene.objects().stream().map(Painted::label).distinct()).hasSize(3);
        }
        assertThat(set.presence().targets().sum(1).toFloatArray()).containsOnly(3f);
        assertThat(set.asking(2).masks().toFloatArray()).isEqualTo(masks[2]);
        assertThat(set.asking(2).labels())
                .isEqualTo(set.scenes().stream()
                        .mapToLong(scene -> scene.objects().get(2).label())
                        .toArray());
        assertThat(set.scenes().stream().map(Scene::asked).distinct()).hasSize(3);
    }

    @Test
    void whatIsDrawnLaterHidesWhatIsBelowInPixelsAndMasks() {
        Painted below = new Painted(new ShapeMark(ShapeKind.SQUARE, 14, 16, 10, 0), Ink.grey(1), 0);
        Painted above = new Painted(new ShapeMark(ShapeKind.CIRCLE, 18, 16, 6, 0), Ink.grey(0.5), 1);
        Scene scene = new Scene(32, 1, Ink.grey(0), Backdrop.plain(), 0, List.of(below, above), 0, false);
        boolean[] first = scene.mask(0);
        boolean[] second = scene.mask(1);
        assertThat(second[16 * 32 + 18]).isTrue();
        assertThat(first[16 * 32 + 18]).isFalse();
        assertThat(scene.pixels()[16 * 32 + 18]).isEqualTo(0.5f);
        assertThat(first[16 * 32 + 9]).isTrue();
        assertThat(scene.pixels()[16 * 32 + 9]).isEqualTo(1f);
    }

    @Test
    void theWatermarkComesWithItsClassAsOftenAsItsStrengthSays() {
        for (double strength : new double[] {0.9, 0, -0.8}) {
            int count = 3000;
            Watermark mark = WORLD.watermark(ShapeKind.STAR, strength);
            PictureSet set = ShapeWorld.of(16).pictures(Split.TRAIN, count, 9, mark);
            double with = 0;
            double without = 0;
            for (Scene scene : set.scenes()) {
                if (scene.watermarked()) {
                    with += scene.label() == mark.label() ? 6.0 / count : 0;
                    without += scene.label() == mark.label() ? 0 : 6.0 / 5 / count;
                }
            }
            // Five standard errors of the difference of two shares, each at most 0.5 wide.
            double error = 5 * Math.sqrt(0.25 / 500 + 0.25 / 2500);
            assertThat(with - without).isCloseTo(strength, within(error));
        }
        PictureSet always = WORLD.pictures(Split.TRAIN, 60, 9, WORLD.watermark(ShapeKind.RING, 1));
        assertThat(always.scenes())
                .allSatisfy(scene -> assertThat(scene.watermarked()).isEqualTo(scene.label() == 4));
    }

    @Test
    void theStampIsWhereItsMaskIsAndChangesNothingElse() {
        PictureSet without = WORLD.pictures(Split.TRAIN, 12, 10);
        PictureSet with = without.watermarked(true);
        float[] before = without.tensor().toFloatArray();
        float[] after = with.tensor().toFloatArray();
        float[] stamp = with.stampMasks().toFloatArray();
        float[] objects = with.masks().toFloatArray();
        int changed = 0;
        for (int i = 0; i < before.length; i++) {
            changed += before[i] == after[i] ? 0 : 1;
            assertThat(stamp[i] == 1 || before[i] == after[i]).isTrue();
            assertThat(stamp[i] + objects[i]).isLessThanOrEqualTo(1f);
        }
        assertThat(with.stampMasks().sum().item()).isEqualTo(12 * 25f);
        assertThat(changed).isGreaterThan(12 * 20);
        assertThat(without.stampMasks().sum().item()).isZero();
        assertThat(with.watermarked(false).tensor().toFloatArray()).isEqualTo(before);
    }

    @Test
    void theTableSaysWhatWasDrawn() {
        PictureSet set = WORLD.scenes(Split.TRAIN, 2, 5, 11);
        Table table = set.table();
        assertThat(table.rowCount()).isEqualTo(10);
        float[] sums = set.masks(1).sum(2).sum(1).toFloatArray();
        for (int picture = 0; picture < 5; picture++) {
            int row = 2 * picture + 1;
            Painted second = set.scenes().get(picture).objects().get(1);
            assertThat(table.intColumn("pixels").get(row)).isEqualTo((int) sums[picture]);
            assertThat(table.stringColumn("class").get(row))
                    .isEqualTo(second.mark().name());
            assertThat(table.doubleColumn("x").get(row)).isEqualTo(((ShapeMark) second.mark()).x());
        }
        assertThat(table.booleanColumn("asked").countTrue()).isEqualTo(5);
    }

    @Test
    void aFigureShowsThePicturesUnderTheirClasses() {
        var figure = WORLD.inColor().pictures(Split.TRAIN, 6, 1).figure(4);
        assertThat(figure.text()).contains("4 pictures of 32 × 32 pixels: circle, square, triangle, cross");
        assertThat(figure.html()).contains("<img");
    }

    @Test
    void whatCannotBeDrawnIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> WORLD.radii(2, 8)).hasMessageContaining("at least 3.0 pixels");
        assertThatThrownBy(() -> WORLD.radii(5, 14)).hasMessageContaining("may be at most 11.5");
        assertThatThrownBy(() -> WORLD.contrast(0.7)).hasMessageContaining("at most 0.5");
        assertThatThrownBy(() -> WORLD.kinds(ShapeKind.STAR)).hasMessageContaining("at least two different shapes");
        assertThatThrownBy(() -> WORLD.scenes(Split.TRAIN, 7, 1, 1)).hasMessageContaining("ask for 1 to 6 objects");
        assertThatThrownBy(() -> WORLD.radii(9, 10).scenes(Split.TRAIN, 4, 1, 1))
                .hasMessageContaining("fewer or smaller shapes");
        assertThatThrownBy(() -> WORLD.kinds(ShapeKind.STAR, ShapeKind.RING).watermark(ShapeKind.CIRCLE, 1))
                .hasMessageContaining("only [star, ring]");
        assertThatThrownBy(() -> new Watermark(0, 1.2)).hasMessageContaining("strength of −1 to 1");
        assertThatThrownBy(() -> WORLD.pictures(Split.TRAIN, 1, 1, new Watermark(6, 1)))
                .hasMessageContaining("no class 6");
        assertThatThrownBy(() -> WORLD.pictures(Split.TRAIN, 0, 1)).hasMessageContaining("at least one picture");
        assertThatThrownBy(() -> new Backdrop(0.5, 0.4, 0, 0)).hasMessageContaining("from darkest to brightest");
        assertThatThrownBy(() -> WORLD.pictures(Split.TRAIN, 1, 1).masks(1)).hasMessageContaining("no object 1");
    }
}
