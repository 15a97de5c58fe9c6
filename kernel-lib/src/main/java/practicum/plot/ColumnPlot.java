package practicum.plot;

import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;

/** Columns side by side for each category, with error bars where there are errors. */
final class ColumnPlot {
    private static final int WIDTH = (int) Theme.CONTENT;
    private static final int HEIGHT = 300;

    private ColumnPlot() {}

    static Figure of(String yLabel, List<String> categories, List<Series> series) {
        Series.requireDistinctNames(series);
        Require.all(categories, "categories");
        for (Series each : series) {
            Require.same(each.y().length, "values in series \"" + each.name() + "\"", categories.size(), "categories");
        }
        CategoryChart chart =
                new CategoryChartBuilder().width(WIDTH).height(HEIGHT).build();
        ChartStyle.apply(chart.getStyler());
        chart.getStyler().setXAxisTitleVisible(false);
        chart.getStyler().setPlotContentSize(0.99);
        chart.getStyler().setyAxisTickLabelsFormattingFunction(Digits::tick);
        chart.getStyler().setAvailableSpaceFill(0.66);
        Span y = Span.fromZero(
                series.stream().flatMapToDouble(s -> Arrays.stream(s.reach())).toArray());
        chart.getStyler().setYAxisMin(y.low());
        chart.getStyler().setYAxisMax(y.high());
        double room = (WIDTH - 60.0) / categories.size() - 6;
        if (Grid.widest(categories, Theme.SMALL) > room) {
            chart.getStyler().setXAxisLabelRotation(45);
        }
        List<String> names = TokenText.labels(categories);
        for (int i = 0; i < series.size(); i++) {
            add(chart, names, series.get(i), i);
        }
        return Figure.of(ChartBody.of(chart, yLabel, series), ChartText.columns(yLabel, names, series), "");
    }

    private static void add(CategoryChart chart, List<String> names, Series series, int index) {
        List<Double> y = Arrays.stream(series.y()).boxed().toList();
        CategorySeries columns = series.hasInterval()
                ? chart.addSeries("columns " + index, names, y, symmetric(series))
                : chart.addSeries("columns " + index, names, y);
        columns.setFillColor(Raster.color(Palette.categorical(index)));
    }

    private static List<Double> symmetric(Series series) {
        Double[] errors = new Double[series.y().length];
        for (int i = 0; i < errors.length; i++) {
            double below = series.y()[i] - series.low()[i];
            double above = series.high()[i] - series.y()[i];
            Require.that(
                    Math.abs(below - above) <= 1e-6 * Math.max(1, above),
                    "Series \"%s\": the interval at %d is not symmetric about its value, which columns cannot show; "
                            + "use Plot.bars or Plot.line.",
                    series.name(),
                    i);
            errors[i] = above;
        }
        return List.of(errors);
    }
}
