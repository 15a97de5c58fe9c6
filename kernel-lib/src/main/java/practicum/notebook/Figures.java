package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import practicum.plot.Figure;

/** Shows a figure as its image, with its text twin beside it. */
final class Figures {
    private Figures() {}

    static DisplayData display(Figure figure) {
        var data = new DisplayData(figure.text());
        try {
            data.putHTML(figure.html());
        } catch (InternalError | NoClassDefFoundError | UnsatisfiedLinkError noFonts) {
            return new DisplayData(figure.text() + "\n" + Charts.NO_FONTS);
        }
        return data;
    }
}
