package practicum.plot;

import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;
import practicum.plot.Shape.Anchor;
import practicum.plot.Shape.Painter;

/** A chart that XChart paints under a legend and the name of the upright axis, which stays upright this way. */
final class ChartBody {
    private ChartBody() {}

    static Picture of(Chart<?, ?> chart, String yLabel, List<Series> series) {
        Canvas canvas = new Canvas();
        double y = 0;
        if (series.size() > 1) {
            Picture legend = Legend.ofSeries(series, Theme.CONTENT);
            canvas.place(0, 0, legend);
            y = legend.height() + 8;
        }
        if (!yLabel.isEmpty()) {
            canvas.text(0, y + 11, yLabel, Theme.LABEL, Theme.MUTED, Anchor.START);
            y += 14;
        }
        int width = chart.getWidth();
        int height = chart.getHeight();
        Painter day = surface -> chart.paint(surface, width, height);
        canvas.add(new Shape.Painting(0, y, width, height, day, Night.painter(day, width, height)));
        return canvas.sized(width, y + height);
    }
}
