package practicum.plot;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.knowm.xchart.internal.chartpart.Chart;
import practicum.tensor.Tensor;

/**
 * Makes figures out of values: of tensors, arrays and lists. A tensor's axes of size 1 before those that a figure needs
 * do not matter.
 */
public final class Plot {
    private Plot() {}

    /** Where each token looks: row i holds the attention of position i to every position. */
    public static Figure attention(float[][] pattern, List<String> tokens) {
        return AttentionPlot.head(pattern, tokens);
    }

    /** Where each token looks, of a pattern [query, key]. */
    public static Figure attention(Tensor pattern, List<String> tokens) {
        return attention(rows(pattern, "attention pattern [query, key]"), tokens);
    }

    /** The patterns of several heads side by side, named {@code head 0} and so on. */
    public static Figure attentionGrid(float[][][] patterns, List<String> tokens) {
        return attentionGrid(patterns, tokens, numbered("head ", Require.given(patterns, "attention patterns").length));
    }

    /** The patterns of several heads side by side, with names. */
    public static Figure attentionGrid(float[][][] patterns, List<String> tokens, List<String> names) {
        return AttentionPlot.heads(patterns, tokens, names);
    }

    /** The patterns of a layer's heads, [head, query, key]. */
    public static Figure attentionGrid(Tensor patterns, List<String> tokens) {
        return attentionGrid(patterns(patterns), tokens);
    }

    /** The patterns of all heads in small, [layer][head][query][key]. */
    public static Figure attentionOverview(float[][][][] patterns, List<String> tokens) {
        return AttentionOverview.of(patterns, tokens);
    }

    /** The patterns of all heads in small: for each layer a tensor [head, query, key]. */
    public static Figure attentionOverview(List<Tensor> layers, List<String> tokens) {
        return attentionOverview(
                Require.all(layers, "layers").stream().map(Plot::patterns).toArray(float[][][][]::new), tokens);
    }

    /** A text with each token coloured by its value: orange and blue about 0 if some are negative, else pale to dark. */
    public static Figure tokens(List<String> tokens, double[] values) {
        return tokens(tokens, values, Scale.of("value", Require.given(values, "values")));
    }

    /** A text with each token coloured on a scale. */
    public static Figure tokens(List<String> tokens, double[] values, Scale scale) {
        return TokensPlot.of(TokenValues.of(tokens, values), scale);
    }

    /** A text with each token coloured by the tensor's value at its position. */
    public static Figure tokens(List<String> tokens, Tensor values) {
        return tokens(tokens, Require.given(values, "values").toDoubleArray());
    }

    /** A text with several values for each token, as strips below it, on one scale. */
    public static Figure tokens(List<String> tokens, Scale scale, Series... values) {
        return TokenStripsPlot.of(tokens, Arrays.asList(Require.given(values, "values")), scale);
    }

    /**
     * The logit lens: the top token at each layer and position, coloured by its probability.
     *
     * @param tokens the input, one for each column
     * @param layers the names of the layers from the first to the last, one for each row
     * @param tops the top token at [layer][position]
     * @param probabilities its probability at [layer][position]
     */
    public static Figure lens(
            List<String> tokens, List<String> layers, List<List<String>> tops, float[][] probabilities) {
        return lens(tokens, layers, tops, probabilities, Scale.probability());
    }

    /** The logit lens, coloured by another value, such as its rank or its divergence from the output. */
    public static Figure lens(
            List<String> tokens, List<String> layers, List<List<String>> tops, float[][] values, Scale scale) {
        double[][] valid = Require.matrix(
                values, layers, tokens, Require.given(scale, "scale").label());
        return LensPlot.of(tokens, layers, tops, valid, scale);
    }

    /** The logit lens, of probabilities [layer, position]. */
    public static Figure lens(List<String> tokens, List<String> layers, List<List<String>> tops, Tensor probabilities) {
        return lens(tokens, layers, tops, rows(probabilities, "probabilities [layer, position]"));
    }

    /** A matrix as colours: about 0 if some values are negative, else pale to dark. */
    public static Figure heatmap(float[][] values, List<String> rowLabels, List<String> columnLabels) {
        return heatmap(values, Axis.of("", rowLabels), Axis.of("", columnLabels));
    }

    /** A matrix as colours, with named axes. */
    public static Figure heatmap(float[][] values, Axis rows, Axis columns) {
        double[][] valid = Require.matrix(
                values,
                Require.given(rows, "rows").labels(),
                Require.given(columns, "columns").labels(),
                "matrix");
        return HeatmapPlot.of(valid, rows, columns, Scale.of("value", valid));
    }

    /** A matrix as colours of a scale. */
    public static Figure heatmap(float[][] values, Axis rows, Axis columns, Scale scale) {
        return HeatmapPlot.of(
                Require.matrix(
                        values,
                        Require.given(rows, "rows").labels(),
                        Require.given(columns, "columns").labels(),
                        "matrix"),
                rows,
                columns,
                Require.given(scale, "scale"));
    }

