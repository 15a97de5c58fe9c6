package practicum.plot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** One figure of each kind, made from numbers that are invented but shaped like the real ones. */
final class Gallery {
    static final List<String> PROMPT = List.of(
            "When", " Mary", " and", " John", " went", " to", " the", " store", ",", " John", " gave", " a", " drink",
            " to");
    private static final List<String> WORDS =
            List.of(" Mary", " John", " the", " store", " a", " to", " drink", " him", " her", " house");

    private Gallery() {}

    static Map<String, Figure> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put(
                "attention",
                Plot.attention(pattern(PROMPT.size(), 13, 1, 0.8f, 1), PROMPT)
                        .titled("Attention of head 9.9")
                        .captioned("Each row is a token and shows where it looks. The last token looks at · Mary."
                                .replace("· ", "·")));
        figures.put(
                "attention, few tokens", Plot.attention(pattern(4, 3, 1, 0.6f, 2), List.of("A", " cat", "\n", "sat")));
        figures.put(
                "attention, many tokens",
                Plot.attention(pattern(48, 40, 10, 0.7f, 3), many(48)).titled("Forty-eight tokens"));
        figures.put("heads", heads(12).titled("Layer 5: all twelve heads"));
        figures.put("heads, four", heads(4));
        figures.put("tokens, attribution", tokens());
        figures.put("tokens, surprise", surprise());
        figures.put(
                "lens",
                lens(PROMPT, 6)
                        .titled("Logit lens")
                        .captioned("From layer 3 on most positions hold the token that the model will say."));
        figures.put("lens, short", lens(PROMPT.subList(0, 5), 4));
        figures.put("heatmap, diverging", patching());
        figures.put("heatmap, sequential", confusion());
        figures.put("heatmap, large", large());
        figures.put(
                "bars",
                Plot.bars(WORDS, new double[] {0.61, 0.12, 0.06, 0.04, 0.03, 0.02, 0.011, 0.008, 0.004, 0.0002})
                        .titled("Next token"));
        figures.put("bars, signed", signed());
        figures.put("line", probe());
        figures.put("line, curve", loss());
        figures.put("columns", columns());
        figures.put("a chart of XChart's own", ofXChart());
        figures.put("scatter", scatter());
        figures.putAll(Samples.figures());
        return figures;
    }

    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    static void write(Path file) throws IOException {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<title>Gallery</title></head><body style=\"margin:0;font:14px sans-serif\">\n");
        Map<String, Figure> figures = figures();
        for (String page_ : List.of("#ffffff;color:#222;--figures:light", "#16181a;color:#ddd;--figures:dark")) {
            page.append("<div style=\"padding:16px;background:").append(page_).append("\">\n");
            figures.forEach((name, figure) ->
                    page.append("<h3>").append(name).append("</h3>\n").append(figure.html()));
            page.append("</div>\n");
        }
        page.append("<pre style=\"padding:16px\">");
        figures.forEach((name, figure) -> page.append("\n== ")
                .append(name)
                .append("\n")
                .append(Svg.escape(figure.text()))
                .append("\n"));
        Files.writeString(file, page.append("</pre></body></html>\n"));
    }

    /** A causal pattern in which each token looks at the first one, at itself, and one of them at another. */
    static float[][] pattern(int n, int from, int to, float weight, long seed) {
        Random random = new Random(seed);
        float[][] pattern = new float[n][n];
        for (int i = 0; i < n; i++) {
            float sum = 0;
            for (int j = 0; j <= i; j++) {
                pattern[i][j] = (float) Math.exp(1.6 * random.nextGaussian() + (j == 0 ? 2 : 0));
                sum += pattern[i][j];
            }
            for (int j = 0; j <= i; j++) {
                pattern[i][j] *= (i == from ? 1 - weight : 1) / sum;
            }
        }
        pattern[from][to] += weight;
        return pattern;
    }

    static List<String> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> PROMPT.get(i % PROMPT.size()))
                .toList();
    }

    private static Figure heads(int count) {
        float[][][] patterns = new float[count][][];
        for (int h = 0; h < count; h++) {
            patterns[h] = pattern(PROMPT.size(), 13 - h / 2, 1 + h / 2, 0.5f, h);
        }
        return Plot.attentionGrid(patterns, PROMPT);
    }

    private static Figure tokens() {
        double[] values = {0.02, 0.81, 0.05, -0.33, 0.01, 0.0, -0.04, 0.12, 0.03, -0.62, 0.2, 0.02, 0.3, 0.11};
        return Plot.tokens(PROMPT, values, Scale.diverging("attribution to ·Mary", 0.81))
                .titled("What speaks for Mary and against")
                .captioned("Orange tokens raise the logit of Mary over John, blue ones lower it.");
    }

    private static Figure surprise() {
        List<String> words = new ArrayList<>(many(60));
        words.set(8, ".\n");
        words.set(30, "\n\n");
        double[] values = IntStream.range(0, 60)
                .mapToDouble(i -> Math.abs(Math.sin(i * i)) * 9)
                .toArray();
        return Plot.tokens(words, values, Scale.sequential("surprise in nats", 0, 9));
    }

    static Figure lens(List<String> tokens, int layers) {
        List<List<String>> tops = new ArrayList<>();
        float[][] probabilities = new float[layers][tokens.size()];
        Random random = new Random(4);
        for (int layer = 0; layer < layers; layer++) {
            List<String> row = new ArrayList<>();
            for (int j = 0; j < tokens.size(); j++) {
                boolean settled = random.nextInt(layers) < layer;
                row.add(
                        settled || layer == layers - 1
                                ? WORDS.get(j % WORDS.size())
                                : WORDS.get(random.nextInt(WORDS.size())));
                probabilities[layer][j] = settled ? 0.4f + 0.6f * random.nextFloat() : 0.3f * random.nextFloat();
            }
            tops.add(row);
        }
        List<String> names =
                IntStream.range(0, layers).mapToObj(Integer::toString).toList();
        return Plot.lens(tokens, names, tops, probabilities);
    }

    private static Figure patching() {
        Random random = new Random(5);
        float[][] values = new float[6][PROMPT.size()];
        for (float[] row : values) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) (0.12 * random.nextGaussian());
            }
        }
        values[0][9] = 0.92f;
        values[1][9] = 0.86f;
        values[3][13] = 0.7f;
        values[4][13] = 0.95f;
        return Plot.heatmap(
                        values,
                        Axis.numbered("layer", 6),
                        Axis.tokens("patched position", PROMPT),
                        Scale.diverging("logit difference restored", 1))
                .titled("Patching the residual stream");
    }

    private static Figure confusion() {
        float[][] values = {{41, 3, 0, 1}, {5, 38, 2, 0}, {0, 4, 44, 2}, {1, 0, 3, 40}};
        List<String> names = List.of("noun", "verb", "adjective", "function word");
        return Plot.heatmap(values, Axis.of("truth", names), Axis.of("predicted", names))
                .titled("Confusion");
    }

    private static Figure large() {
        float[][] values = new float[64][96];
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 96; j++) {
                values[i][j] = (float) Math.cos(i * j / 97.0);
            }
        }
        return Plot.heatmap(
                values, Axis.numbered("neuron", 64), Axis.numbered("feature", 96), Scale.diverging("cosine", 1));
    }

    private static Figure signed() {
        return Plot.bars(
                        List.of("9.9", "9.6", "10.0", "mlp 8", "10.7", "11.10"),
                        new double[] {2.4, 1.9, 1.1, 0.2, -1.7, -2.2},
                        new double[] {2.1, 1.7, 0.8, -0.1, -1.9, -2.6},
                        new double[] {2.6, 2.2, 1.3, 0.4, -1.2, -2.0})
                .titled("Direct effect on the logit difference")
                .captioned("Bars are means over 50 prompts, with 95 % bootstrap intervals.");
    }

    private static Figure probe() {
        double[] task = {0.52, 0.64, 0.79, 0.88, 0.91, 0.9, 0.86};
        double[] low = {0.49, 0.6, 0.75, 0.85, 0.89, 0.88, 0.82};
        double[] high = {0.55, 0.68, 0.83, 0.91, 0.93, 0.92, 0.9};
        return Plot.line(
                        "layer",
                        "accuracy",
                        Series.of("probe", task).band(low, high),
                        Series.of("control task", 0.5, 0.51, 0.53, 0.52, 0.54, 0.53, 0.52)
                                .dashed())
                .titled("Probe accuracy by layer")
                .captioned("Shaded: 95 % bootstrap interval.");
    }

    private static Figure loss() {
        double[] x = IntStream.range(0, 400).mapToDouble(i -> i * 10).toArray();
        double[] train = IntStream.range(0, 400)
                .mapToDouble(i -> 0.7 + 4 * Math.exp(-i / 60.0) + 0.05 * Math.sin(i * 7))
                .toArray();
        double[] held = IntStream.range(0, 400)
                .mapToDouble(i -> 0.9 + 3.9 * Math.exp(-i / 70.0))
                .toArray();
        return Plot.line("step", "loss (nats)", Series.of("training", x, train), Series.of("held out", x, held))
                .titled("Loss");
    }

    private static Figure columns() {
        return Plot.bar(
                        "accuracy",
                        List.of("induction", "IOI", "fact recall", "greater-than"),
                        Series.of("model", 0.97, 0.91, 0.74, 0.66).errors(0.01, 0.02, 0.04, 0.05),
                        Series.of("heads ablated", 0.41, 0.52, 0.7, 0.6).errors(0.03, 0.04, 0.04, 0.06))
                .titled("What the heads are needed for");
    }

    private static Figure ofXChart() {
        var chart = new XYChart(560, 280);
        chart.setTitle("Made with XChart");
        chart.setXAxisTitle("layer");
        chart.setYAxisTitle("norm");
        chart.addSeries("residual", new double[] {0, 1, 2, 3}, new double[] {1, 2.5, 4, 7});
        chart.addSeries("mlp", new double[] {0, 1, 2, 3}, new double[] {0.5, 1, 2, 2.5});
        return Plot.chart(chart);
    }

    private static Figure scatter() {
        Random random = new Random(6);
        List<String> labels = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        float[][] points = new float[36][2];
        for (int i = 0; i < 36; i++) {
            labels.add(PROMPT.get(i % PROMPT.size()));
            groups.add(List.of("name", "place", "verb").get(i % 3));
            points[i][0] = (float) (random.nextGaussian() + 3 * (i % 3));
            points[i][1] = (float) (random.nextGaussian() * 2 + i % 3);
        }
        return Plot.scatter(points, labels, groups).titled("Token embeddings, two principal components");
    }
}
