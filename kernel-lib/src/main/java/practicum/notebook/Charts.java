package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;
import practicum.plot.ChartImage;

/**
 * Shows an XChart chart as an image for light and dark pages, as a PNG at twice its size where a front end knows no HTML,
 * and with its numbers in words.
 */
final class Charts {
    static final String NO_FONTS = "(The picture cannot be drawn: Java found no font on this machine."
            + " On Debian: apt-get install fontconfig fonts-dejavu-core; then restart the kernel.)";

    private static final int SCALE = 2;

    private Charts() {}

    static DisplayData display(Chart<?, ?> chart) {
        String text = text(chart);
        try {
            var data = new DisplayData(text);
            data.putHTML(ChartImage.html(chart, text));
            data.putData(
                    MIMEType.IMAGE_PNG,
                    Base64.getEncoder().encodeToString(png(chart)),
                    Map.of("width", chart.getWidth(), "height", chart.getHeight()));
            return data;
        } catch (InternalError | NoClassDefFoundError | UnsatisfiedLinkError noFonts) {
            return new DisplayData(text + "\n" + NO_FONTS);
        }
    }

    static byte[] png(Chart<?, ?> chart) {
        int width = chart.getWidth();
        int height = chart.getHeight();
        var image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(SCALE, SCALE);
            chart.paint(graphics, width, height);
        } finally {
            graphics.dispose();
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The chart in words: what its axes are, and how far each series reaches. */
    static String text(Chart<?, ?> chart) {
        var lines = new ArrayList<String>();
        lines.add(chart.getClass().getSimpleName() + quoted(chart.getTitle()));
        String x = chart.getXAxisTitle();
        String y = chart.getYAxisTitle();
        String axes =
                (quoted(x).isEmpty() ? "" : "  x:" + quoted(x)) + (quoted(y).isEmpty() ? "" : "  y:" + quoted(y));
        if (!axes.isEmpty()) {
            lines.add(axes);
        }
        for (Map.Entry<String, ? extends Series> entry : chart.getSeriesMap().entrySet()) {
            lines.add("  “" + entry.getKey() + "”" + reach(entry.getValue()));
        }
        return String.join("\n", lines);
    }

    private static String reach(Series series) {
        double[] y;
        if (series instanceof XYSeries lines) {
            y = lines.getYData();
        } else if (series instanceof CategorySeries bars) {
            y = bars.getYData().stream()
                    .mapToDouble(v -> v == null ? Double.NaN : v.doubleValue())
                    .toArray();
        } else {
            return "";
        }
        List<Double> known = DoubleStream.of(y).filter(Double::isFinite).boxed().toList();
        if (known.isEmpty()) {
            return ": no values";
        }
        Decimals decimals = Decimals.of(y);
        double low = known.stream().mapToDouble(v -> v).min().orElseThrow();
        double high = known.stream().mapToDouble(v -> v).max().orElseThrow();
        return ": %d values from %s to %s, first %s, last %s"
                .formatted(
                        y.length,
                        decimals.write(low),
                        decimals.write(high),
                        decimals.write(known.get(0)),
                        decimals.write(known.get(known.size() - 1)));
    }

    private static String quoted(@Nullable String text) {
        return text == null || text.isEmpty() ? "" : " “" + text + "”";
    }
}
