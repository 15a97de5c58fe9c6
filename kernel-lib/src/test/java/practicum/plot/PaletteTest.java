package practicum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
    /** Machado, Oliveira and Fernandes (2009), at full severity; rows give linear red, green and blue. */
    private static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };

    private static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    @Test
    void darkerIsAlwaysMore() {
        for (int i = 1; i <= 256; i++) {
            double before = Palette.sequential((i - 1) / 256.0).luminance();
            assertThat(Palette.sequential(i / 256.0).luminance())
                    .as("step %d", i)
                    .isLessThanOrEqualTo(before);
        }
        assertThat(Palette.sequential(0).luminance() - Palette.sequential(1).luminance())
                .isGreaterThan(0.8);
    }

    @Test
    void divergingColoursAreNeutralAtZeroAndEquallyDarkOnBothSides() {
        Rgb zero = Palette.diverging(0);
        assertThat(Math.max(zero.red(), Math.max(zero.green(), zero.blue()))
                        - Math.min(zero.red(), Math.min(zero.green(), zero.blue())))
                .isLessThan(6);
        for (double t = 0.1; t <= 1; t += 0.1) {
            double below = Oklab.of(Palette.diverging(-t)).lightness();
            double above = Oklab.of(Palette.diverging(t)).lightness();
            assertThat(below).as("at %s", t).isCloseTo(above, within(0.08));
            assertThat(Palette.diverging(-t).blue())
                    .isGreaterThan(Palette.diverging(-t).red());
            assertThat(Palette.diverging(t).red())
                    .isGreaterThan(Palette.diverging(t).blue());
        }
    }

    @Test
    void theEndsHoldForWhatLiesBeyond() {
        assertThat(Palette.sequential(7)).isEqualTo(Palette.sequential(1));
        assertThat(Palette.diverging(-7)).isEqualTo(Palette.diverging(-1));
    }

    @Test
    void textIsReadableOnEveryColour() {
        for (int i = -100; i <= 100; i++) {
            for (Rgb color : new Rgb[] {Palette.sequential(Math.abs(i) / 100.0), Palette.diverging(i / 100.0)}) {
                assertThat(color.contrast(color.ink()))
                        .as("%s at %d", color.hex(), i)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @Test
    void labelsAreReadableOnThePaper() {
        assertThat(Theme.MUTED.contrast(Theme.PAPER)).isGreaterThanOrEqualTo(4.5);
        assertThat(Theme.INK.contrast(Theme.PAPER)).isGreaterThanOrEqualTo(7);
    }

    @Test
    void categoriesDifferAlsoForColourBlindReaders() {
        assertCategoriesDiffer(Palette::categorical);
    }

    private static void assertCategoriesDiffer(IntFunction<Rgb> categories) {
        double[][] sighted = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        for (double[][] eyes : new double[][][] {sighted, PROTANOPIA, DEUTERANOPIA}) {
            for (int i = 0; i < Palette.categories(); i++) {
                for (int j = i + 1; j < Palette.categories(); j++) {
                    Oklab a = Oklab.of(seen(categories.apply(i), eyes));
                    Oklab b = Oklab.of(seen(categories.apply(j), eyes));
                    double distance =
                            Math.hypot(a.lightness() - b.lightness(), Math.hypot(a.a() - b.a(), a.b() - b.b()));
                    assertThat(distance).as("%d and %d", i, j).isGreaterThan(0.05);
                }
            }
        }
    }

    @Test
    void blackAndWhiteAreWhereOklabHasThem() {
        assertThat(Oklab.of(Rgb.WHITE).lightness()).isCloseTo(1, within(1e-3));
        assertThat(Oklab.of(new Rgb(0, 0, 0)).lightness()).isCloseTo(0, within(1e-6));
        // The published value for pure sRGB red.
        assertThat(Oklab.of(new Rgb(255, 0, 0)).lightness()).isCloseTo(0.6279, within(1e-3));
        assertThat(Oklab.of(new Rgb(12, 130, 201)).toRgb()).isEqualTo(new Rgb(12, 130, 201));
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#12345", "#gggggg", ""})
    void saysHowAColourIsWritten(String hex) {
        assertThatThrownBy(() -> Rgb.of(hex)).hasMessage("A colour is written #rrggbb, not \"%s\".", hex);
    }

    @Test
    void byNightContrastsToBlackAndWhiteChangePlaces() {
        for (int i = 0; i < Palette.categories(); i++) {
            Rgb day = Palette.categorical(i);
            Rgb night = Night.ofText(day);
            assertThat(night.contrast(Rgb.BLACK)).isCloseTo(day.contrast(Rgb.WHITE), withinPercentage(3));
            assertThat(night.contrast(Rgb.WHITE)).isCloseTo(day.contrast(Rgb.BLACK), withinPercentage(3));
        }
        assertThat(Night.ofText(Rgb.WHITE)).isEqualTo(Rgb.BLACK);
        assertThat(Night.ofText(Rgb.BLACK)).isEqualTo(Rgb.WHITE);
        assertThat(Night.of(Rgb.WHITE)).isEqualTo(Night.PAPER);
    }

    @Test
    void byNightAColourKeepsItsHue() {
        for (int i = 0; i < Palette.categories() - 1; i++) {
            Oklab day = Oklab.of(Palette.categorical(i));
            Oklab night = Oklab.of(Palette.categorical(i).onDark());
            double turn = Math.atan2(day.b(), day.a()) - Math.atan2(night.b(), night.a());
            assertThat(Math.cos(turn)).as("category %d", i).isGreaterThan(0.98);
        }
    }

    @Test
    void byNightBrighterIsAlwaysMoreAndZeroIsNearlyThePaper() {
        for (int i = 1; i <= 256; i++) {
            assertThat(Palette.sequential(i / 256.0).onDark().luminance())
                    .as("step %d", i)
                    .isGreaterThanOrEqualTo(
                            Palette.sequential((i - 1) / 256.0).onDark().luminance() - 1e-3);
        }
        assertThat(Palette.sequential(0).onDark().contrast(Night.PAPER)).isLessThan(1.1);
        assertThat(Palette.diverging(0).onDark().contrast(Night.PAPER)).isLessThan(1.1);
        assertThat(Palette.sequential(1).onDark().contrast(Night.PAPER)).isGreaterThan(10);
    }

    @Test
    void textIsReadableAlsoByNight() {
        for (int i = -100; i <= 100; i++) {
            for (Rgb day : new Rgb[] {Palette.sequential(Math.abs(i) / 100.0), Palette.diverging(i / 100.0)}) {
                assertThat(day.onDark().contrast(Night.ofText(day.ink())))
                        .as("%s at %d", day.hex(), i)
                        .isGreaterThanOrEqualTo(4.3);
            }
        }
        assertThat(Night.ofText(Theme.MUTED).contrast(Night.PAPER)).isGreaterThanOrEqualTo(4.5);
        assertThat(Night.ofText(Theme.INK).contrast(Night.PAPER)).isGreaterThanOrEqualTo(7);
    }

    @Test
    void categoriesDifferAlsoByNightAndStandOut() {
        assertCategoriesDiffer(i -> Palette.categorical(i).onDark());
        for (int i = 0; i < Palette.categories(); i++) {
            assertThat(Palette.categorical(i).onDark().contrast(Night.PAPER)).isGreaterThan(4.5);
        }
    }

    private static Rgb seen(Rgb color, double[][] eyes) {
        double[] linear = {Rgb.linear(color.red()), Rgb.linear(color.green()), Rgb.linear(color.blue())};
        int[] channels = new int[3];
        for (int i = 0; i < 3; i++) {
            double value = eyes[i][0] * linear[0] + eyes[i][1] * linear[1] + eyes[i][2] * linear[2];
            double clipped = Math.min(1, Math.max(0, value));
            double encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * Math.pow(clipped, 1 / 2.4) - 0.055;
            channels[i] = (int) Math.round(255 * encoded);
        }
        return new Rgb(channels[0], channels[1], channels[2]);
    }
}
