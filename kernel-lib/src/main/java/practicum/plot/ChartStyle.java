package practicum.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler;

/** XChart in the house style. */
final class ChartStyle {
    private ChartStyle() {}

    static void apply(AxesChartStyler style) {
        Color ink = Raster.color(Theme.INK);
        Color muted = Raster.color(Theme.MUTED);
        style.setChartTitleVisible(false);
        style.setLegendVisible(false);
        style.setToolTipsEnabled(false);
        style.setChartPadding(6);
        style.setChartBackgroundColor(Raster.color(Theme.PAPER));
        style.setPlotBackgroundColor(Raster.color(Theme.PAPER));
        style.setPlotBorderVisible(false);
        style.setPlotContentSize(0.97);
        style.setPlotMargin(0);
        style.setPlotGridVerticalLinesVisible(false);
        style.setPlotGridLinesColor(Raster.color(Theme.GRID));
        style.setPlotGridLinesStroke(new BasicStroke(1));
        style.setChartFontColor(ink);
        style.setAxisTickLabelsFont(Raster.font(Theme.SMALL));
        style.setAxisTickLabelsColor(muted);
        style.setAxisTickMarksColor(Raster.color(Theme.AXIS));
        style.setAxisTickMarksStroke(new BasicStroke(1));
        style.setAxisTickMarkLength(4);
        style.setAxisTickPadding(5);
        style.setAxisTitleFont(Raster.font(Theme.LABEL));
        style.setXAxisTitleColor(muted);
        style.setAxisTitlePadding(6);
        style.setYAxisTitleVisible(false);
        style.setErrorBarsColorSeriesColor(false);
        style.setErrorBarsColor(ink);
        style.setLocale(Locale.ROOT);
        style.setYAxisTickMarkSpacingHint(48);
    }
}
