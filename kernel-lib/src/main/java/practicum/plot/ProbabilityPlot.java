package practicum.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import practicum.plot.Shape.Anchor;

/** The most probable tokens as parts of one whole, with what is left to all others. */
final class ProbabilityPlot {
    private static final double ROW = 24;
    private static final double BAR = 14;
    private static final double LENGTH = 380;
    private static final double LONGEST = 220;
    private static final double TOLERANCE = 1e-3;
    private static final int TEXT_BAR = 40;
    private static final String OTHERS = "all other tokens";

    private ProbabilityPlot() {}

    static Figure of(List<String> tokens, double[] probabilities) {
        Require.some(Require.all(tokens, "tokens").size(), "tokens");
        Require.same(tokens.size(), "tokens", Require.given(probabilities, "probabilities").length, "probabilities");
        Require.finite(probabilities, "probabilities");
        for (int i = 0; i < probabilities.length; i++) {
            Require.that(
                    probabilities[i] >= 0 && probabilities[i] <= 1 + TOLERANCE,
                    "The probability of \"%s\" is %s, but probabilities are 0 to 1. For logits or other scores use "
                            + "Plot.bars.",
                    tokens.get(i),
                    Digits.exact(probabilities[i]));
        }
        double sum = Arrays.stream(probabilities).sum();
        Require.that(
                sum <= 1 + TOLERANCE,
                "The probabilities add up to %s, which is more than 1: they are not of one distribution.",
                Digits.exact(sum));
        return Figure.of(draw(tokens, probabilities, 1 - sum), twin(tokens, probabilities, 1 - sum), "Next token");
    }

    private static Picture draw(List<String> tokens, double[] probabilities, double rest) {
        List<String> shown = TokenText.visible(tokens);
        double left = 8 + Math.max(Theme.SMALL.width(OTHERS), Math.min(LONGEST, Grid.widest(shown, Theme.TOKEN)));
        Canvas canvas = new Canvas();
        for (int i = 0; i < shown.size(); i++) {
            double middle = i * ROW + ROW / 2;
            String label = Theme.TOKEN.fit(shown.get(i), LONGEST);
            canvas.text(left - 8, middle + 4, label, Theme.TOKEN, Theme.INK, Anchor.END);
            bar(canvas, left, middle, probabilities[i], Palette.categorical(0));
            canvas.hint(0, i * ROW, left + LENGTH, ROW, shown.get(i) + ": " + Digits.exact(probabilities[i]));
        }
        double middle = shown.size() * ROW + ROW / 2;
        canvas.text(left - 8, middle + 4, OTHERS, Theme.SMALL, Theme.MUTED, Anchor.END);
        bar(canvas, left, middle, Math.max(0, rest), Theme.AXIS);
        return canvas.sized(left + LENGTH + 56, (shown.size() + 1) * ROW);
    }

    private static void bar(Canvas canvas, double left, double middle, double probability, Rgb color) {
        canvas.box(left, middle - BAR / 2, LENGTH, BAR, Theme.GRID);
        canvas.box(left, middle - BAR / 2, LENGTH * Math.min(1, probability), BAR, color);
        canvas.text(left + LENGTH + 8, middle + 4, percent(probability), Theme.SMALL, Theme.MUTED, Anchor.START);
    }

    private static String percent(double probability) {
        double percent = 100 * probability;
        if (percent != 0 && percent < 0.05) {
            return "< 0.1 %";
        }
        return String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent);
    }

    private static String twin(List<String> tokens, double[] probabilities, double rest) {
        TextTable table = new TextTable();
        for (int i = 0; i < probabilities.length; i++) {
            table.row(TokenText.visible(tokens.get(i)), List.of(percent(probabilities[i])))
                    .tail("  " + "█".repeat((int) Math.round(TEXT_BAR * probabilities[i])));
        }
        return table.row(OTHERS, List.of(percent(Math.max(0, rest)))).toString();
    }
}
