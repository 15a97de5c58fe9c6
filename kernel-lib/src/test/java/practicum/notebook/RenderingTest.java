package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import practicum.plot.Figure;
import practicum.plot.Palette;
import practicum.plot.Plot;
import practicum.tensor.Tensor;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class RenderingTest {
    @Test
    void showsATableWithFewDigitsAndSafeText() {
        Table table = Table.create(
                "scores",
                StringColumn.create("token", "<b>", " the"),
                DoubleColumn.create("logit", 12.34567, -0.5),
                IntColumn.create("rank", 1, 20000));
        DisplayData data = Rendering.of(table);
        assertThat(html(data))
                .contains("&lt;b&gt;", ">12.35<", ">−0.50<", ">20000<")
                .doesNotContain("<b>");
        assertThat(text(data))
                .isEqualTo(
                        """
                scores
                token  logit   rank
                ───────────────────
                <b>    12.35      1
                 the   −0.50  20000""");
    }

    @Test
    void coloursAColumnOfNumbersOnRequest() {
        Table table = Table.create(
                "scores", StringColumn.create("token", "a", "b", "c"), DoubleColumn.create("logit", 2, -2, Double.NaN));
        String html = Tables.coloured(table, List.of("logit")).html();
        assertThat(html)
                .contains(
                        "background:" + Palette.diverging(1).hex(),
                        "background:" + Palette.diverging(-1).hex());
        assertThat(html.split("background:#", -1)).as("two cells with a colour").hasSize(3);
        assertThat(Tables.coloured(table, List.of("logit")).text())
                .isEqualTo(Tables.sheet(table).text());
        assertThatThrownBy(() -> Tables.coloured(table, List.of("token")))
                .hasMessageContaining("“token”")
                .hasMessageContaining("[token, logit]");
    }

    @Test
    void foldsALongAndWideTableAndSaysItsSize() {
        Table table = Table.create("big");
        for (int c = 0; c < 40; c++) {
            table.addColumns(IntColumn.create("c" + c, IntStream.range(0, 2000).toArray()));
        }
        DisplayData data = Rendering.of(table);
        assertThat(text(data))
                .contains("2,000 rows × 40 columns")
                .contains("1999")
                .doesNotContain("1000");
        assertThat(text(data).lines()).hasSize(3 + 12 + 1 + 6 + 1);
        assertThat(html(data)).contains("2,000 rows × 40 columns").hasSizeLessThan(80_000);
    }

    @Test
    void leavesMissingValuesBlank() {
        DoubleColumn column = DoubleColumn.create("x", 1.5, 2.5);
        column.setMissing(0);
        assertThat(text(Rendering.of(Table.create("t", column))))
                .doesNotContain("NaN")
                .contains("2.5");
    }

    @Test
    void drawsAChartAtTwiceItsSizeWithItsNumbersInWords() throws Exception {
        XYChart chart = new XYChartBuilder()
                .width(300)
                .height(200)
                .title("Loss")
                .xAxisTitle("step")
                .build();
        chart.addSeries("train", new double[] {1, 2, 3}, new double[] {4, 2, 2.5});
        DisplayData data = Rendering.of(chart);
        byte[] png = Base64.getDecoder().decode(data.getData(MIMEType.IMAGE_PNG).toString());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(600);
        assertThat(image.getHeight()).isEqualTo(400);
        assertThat(data.getData(MIMEType.TEXT_HTML).toString())
                .contains("width=\"300\" height=\"200\"", "src=\"data:image/svg+xml;base64,");
        assertThat(text(data))
                .contains("“Loss”", "“step”", "“train”: 3 values from 2.000 to 4.000, first 4.000, last 2.500");
    }

    @Test
    void writesArraysForReaders() {
        assertThat(text(Rendering.of(new float[] {1, 2.5f, -3}))).isEqualTo("float[3] [1.000, 2.500, −3.000]");
        assertThat(text(Rendering.of(new int[] {1, 2}))).isEqualTo("int[2] [1, 2]");
        assertThat(text(Rendering.of(new String[] {"a", null}))).isEqualTo("String[2] [\"a\", null]");
        assertThat(text(Rendering.of(new double[][] {{1, 2}, {3}}))).isEqualTo("double[2][]\n  [1, 2]\n  [3]");
        assertThat(text(Rendering.of(new long[100_000]))).hasSizeLessThan(100).contains("long[100000]", "…");
    }

    @Test
    void showsASmallMatrixAsATableAndALargeTensorByItsShape() {
        Tensor small = Tensor.of(new float[] {1, 2, 3, 4.5f}, 2, 2).named("pos", "head");
        assertThat(html(Rendering.of(small))).contains("pos=2, head=2", ">4.500<");
        DisplayData large = Rendering.of(Tensor.zeros(3, 100, 100));
        assertThat(text(large)).contains("3, 100, 100");
        assertThat(large.hasDataForType(MIMEType.TEXT_HTML)).isFalse();
        assertThat(text(Rendering.of(Tensor.of(0.25, 0.5)))).endsWith("[0.2500, 0.5000]");
    }

    @Test
    void showsAFigureAsAPictureWithItsTextTwin() {
        Figure figure = Plot.bars(List.of("a", "b"), new double[] {1, 2}).titled("Bars");
        assertThat(html(Rendering.of(figure))).isEqualTo(figure.html());
        assertThat(text(Rendering.of(figure))).isEqualTo(figure.text()).contains("Bars");
    }

    @Test
    void writesSmallLargeAndOddNumbersReadably() {
        assertThat(Decimals.of(1e-9, 2e-9).write(2e-9)).isEqualTo("2.00e-09");
        assertThat(Decimals.of(1e9, 1.5).write(1e9)).isEqualTo("1.00e+09");
        assertThat(Decimals.of(0.5, 1e-8).write(1e-8)).isEqualTo("1.00e-08");
        assertThat(Decimals.of(0.5).write(Double.NaN)).isEqualTo("NaN");
        assertThat(Decimals.of(0.5).write(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
        assertThat(Decimals.of(123.456).write(123.456)).isEqualTo("123.5");
    }

    private static String html(DisplayData data) {
        return data.getData(MIMEType.TEXT_HTML).toString();
    }

    private static String text(DisplayData data) {
        return data.getData(MIMEType.TEXT_PLAIN).toString();
    }
}
