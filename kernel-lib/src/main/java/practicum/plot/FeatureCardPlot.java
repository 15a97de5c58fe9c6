package practicum.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import practicum.plot.Shape.Anchor;

/** A feature on one card: how often and how strongly it is active, its logits, and where it is most active. */
final class FeatureCardPlot {
    private static final double COLUMN = 226;
    private static final double GAP = 25;
    private static final double ROW = 19;
    private static final double HISTOGRAM = 92;
    private static final int BINS = 24;
    private static final int LOGITS = 8;
    private static final int EXAMPLES = 10;
    private static final double STRONG = 0.68;

    private final FeatureCard card;
    private final double reach;
    private final Canvas canvas = new Canvas();

    private FeatureCardPlot(FeatureCard card) {
        this.card = card;
        this.reach = Math.max(largest(card.promoted()), largest(card.suppressed()));
    }

    static Figure of(FeatureCard card) {
        var plot = new FeatureCardPlot(card);
        return Figure.of(plot.draw(), plot.twin(), card.name());
    }

    private static double largest(Map<String, Double> logits) {
        return logits.values().stream().mapToDouble(Math::abs).max().orElse(0);
    }

    private Picture draw() {
        double bottom = density();
        bottom = Math.max(bottom, logits("raises the logits of", card.promoted(), COLUMN + GAP, STRONG));
        bottom = Math.max(bottom, logits("lowers the logits of", card.suppressed(), 2 * (COLUMN + GAP), -STRONG));
        return canvas.sized(Theme.CONTENT, examples(bottom + 18));
    }

    private double density() {
        heading(density(card), 0, 0);
        double[] active = card.active();
        if (active.length == 0) {
            return 16;
        }
        double most = Arrays.stream(active).max().orElse(1);
        int[] bins = new int[BINS];
        for (double activation : active) {
            bins[Math.min(BINS - 1, (int) (activation / most * BINS))]++;
        }
        int tallest = Math.max(1, Arrays.stream(bins).max().orElse(1));
        Plane plane = new Plane(canvas, 0, 26, COLUMN, HISTOGRAM, new Span(0, most), new Span(0, tallest));
        for (int b = 0; b < BINS; b++) {
            double left = plane.x(b * most / BINS);
            double y = plane.y(bins[b]);
            canvas.box(left, y, COLUMN / BINS - 1, plane.bottom() - y, Palette.categorical(0));
            String range = "%s to %s".formatted(Digits.brief(b * most / BINS), Digits.brief((b + 1) * most / BINS));
            canvas.hint(left, plane.top(), COLUMN / BINS, HISTOGRAM, "activations %s: %d".formatted(range, bins[b]));
        }
        plane.floor(4, false);
        canvas.text(0, plane.bottom() + 34, "activation, where it is not zero", Theme.SMALL, Theme.MUTED, Anchor.START);
        return plane.bottom() + 38;
    }

    private static String density(FeatureCard card) {
        return String.format(
                Locale.ROOT, "active at %.3g %% of %,d places", 100 * card.density(), card.activations().length);
    }

    private void heading(String text, double x, double y) {
        canvas.text(x, y + 11, text, Theme.SMALL.toBold(), Theme.INK, Anchor.START);
    }

    private double logits(String heading, Map<String, Double> logits, double x, double color) {
        if (logits.isEmpty()) {
            return 0;
        }
        heading(heading, x, 0);
        double y = 20;
        double label = 110;
        for (Map.Entry<String, Double> entry :
                logits.entrySet().stream().limit(LOGITS).toList()) {
            String token = Theme.TOKEN.fit(TokenText.visible(entry.getKey()), label);
            canvas.text(x, y + 13, token, Theme.TOKEN, Theme.INK, Anchor.START);
            double length = reach == 0 ? 0 : 70 * Math.abs(entry.getValue()) / reach;
            canvas.box(x + label + 6, y + 4, length, 11, Palette.diverging(color));
            String number = Digits.brief(entry.getValue());
            canvas.text(x + label + 12 + length, y + 13, number, Theme.SMALL, Theme.MUTED, Anchor.START);
            y += ROW;
        }
        return y;
    }

    private double examples(double top) {
        List<TokenValues> shown = card.examples().stream().limit(EXAMPLES).toList();
        if (shown.isEmpty()) {
            return top - 18;
        }
        heading("most active in", 0, top);
        double most = shown.stream()
                .flatMapToDouble(each -> Arrays.stream(each.array()))
                .max()
                .orElse(1);
        Scale scale = Scale.sequential("activation", 0, most > 0 ? most : 1);
        double y = top + 22;
        for (TokenValues example : shown) {
            Picture flow = TokenFlow.of(example, scale, Theme.CONTENT - 52);
            double peak = Arrays.stream(example.array()).max().orElse(0);
            canvas.text(40, y + 16, Digits.brief(peak), Theme.SMALL, Theme.MUTED, Anchor.END);
            canvas.place(52, y, flow);
            y += flow.height() + 6;
        }
        Picture legend = ColorBar.of(scale);
        canvas.place(52, y + 4, legend);
        return y + 4 + legend.height();
    }

    private String twin() {
        StringBuilder text = new StringBuilder(density(card)).append('\n');
        tell(text, "raises the logits of", card.promoted());
        tell(text, "lowers the logits of", card.suppressed());
        for (TokenValues example : card.examples().stream().limit(EXAMPLES).toList()) {
            double[] values = example.array();
            int peak = 0;
            for (int i = 1; i < values.length; i++) {
                peak = values[i] > values[peak] ? i : peak;
            }
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < values.length; i++) {
                line.append(i == peak ? "[" + example.shown(i) + "]" : example.shown(i));
            }
            text.append("%s  %s\n".formatted(Digits.brief(values[peak]), line));
        }
        return text.toString();
    }

    private static void tell(StringBuilder text, String heading, Map<String, Double> logits) {
        if (!logits.isEmpty()) {
            text.append(heading).append(": ");
            text.append(String.join(
                    ", ",
                    logits.entrySet().stream()
                            .limit(LOGITS)
                            .map(entry -> TokenText.visible(entry.getKey()) + " " + Digits.brief(entry.getValue()))
                            .toList()));
            text.append('\n');
        }
    }
}
