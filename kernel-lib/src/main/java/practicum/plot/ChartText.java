package practicum.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Charts in words: a line as a spark line and its landmarks, columns as a table. */
final class ChartText {
    private static final String SPARKS = "▁▂▃▄▅▆▇█";
    private static final int SPARK_WIDTH = 40;

    private ChartText() {}

    static String lines(String xLabel, String yLabel, List<Series> series) {
        double[] reach =
                series.stream().flatMapToDouble(s -> Arrays.stream(s.y())).toArray();
        double low = Arrays.stream(reach).min().orElse(0);
        double high = Arrays.stream(reach).max().orElse(0);
        TextTable table = new TextTable();
        for (Series each : series) {
            double[] y = each.y();
            int least = extreme(y, -1);
            int most = extreme(y, 1);
            table.row(each.name(), List.of(Digits.brief(y[0]), "→", Digits.brief(y[y.length - 1])))
                    .tail("  %s  lowest %s at %s, highest %s at %s"
                            .formatted(
                                    spark(y, low, high),
                                    Digits.brief(y[least]),
                                    Digits.tick(each.x()[least]),
                                    Digits.brief(y[most]),
                                    Digits.tick(each.x()[most])));
        }
        return "%s by %s\n%s".formatted(or(yLabel, "value"), or(xLabel, "position"), table);
    }

    static String columns(String yLabel, List<String> categories, List<Series> series) {
        TextTable table =
                new TextTable().row("", series.stream().map(Series::name).toList());
        for (int i = 0; i < categories.size(); i++) {
            List<String> cells = new ArrayList<>();
            for (Series each : series) {
                String error = each.hasInterval() ? " ± " + Digits.brief(each.high()[i] - each.y()[i]) : "";
                cells.add(Digits.brief(each.y()[i]) + error);
            }
            table.row(categories.get(i), cells);
        }
        return or(yLabel, "value") + "\n" + table;
    }

    static String spark(double[] y) {
        return spark(y, Arrays.stream(y).min().orElse(0), Arrays.stream(y).max().orElse(0));
    }

    private static String spark(double[] y, double low, double high) {
        int width = Math.min(SPARK_WIDTH, y.length);
        return IntStream.range(0, width)
                .mapToObj(i -> {
                    double value = y[width == 1 ? 0 : (int) ((long) i * (y.length - 1) / (width - 1))];
                    int level =
                            high == low ? 0 : (int) Math.round((value - low) / (high - low) * (SPARKS.length() - 1));
                    return SPARKS.substring(level, level + 1);
                })
                .collect(Collectors.joining());
    }

    private static int extreme(double[] y, int sign) {
        int best = 0;
        for (int i = 1; i < y.length; i++) {
            best = sign * y[i] > sign * y[best] ? i : best;
        }
        return best;
    }

    static String or(String label, String otherwise) {
        return label.isEmpty() ? otherwise : label;
    }
}
