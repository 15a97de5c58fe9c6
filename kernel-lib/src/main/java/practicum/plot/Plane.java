package practicum.plot;

import practicum.plot.Shape.Anchor;
import practicum.plot.Shape.Point;

/** A rectangle of a canvas in which places are told by two quantities. */
record Plane(Canvas canvas, double left, double top, double width, double height, Span across, Span up) {
    double x(double value) {
        return left + (value - across.low()) / (across.high() - across.low()) * width;
    }

    double y(double value) {
        return bottom() - (value - up.low()) / (up.high() - up.low()) * height;
    }

    Point at(double x, double y) {
        return new Point(x(x), y(y));
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** Level lines with their values to the left. */
    Plane levels(int about) {
        for (double tick : Ticks.between(up.low(), up.high(), about)) {
            canvas.line(left, y(tick), right(), y(tick), Theme.GRID);
            canvas.text(left - 7, y(tick) + 4, Digits.tick(tick), Theme.SMALL, Theme.MUTED, Anchor.END);
        }
        return this;
    }

    /** Upright lines with their values below. */
    Plane plumbs(int about) {
        for (double tick : Ticks.between(across.low(), across.high(), about)) {
            canvas.line(x(tick), top, x(tick), bottom(), Theme.GRID);
            canvas.text(x(tick), bottom() + 16, Digits.tick(tick), Theme.SMALL, Theme.MUTED, Anchor.MIDDLE);
        }
        return this;
    }

    /** The lower axis with its values; whole numbers only where the quantity counts things. */
    Plane floor(int about, boolean whole) {
        canvas.line(left, bottom(), right(), bottom(), Theme.AXIS);
        double step = Ticks.step((across.high() - across.low()) / about);
        for (double tick : Ticks.multiples(across.low(), across.high(), whole ? Math.max(1, step) : step)) {
            canvas.line(x(tick), bottom(), x(tick), bottom() + 4, Theme.AXIS);
            canvas.text(x(tick), bottom() + 17, Digits.tick(tick), Theme.SMALL, Theme.MUTED, Anchor.MIDDLE);
        }
        return this;
    }

    /** What the lower axis measures, in the middle below its values. */
    Plane named(String name) {
        canvas.text(left + width / 2, bottom() + 36, name, Theme.LABEL, Theme.MUTED, Anchor.MIDDLE);
        return this;
    }

    /** The room that the values of level lines take to the left. */
    static double gutter(Span up, int about) {
        return 9
                + Ticks.between(up.low(), up.high(), about).stream()
                        .mapToDouble(tick -> Theme.SMALL.width(Digits.tick(tick)))
                        .max()
                        .orElse(0);
    }
}