    /** A tensor [row, column] as colours. */
    public static Figure heatmap(Tensor values, List<String> rowLabels, List<String> columnLabels) {
        return heatmap(rows(values, "matrix [row, column]"), rowLabels, columnLabels);
    }

    /** A tensor [row, column] as colours, with named axes. */
    public static Figure heatmap(Tensor values, Axis rows, Axis columns) {
        return heatmap(rows(values, "matrix [row, column]"), rows, columns);
    }

    /** A tensor [row, column] as colours of a scale. */
    public static Figure heatmap(Tensor values, Axis rows, Axis columns, Scale scale) {
        return heatmap(rows(values, "matrix [row, column]"), rows, columns, scale);
    }

    /** Labelled values as bars from zero, such as the probabilities of the next token. */
    public static Figure bars(List<String> labels, double[] values) {
        return bars(labels, values, values, values);
    }

    /** Labelled values as bars, each with the interval from low to high. */
    public static Figure bars(List<String> labels, double[] values, double[] low, double[] high) {
        return BarsPlot.of(labels, values, low, high);
    }

    /** Labelled values of a tensor as bars from zero. */
    public static Figure bars(List<String> labels, Tensor values) {
        return bars(labels, Require.given(values, "values").toDoubleArray());
    }

    /** The most probable next tokens, with what is left to all others; probabilities are 0 to 1. */
    public static Figure probabilities(List<String> tokens, double[] probabilities) {
        return ProbabilityPlot.of(tokens, probabilities);
    }

    /** How parts add up to their total, from the first to the last: an attribution of the residual stream. */
    public static Figure waterfall(List<String> labels, double[] parts) {
        return waterfall(labels, parts, "total");
    }

    /** How parts add up to what the total is called. */
    public static Figure waterfall(List<String> labels, double[] parts, String total) {
        return WaterfallPlot.of(labels, parts, total);
    }

    /** The {@code most} values that are largest, whatever their sign, and where they stand among all. */
    public static Figure ranking(List<String> labels, double[] values, int most) {
        return RankingPlot.of(labels, values, most);
    }

    /** The heads with the largest scores [layer, head], named as in {@code L3H1}. */
    public static Figure ranking(Tensor scores, int most) {
        Tensor matrix = squeezed(scores, 2, "scores [layer, head]");
        List<String> labels = IntStream.range(0, (int) matrix.count())
                .mapToObj(i -> "L%dH%d".formatted(i / matrix.size(1), i % matrix.size(1)))
                .toList();
        return ranking(labels, matrix.toDoubleArray(), most);
    }

    /** Lines over a common axis. */
    public static Figure line(String xLabel, String yLabel, Series... series) {
        return line(xLabel, yLabel, Arrays.asList(Require.given(series, "series")));
    }

    /** Lines over a common axis. */
    public static Figure line(String xLabel, String yLabel, List<Series> series) {
        return line(xLabel, yLabel, series, List.of());
    }

    /** Lines over a common axis, with marked places such as a transition, or levels such as chance. */
    public static Figure line(String xLabel, String yLabel, List<Series> series, List<Marker> markers) {
        return LinePlot.of(xLabel, yLabel, series, markers);
    }

    /** A probe's accuracy by layer beside its control, with chance as a level; all of them 0 to 1. */
    public static Figure probe(Series accuracy, Series control, double chance) {
        return line(
                "layer",
                "accuracy",
                List.of(
                        Require.given(accuracy, "accuracy"),
                        Require.given(control, "control").dashed()),
                List.of(Marker.level(chance, "chance")));
    }

    /** The power at frequencies 0, 1, 2 …, as shares of all power; the key frequencies are named. */
    public static Figure spectrum(double[] power) {
        return SpectrumPlot.of(power);
    }

    /** Columns, one for each category and series. */
    public static Figure bar(String yLabel, List<String> categories, Series... series) {
        return ColumnPlot.of(yLabel, categories, Arrays.asList(Require.given(series, "series")));
    }

    /** A chart made with XChart, put into the house style (which changes the chart), as a figure. */
    public static Figure chart(Chart<?, ?> chart) {
        return XChartPlot.of(Require.given(chart, "chart"));
    }

    /** Labelled points [point][x, y]. */
    public static Figure scatter(float[][] points, List<String> labels) {
        return scatter(points, labels, Collections.nCopies(Require.given(points, "points").length, ""));
    }

    /** Labelled points, coloured by the group of each. */
    public static Figure scatter(float[][] points, List<String> labels, List<String> groups) {
        return scatter(points, labels, groups, "", "");
    }

