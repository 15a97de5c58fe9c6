package practicum.plot;

import java.awt.Color;
import java.util.List;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Lines through points, with a veil over each interval. */
final class LinePlot {
    private static final int WIDTH = (int) Theme.CONTENT;
    private static final int HEIGHT = 300;
    private static final int FEW = 25;
    private static final int TICK = 84;
    private static final Color CLEAR = new Color(0, 0, 0, 0);

    private LinePlot() {}

    static Figure of(String xLabel, String yLabel, List<Series> series) {
        Series.requireDistinctNames(series);
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .xAxisTitle(xLabel)
                .build();
        ChartStyle.apply(chart.getStyler());
        chart.getStyler().setXAxisTitleVisible(!xLabel.isEmpty());
        chart.getStyler().setxAxisTickLabelsFormattingFunction(Digits::tick);
        chart.getStyler().setyAxisTickLabelsFormattingFunction(Digits::tick);
        chart.getStyler().setXAxisTickMarkSpacingHint(spacing(series));
        Span y = Span.of(
                series.stream().flatMapToDouble(s -> DoubleStream.of(s.reach())).toArray());
        chart.getStyler().setYAxisMin(y.low());
        chart.getStyler().setYAxisMax(y.high());
        addFrame(chart, series);
        for (int i = 0; i < series.size(); i++) {
            if (series.get(i).hasInterval()) {
                addBand(chart, series.get(i), i);
            }
        }
        for (int i = 0; i < series.size(); i++) {
            addLine(chart, series.get(i), i);
        }
        return Figure.of(ChartBody.of(chart, yLabel, series), ChartText.lines(xLabel, yLabel, series), "");
    }

    private static void addLine(XYChart chart, Series series, int index) {
        Rgb color = Palette.categorical(index);
        XYSeries line = chart.addSeries("line " + index, series.x(), series.y());
        line.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        line.setLineColor(Raster.color(color));
        line.setLineStyle(ChartStyle.line(series.isDashed()));
        line.setMarker(series.y().length <= FEW && !series.isDashed() ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        line.setMarkerColor(Raster.color(color));
        chart.getStyler().setMarkerSize(6);
    }
    /**
     * A series without ink: XChart sets its ticks at multiples of the data's own steps if these are even (180, 360,
     * 540 …), and at round numbers only if they are not.
     */
    private static void addFrame(XYChart chart, List<Series> series) {
        double[] x = series.stream()
                .flatMapToDouble(s -> DoubleStream.of(s.x()))
                .sorted()
                .toArray();
        double first = x[0];
        double last = x[x.length - 1];
        double y = series.get(0).y()[0];
        XYSeries frame = chart.addSeries(
                "frame", new double[] {first, first + (last - first) / Math.PI, last}, new double[] {y, y, y});
        frame.setLineColor(CLEAR);
        frame.setMarker(SeriesMarkers.NONE);
    }

    private static void addBand(XYChart chart, Series series, int index) {
        int n = series.y().length;
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        for (int i = 0; i < n; i++) {
            x[i] = x[2 * n - 1 - i] = series.x()[i];
            y[i] = series.low()[i];
            y[2 * n - 1 - i] = series.high()[i];
        }
        XYSeries band = chart.addSeries("band " + index, x, y);
        band.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        band.setFillColor(ChartStyle.veil(Palette.categorical(index)));
        band.setLineColor(CLEAR);
        band.setMarker(SeriesMarkers.NONE);
    }

    /** How far apart ticks must stand so that layers, heads and the like are not cut into fractions. */
    private static int spacing(List<Series> series) {
        double[] x =
                series.stream().flatMapToDouble(s -> DoubleStream.of(s.x())).toArray();
        double span =
                DoubleStream.of(x).max().orElse(0) - DoubleStream.of(x).min().orElse(0);
        boolean whole = DoubleStream.of(x).allMatch(value -> value == Math.rint(value));
        return whole && span > 0 ? (int) Math.max(TICK, 0.9 * WIDTH / span) : TICK;
    }
}
