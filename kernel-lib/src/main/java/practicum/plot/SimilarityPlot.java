package practicum.plot;

import java.util.List;

/** The cosine of every two of some vectors. */
final class SimilarityPlot {
    private SimilarityPlot() {}

    static Figure of(float[][] vectors, List<String> labels) {
        Require.some(vectors.length, "vectors");
        Require.same(vectors.length, "vectors", Require.all(labels, "labels").size(), "labels");
        double[][] cosines = new double[vectors.length][vectors.length];
        double[] norms = new double[vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            Require.finite(Require.doubles(vectors[i]), "vector \"" + labels.get(i) + "\"");
            norms[i] = Math.sqrt(dot(vectors[i], vectors[i]));
            Require.that(norms[i] > 0, "\"%s\" is the zero vector, which has no direction to compare.", labels.get(i));
        }
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < vectors.length; j++) {
                cosines[i][j] = dot(vectors[i], vectors[j]) / (norms[i] * norms[j]);
            }
        }
        Axis axis = Axis.of("", TokenText.labels(labels));
        return HeatmapPlot.of(cosines, axis, axis, Scale.diverging("cosine", 1)).titled("Similarity");
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (double) a[k] * b[k];
        }
        return sum;
    }
}
