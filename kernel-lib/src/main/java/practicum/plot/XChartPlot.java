package practicum.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** A chart that was made with XChart itself, as a figure in the house style. */
final class XChartPlot {
    private XChartPlot() {}

    static Figure of(Chart<?, ?> chart) {
        Collection<? extends Series> series = chart.getSeriesMap().values();
        Require.some(series.size(), "series");
        Styler style = chart.getStyler();
        if (style instanceof AxesChartStyler axes) {
            ChartStyle.apply(axes);
        }
        style.setChartTitleVisible(false);
        style.setChartBackgroundColor(Raster.color(Theme.PAPER));
        style.setLegendVisible(series.size() > 1);
        style.setLegendPosition(Styler.LegendPosition.OutsideE);
        style.setLegendBorderColor(Raster.color(Theme.PAPER));
        style.setLegendFont(Raster.font(Theme.LABEL));
        style.setSeriesColors(IntStream.range(0, Palette.categories())
                .mapToObj(i -> Raster.color(Palette.categorical(i)))
                .toArray(Color[]::new));
        return Figure.of(
                ChartBody.of(chart, text(chart.getYAxisTitle()), List.of()),
                twin(chart, series),
                text(chart.getTitle()));
    }

    private static String twin(Chart<?, ?> chart, Collection<? extends Series> series) {
        TextTable table = new TextTable();
        for (Series each : series) {
            double[] y = values(each);
            table.row(
                    each.getName(),
                    y.length == 0
                            ? List.of()
                            : List.of(Digits.brief(y[0]), "→", Digits.brief(y[y.length - 1]), ChartText.spark(y)));
        }
        return "%s by %s\n%s"
                .formatted(
                        ChartText.or(text(chart.getYAxisTitle()), "value"),
                        ChartText.or(text(chart.getXAxisTitle()), "position"),
                        table);
    }

    private static double[] values(Series series) {
        double[] values = {};
        if (series instanceof XYSeries line) {
            values = line.getYData();
        } else if (series instanceof CategorySeries columns) {
            values = columns.getYData().stream()
                    .mapToDouble(y -> y == null ? Double.NaN : y.doubleValue())
                    .toArray();
        }
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
