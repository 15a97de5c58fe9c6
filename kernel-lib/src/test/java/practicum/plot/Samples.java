package practicum.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.tensor.Tensor;

/** Figures of circuits, features, rules, pictures and rankings, from numbers that are invented. */
final class Samples {
    private Samples() {}

    static Map<String, Figure> figures() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("overview", overview(5, 4, Gallery.PROMPT));
        figures.put("overview, twelve heads", overview(12, 12, Gallery.PROMPT));
        figures.put("tokens, three values", strips());
        figures.put(
                "probabilities", Plot.probabilities(List.of(" Paris", " Rome", " Oslo", " the", "\n"), new double[] {
                    0.61, 0.12, 0.06, 0.0121, 0.0002
                }));
        figures.put("waterfall", waterfall());
        figures.put("ranking", ranking());
        figures.put("line, marked", transitions());
        figures.put("probe", probe());
        figures.put("spectrum", spectrum());
        figures.put("components", components());
        figures.put("similarity", similarity());
        figures.put("confusion", confusion());
        figures.put("circuit", circuit());
        figures.put("circuit, forty links", Plot.circuit(fortyLinks()).titled("Forty links"));
        figures.put("rules", Plot.rules(rules()));
        figures.put("additive", additive());
        figures.put("saliency", saliency());
        figures.put("maps", maps());
        figures.put("feature", feature().plot());
        return figures;
    }

    private static Figure overview(int layers, int heads, List<String> tokens) {
        float[][][][] patterns = new float[layers][heads][][];
        for (int l = 0; l < layers; l++) {
            for (int h = 0; h < heads; h++) {
                int n = tokens.size();
                patterns[l][h] = Gallery.pattern(n, n - 1 - h % 4, (l + h) % 6, 0.6f, l * 31 + h);
            }
        }
        return Plot.attentionOverview(patterns, tokens);
    }

    private static Figure strips() {
        Random random = new Random(1);
        List<String> tokens = Gallery.many(34);
        Series[] rows = new Series[3];
        for (int r = 0; r < 3; r++) {
            double[] values =
                    random.doubles(tokens.size(), -1, 1).map(v -> v * v * v).toArray();
            rows[r] = Series.of(
                    List.of("saliency", "integrated gradients", "occlusion").get(r), values);
        }
        return Plot.tokens(tokens, Scale.diverging("attribution", 1), rows).titled("Three methods, one text");
    }

    private static Figure waterfall() {
        return Plot.waterfall(
                        List.of("embed", "attn 0", "mlp 0", "attn 1", "mlp 1", "attn 2", "mlp 2", "attn 3", "mlp 3"),
                        new double[] {0.2, -0.11, 0.43, 0.05, -0.6, 0.9, 0.31, 2.4, -0.35},
                        "logit difference")
                .titled("Who writes the answer");
    }

    private static Figure ranking() {
        Random random = new Random(2);
        float[] scores = new float[144];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) (0.1 * random.nextGaussian() + (i % 37 == 5 ? 1.2 : 0) - (i % 71 == 8 ? 1.4 : 0));
        }
        return Plot.ranking(Tensor.of(scores, 12, 12), 8).titled("Heads by direct effect");
    }

    private static Figure transitions() {
        double[] step = IntStream.range(0, 200).mapToDouble(i -> i * 10).toArray();
        double[] train =
                Arrays.stream(step).map(s -> 4 / (1 + Math.exp((s - 150) / 40))).toArray();
        double[] held = Arrays.stream(step)
                .map(s -> 4.2 - 0.3 * Math.exp(-s / 300) - 4.1 / (1 + Math.exp((900 - s) / 60)))
                .toArray();
        return Plot.line(
                        "step",
                        "loss (nats)",
                        List.of(Series.of("training", step, train), Series.of("held out", step, held)),
                        List.of(
                                Marker.at(150, "memorised"),
                                Marker.at(700, "circuit forms"),
                                Marker.at(900, "generalises"),
                                Marker.at(1985, "weights cleaned up"),
                                Marker.level(3.97, "guessing")))
                .titled("Grokking");
    }

    private static Figure probe() {
        return Plot.probe(
                        Series.of("tense", 0.52, 0.64, 0.79, 0.88, 0.91, 0.9)
                                .errors(0.03, 0.03, 0.02, 0.02, 0.02, 0.02),
                        Series.of("control task", 0.5, 0.51, 0.53, 0.52, 0.54, 0.53),
                        0.5)
                .titled("Probe accuracy by layer");
    }

    private static Figure spectrum() {
        double[] power = new Random(3).doubles(27, 0, 0.02).toArray();
        power[4] = 1.3;
        power[11] = 0.9;
        power[12] = 0.6;
        power[21] = 0.2;
        return Plot.spectrum(power).titled("Embedding of the numbers modulo 53");
    }

    private static Figure components() {
        Random random = new Random(4);
        float[] vectors = new float[24 * 8];
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            groups.add(List.of("city", "name", "verb").get(i % 3));
            for (int k = 0; k < 8; k++) {
                vectors[i * 8 + k] = (float) (random.nextGaussian() * 0.5 + (k == i % 3 ? 3 : 0));
            }
        }
        return Plot.components(Tensor.of(vectors, 24, 8), Gallery.many(24), groups)
                .titled("Embeddings");
    }

    private static Figure similarity() {
        return Plot.similarity(Tensor.randn(5, 6, 12), List.of(" Paris", " Rome", " Oslo", " Anna", " Ben", " Tom"));
    }

    private static Figure confusion() {
        long[][] counts = {{41, 3, 0, 1}, {5, 38, 2, 0}, {0, 4, 44, 2}, {1, 0, 3, 40}};
        return Plot.confusion(counts, List.of("noun", "verb", "adjective", "function word"));
    }

    private static Figure circuit() {
        return Plot.circuit(List.of(
                        Link.of("embed", "L0H3", 0.8),
                        Link.of("embed", "L1H1", 0.4),
                        Link.of("L0H3", "L1H1", 0.9),
                        Link.of("L1H1", "logits", 1.2),
                        Link.of("embed", "mlp 0", 0.3),
                        Link.of("mlp 0", "logits", -0.5)))
                .titled("Induction");
    }

    static List<Link> fortyLinks() {
        Random random = new Random(6);
        List<String> parts = new ArrayList<>(List.of("embed"));
        for (int layer = 0; layer < 5; layer++) {
            for (int h = 0; h < 3; h++) {
                parts.add("L%dH%d".formatted(layer, (h * 5 + layer) % 12));
            }
            parts.add("mlp " + layer);
        }
        parts.add("logits");
        List<Link> links = new ArrayList<>();
        for (int i = 1; links.size() < 40; i = i % (parts.size() - 1) + 1) {
            int below = random.nextInt(Math.max(1, (i - 1) / 4 * 4 + 1));
            String from = parts.get(below);
            String to = parts.get(i);
            if (links.stream()
                    .noneMatch(link -> link.from().equals(from) && link.to().equals(to))) {
                links.add(Link.of(from, to, Math.round(100 * random.nextGaussian()) / 100.0));
            }
        }
        return links;
    }

    static List<DecisionRule> rules() {
        return List.of(
                DecisionRule.of(List.of("debt > 0.6", "income ≤ 20"), "refuse", 210, 201),
                DecisionRule.of(List.of("years employed > 3", "debt ≤ 0.3", "no missed payment"), "grant", 320, 304),
                DecisionRule.of(List.of("missed payments > 2"), "refuse", 90, 71),
                DecisionRule.of(List.of(), "grant", 380, 250));
    }

    private static Figure additive() {
        double[] ages = new Random(7).doubles(300, 18, 80).toArray();
        return Plot.additive(
                        "log odds",
                        List.of(
                                ShapeFunction.of("age", new double[] {18, 30, 45, 60, 80}, new double[] {
                                            -0.8, -0.1, 0.3, 0.4, 0.1
                                        })
                                        .band(
                                                new double[] {-1, -0.2, 0.2, 0.2, -0.4},
                                                new double[] {-0.6, 0, 0.4, 0.6, 0.6})
                                        .seen(ages),
                                ShapeFunction.of("debt", new double[] {0, 0.2, 0.5, 0.8}, new double[] {
                                            0.5, 0.2, -0.4, -1.1
                                        })
                                        .steps(),
                                ShapeFunction.of(
                                        "home", List.of("owned", "rented", "other"), new double[] {0.3, -0.1, -0.2}),
                                ShapeFunction.of("income", new double[] {0, 50, 100}, new double[] {-0.6, 0.1, 0.7})))
                .titled("A credit model");
    }

    static Tensor discs(int count, int side) {
        float[] pixels = new float[count * side * side];
        for (int i = 0; i < pixels.length; i++) {
            int at = i % (side * side);
            double dx = at % side - side / 2.0 + i / (side * side);
            double dy = at / side - side / 2.0;
            pixels[i] = (float) Math.max(0, Math.min(1, 6 - Math.hypot(dx, dy)));
        }
        return Tensor.of(pixels, count, side, side);
    }

    private static Figure saliency() {
        Tensor pictures = discs(4, 24);
        float[] map = new float[4 * 24 * 24];
        for (int i = 0; i < map.length; i++) {
            int at = i % (24 * 24);
            map[i] = (float) Math.exp(-Math.pow(Math.hypot(at % 24 - 12, at / 24 - 6) / 3, 2));
        }
        return Plot.saliency(
                        pictures,
                        Tensor.of(map, 4, 24, 24),
                        List.of("disc 0", "disc 1", "disc 2", "disc 3"),
                        Scale.sequential("saliency", 0, 1))
                .titled("Where the net looks");
    }

    private static Figure maps() {
        List<String> names =
                IntStream.range(0, 12).mapToObj(i -> "feature " + i).toList();
        return Plot.maps(Tensor.randn(8, 12, 10, 10), names).titled("What a layer of features sees");
    }

    static FeatureCard feature() {
        Random random = new Random(9);
        double[] activations = new double[20_000];
        for (int i = 0; i < 240; i++) {
            activations[i * 80] = Math.abs(random.nextGaussian()) * 3;
        }
        double[] quiet = new double[14];
        quiet[3] = 7.2;
        quiet[9] = 6.8;
        quiet[4] = 0.9;
        double[] less = new double[14];
        less[1] = 5.1;
        return FeatureCard.of("Feature 1203", activations)
                .examples(TokenValues.of(Gallery.PROMPT, quiet), TokenValues.of(Gallery.PROMPT, less))
                .logits(
                        Map.of(" John", 2.1, " Mary", 1.7, " Tom", 1.2, " he", 0.4),
                        Map.of(" the", -0.9, ",", -0.8, "\n", -0.2));
    }
}
