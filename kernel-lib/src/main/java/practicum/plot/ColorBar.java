package practicum.plot;

import practicum.plot.Shape.Anchor;

/** The legend of a scale: a strip of its colours between its two ends, and what it measures. */
final class ColorBar {
    static final double HEIGHT = 14;
    private static final double STRIP = 132;
    private static final int STEPS = 33;

    private ColorBar() {}

    static Picture of(Scale scale) {
        Canvas canvas = new Canvas();
        String low = Digits.tick(Double.parseDouble(Digits.brief(scale.low())));
        String high = Digits.tick(Double.parseDouble(Digits.brief(scale.high())));
        double left = Theme.SMALL.width(low) + 6;
        canvas.text(left - 6, 11, low, Theme.SMALL, Theme.MUTED, Anchor.END);
        double step = STRIP / STEPS;
        for (int i = 0; i < STEPS; i++) {
            double value = scale.low() + (scale.high() - scale.low()) * i / (STEPS - 1);
            // Each reaches under the next, so that no seam shows between them.
            double width = Math.min(1.5 * step, STRIP - i * step);
            canvas.box(left + i * step, 2, width, 10, scale.color(value));
        }
        canvas.frame(left, 2, STRIP, 10, Theme.RIM);
        double right = left + STRIP + 6;
        canvas.text(right, 11, high, Theme.SMALL, Theme.MUTED, Anchor.START);
        double labelled = right + Theme.SMALL.width(high) + 10;
        canvas.text(labelled, 11, scale.label(), Theme.SMALL, Theme.MUTED, Anchor.START);
        return canvas.sized(labelled + Theme.SMALL.width(scale.label()), HEIGHT);
    }
}
