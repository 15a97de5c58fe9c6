package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;
import org.junit.jupiter.api.Test;
import practicum.plot.Figure;
import practicum.plot.Plot;

class FiguresTest {
    @Test
    void aFigureIsItsImageAndItsTextTwin() {
        Figure figure =
                Plot.bars(List.of(" Mary", " John"), new double[] {0.6, 0.3}).titled("Next token");
        DisplayData shown = Rendering.of(figure);
        assertThat(shown.getData(MIMEType.TEXT_HTML)).isEqualTo(figure.html());
        assertThat(shown.getData(MIMEType.TEXT_PLAIN)).isEqualTo(figure.text());
    }
}