    /** Labelled points with named axes. */
    public static Figure scatter(
            float[][] points, List<String> labels, List<String> groups, String xLabel, String yLabel) {
        return ScatterPlot.of(
                Require.matrix(points, labels, List.of("x", "y"), "points"), labels, groups, xLabel, yLabel);
    }

    /** Vectors [vector, d] in the plane of their first two principal components, coloured by the group of each. */
    public static Figure components(Tensor vectors, List<String> labels, List<String> groups) {
        return ComponentsPlot.of(squeezed(vectors, 2, "vectors [vector, d]"), labels, groups);
    }

    /** Vectors [vector, d] in the plane of their first two principal components. */
    public static Figure components(Tensor vectors, List<String> labels) {
        return components(
                vectors,
                labels,
                Collections.nCopies(Require.given(labels, "labels").size(), ""));
    }

    /** The cosine of every two of some vectors [vector, d]. */
    public static Figure similarity(Tensor vectors, List<String> labels) {
        Tensor rows = squeezed(vectors, 2, "vectors [vector, d]");
        return SimilarityPlot.of(rows.toMatrix(), labels);
    }

    /** How often each truth was taken for what. */
    public static Figure confusion(List<String> truth, List<String> predicted) {
        return ConfusionPlot.of(truth, predicted);
    }

    /** How often each truth was taken for what: counts [truth][predicted]. */
    public static Figure confusion(long[][] counts, List<String> labels) {
        return ConfusionPlot.of(counts, labels);
    }

    /** A circuit, drawn in layers: each part stands just above the highest that it reads from. */
    public static Figure circuit(List<Link> links) {
        return circuit(links, Map.of());
    }

    /** A circuit, drawn in layers that are given for parts by name. */
    public static Figure circuit(List<Link> links, Map<String, Integer> layers) {
        return CircuitPlot.of(links, layers);
    }

    /** A decision set, rule by rule. */
    public static Figure rules(List<DecisionRule> rules) {
        return RulesPlot.of(rules);
    }

    /** The shape functions of an additive model, on one scale; the score is what they add to, as in "log odds". */
    public static Figure additive(String score, List<ShapeFunction> functions) {
        return AdditivePlot.of(score, functions);
    }

    /** Labelled points of a tensor [point, 2]. */
    public static Figure scatter(Tensor points, List<String> labels) {
        return scatter(rows(points, "points [point, 2]"), labels);
    }

    /** Labelled points of a tensor [point, 2], coloured by the group of each. */
    public static Figure scatter(Tensor points, List<String> labels, List<String> groups) {
        return scatter(rows(points, "points [point, 2]"), labels, groups);
    }

    /**
     * Small pictures side by side, each under its label.
     *
     * @param pictures numbers 0 to 1: [picture, channel, y, x] with 1 or 3 channels, or [picture, y, x]
     */
    public static Figure pictures(Tensor pictures, List<String> labels) {
        return PicturesPlot.of(pictures, labels);
    }

    /** Maps of numbers [map, y, x] as small images on one scale: the features of a convolution, or its filters. */
    public static Figure maps(Tensor maps, List<String> labels) {
        return MapsPlot.of(maps, labels, null);
    }

    /** Maps of numbers [map, y, x] as small images on a scale. */
    public static Figure maps(Tensor maps, List<String> labels, Scale scale) {
        return MapsPlot.of(maps, labels, Require.given(scale, "scale"));
    }

    /**
     * Each picture beside the same one with its map laid over it: saliency, Grad-CAM.
     *
     * @param pictures as in {@link #pictures}
     * @param maps [map, y, x], a map for each picture and as large as it
     */
    public static Figure saliency(Tensor pictures, Tensor maps, List<String> labels) {
        return MapsPlot.over(pictures, maps, labels, null);
    }

    /** Each picture beside the same one with its map laid over it, on a scale. */
    public static Figure saliency(Tensor pictures, Tensor maps, List<String> labels, Scale scale) {
        return MapsPlot.over(pictures, maps, labels, Require.given(scale, "scale"));
    }

    private static float[][][] patterns(Tensor layer) {
        Tensor heads = squeezed(layer, 3, "attention patterns [head, query, key]");
        float[][][] each = new float[heads.size(0)][][];
        for (int h = 0; h < each.length; h++) {
            each[h] = heads.select(0, h).toMatrix();
        }
        return each;
    }

    private static float[][] rows(Tensor tensor, String what) {
        return squeezed(tensor, 2, what).toMatrix();
    }

    /** The tensor without the axes of size 1 that come before those needed. */
    private static Tensor squeezed(Tensor tensor, int rank, String what) {
        Tensor squeezed = Require.given(tensor, what);
        while (squeezed.rank() > rank && squeezed.size(0) == 1) {
            squeezed = squeezed.squeeze(0);
        }
        Require.that(squeezed.rank() == rank, "Expected %s, but got %s.", what, tensor);
        return squeezed;
    }

    private static List<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
