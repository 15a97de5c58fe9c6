package practicum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How tokens, numbers and scales are written. */
class LabelsTest {
    @Test
    void whatIsInvisibleInATokenIsMadeVisible() {
        assertThat(TokenText.visible(List.of(" the", "a b", "\n\n", "\t", "", "\u0007", "\u00a0x", "\ud83d")))
                .containsExactly("·the", "a·b", "↵↵", "⇥", "∅", "⟨07⟩", "⟨A0⟩x", "⟨D83D⟩");
        assertThat(TokenText.visible(List.of("naïve", "東京", "🙂"))).containsExactly("naïve", "東京", "🙂");
    }

    @Test
    void wordsKeepTheirSpacesAndTokensShowTheirs() {
        assertThat(TokenText.labels(List.of("fact recall", " Mary", "  ", "a\tb c ")))
                .containsExactly("fact recall", "·Mary", "··", "a⇥b c·");
    }

    @Test
    void tokensThatOccurTwiceBearTheirPosition() {
        assertThat(TokenText.distinct(List.of("a", " b", "a"))).containsExactly("a@0", "·b", "a@2");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1.239,1.24",
        "-0.5,-0.50",
        "0.00512,0.0051",
        "123.456,123.5",
        "4567.8,4568",
        "1234567,1.2e6",
        "0.00012,1.2e-4"
    })
    void briefNumbersHaveTheDigitsThatMatter(double value, String text) {
        assertThat(Digits.brief(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.5,0.5", "1234,1234", "0.123456,0.1235", "100,100", "2.5e-7,2.500e-07"})
    void exactNumbersHaveFourDigits(double value, String text) {
        assertThat(Digits.exact(value)).isEqualTo(text);
    }

    @Test
    void numbersReadTogetherAreWrittenAlike() {
        var alike = Digits.alike(2, 0.98, 0.004, -0.001);
        assertThat(List.of(alike.apply(0.98), alike.apply(0.004), alike.apply(-0.001)))
                .containsExactly("0.98", "0.00", "0.00");
        assertThat(Digits.alike(2, 3, 41).apply(3)).isEqualTo("3");
        assertThat(Digits.alike(3, 0.6, 2e-4).apply(2e-4)).isEqualTo("2.0e-4");
    }

    @Test
    void numbersDoNotDependOnTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Digits.brief(1.5)).isEqualTo("1.50");
            assertThat(Plot.bars(List.of("a"), new double[] {1234.5}).svg()).doesNotContain(",5\"");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void ticksAreRound() {
        assertThat(Ticks.between(0, 1, 5)).containsExactly(0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0);
        assertThat(Ticks.between(-3.2, 4.1, 7)).containsExactly(-2.0, 0.0, 2.0, 4.0);
    }

    @Test
    void textThatDoesNotFitEndsInAnEllipsis() {
        Font font = Font.mono(10);
        assertThat(font.fit("short", 100)).isEqualTo("short");
        String fitted = font.fit("a rather long label", 60);
        assertThat(fitted).endsWith("…").hasSizeLessThan(12);
        assertThat(font.width(fitted)).isLessThanOrEqualTo(60);
    }

    @Test
    void widthsAreOnTheSafeSideOfTheFontsThatThisMachineHas() {
        for (Font font : List.of(Theme.LABEL, Theme.TITLE, Theme.TOKEN, Theme.SMALL)) {
            for (String text :
                    List.of("·Mary", "residual stream", "attention", "-0.81", "Logit difference restored", "mlp 8")) {
                var context = new java.awt.font.FontRenderContext(null, true, true);
                double real = Raster.font(font).getStringBounds(text, context).getWidth();
                assertThat(font.width(text)).as("%s in %s", text, font).isBetween(0.97 * real, 1.35 * real);
            }
        }
    }

    @Test
    void aScaleFollowsItsValues() {
        assertThat(Scale.of("v", 0.1, 0.7)).isEqualTo(Scale.sequential("v", 0, 0.7));
        assertThat(Scale.of("v", -2, 1)).isEqualTo(Scale.diverging("v", 2));
        assertThat(Scale.of("v", 0, 0)).isEqualTo(Scale.sequential("v", 0, 1));
        assertThat(Scale.probability().color(2)).isEqualTo(Palette.sequential(1));
    }

    @Test
    void aScaleMustRise() {
        assertThatThrownBy(() -> Scale.sequential("v", 1, 1))
                .hasMessage("A scale runs from a low to a higher value, not from 1.0 to 1.0.");
        assertThatThrownBy(() -> Scale.diverging("v", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void xmlHasNoCharacterThatItMustNotHave() throws Exception {
        String strange = "<a href='x'>&\u0000\u0001\ufffe\ud800";
        assertThat(FigureTest.parse("<t a=\"" + Svg.escape(strange) + "\">" + Svg.escape(strange) + "</t>"))
                .isNotNull();
    }
}
