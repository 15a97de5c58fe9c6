package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsiTest {
    /** What stands behind an error; JupyterLab's dark red is transparent and lies on the page's #111111. */
    @ParameterizedTest
    @CsvSource({
        "classic Notebook, 255, 255, 255",
        "JupyterLab light, 255, 221, 221",
        "JupyterLab dark, 81, 31, 27",
        "VS Code dark, 30, 30, 30",
        "terminal, 0, 0, 0",
    })
    void aMarkStandsOutOnEveryGroundThatErrorsHave(String where, int red, int green, int blue) {
        int[] levels = {0, 95, 135, 175, 215, 255};
        int cube = Ansi.MARK - 16;
        double mark = luminance(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]);
        double ground = luminance(red, green, blue);
        double contrast = (Math.max(mark, ground) + 0.05) / (Math.min(mark, ground) + 0.05);
        assertThat(contrast).as(where).isGreaterThanOrEqualTo(3);
    }

    /** Relative luminance as WCAG 2 defines it. */
    private static double luminance(int... rgb) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(i -> weights[i] * linear(rgb[i] / 255.0))
                .sum();
    }

    private static double linear(double level) {
        return level <= 0.03928 ? level / 12.92 : Math.pow((level + 0.055) / 1.055, 2.4);
    }
}
