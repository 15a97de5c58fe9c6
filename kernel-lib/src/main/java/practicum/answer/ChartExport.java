package practicum.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.HeatMapSeries;
import org.knowm.xchart.PieSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.AxesChartSeriesCategory;
import org.knowm.xchart.internal.series.AxesChartSeriesNumericalNoErrorBars;
import org.knowm.xchart.internal.series.Series;

/** The reading of an XChart chart as data. */
final class ChartExport {
    private final Export export;

    ChartExport(Export export) {
        this.export = export;
    }

    Value value(Chart<?, ?> chart) {
        var series = new ArrayList<Value.Series>();
        for (Series each : chart.getSeriesMap().values()) {
            series.add(series(each));
        }
        String type = chart.getClass().getSimpleName().replace("Chart", "").toLowerCase(Locale.ROOT);
        return new Value.Chart(
                type,
                orEmpty(chart.getTitle()),
                orEmpty(chart.getXAxisTitle()),
                orEmpty(chart.getYAxisTitle()),
                series);
    }

    private Value.Series series(Series series) {
        if (series instanceof AxesChartSeriesNumericalNoErrorBars numbers) {
            return new Value.Series(series.getName(), numbers(numbers.getXData()), numbers(numbers.getYData()));
        } else if (series instanceof AxesChartSeriesCategory categories) {
            return new Value.Series(
                    series.getName(), export.all(categories.getXData()), export.all(categories.getYData()));
        } else if (series instanceof PieSeries slice) {
            return new Value.Series(series.getName(), List.of(), List.of(export.value(slice.getValue())));
        } else if (series instanceof HeatMapSeries map) {
            var cells = new ArrayList<Value>();
            for (Number[] cell : map.getHeatData()) {
                cells.add(export.value(cell[2]));
            }
            var columns = export.all(map.getXData());
            columns.addAll(export.all(map.getYData()));
            return new Value.Series(series.getName(), columns, cells);
        }
        throw new AnswerException("A chart with a " + series.getClass().getSimpleName()
                + " cannot be an answer. Use a line, bar, scatter, pie or heat map chart, or hand over its numbers.");
    }

    private List<Value> numbers(double[] data) {
        export.count(data.length);
        var values = new ArrayList<Value>(data.length);
        for (double number : data) {
            values.add(new Value.Num(number));
        }
        return values;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
