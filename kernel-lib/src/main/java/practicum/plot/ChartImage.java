package practicum.plot;

import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;

/** A chart of XChart's in its own style, as an image that suits a light and a dark page. */
public final class ChartImage {
    private ChartImage() {}

    /** One self-contained image for a web page or a notebook; the text says what it shows. */
    public static String html(Chart<?, ?> chart, String text) {
        int width = chart.getWidth();
        int height = chart.getHeight();
        Shape.Painter day = surface -> chart.paint(surface, width, height);
        var painting = new Shape.Painting(0, 0, width, height, day, Night.painter(day, width, height));
        String title = chart.getTitle() == null ? "" : chart.getTitle();
        return HtmlImage.of(new Picture(width, height, List.of(painting), List.of()), title, text);
    }
}
