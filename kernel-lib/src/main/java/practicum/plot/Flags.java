package practicum.plot;

import java.util.List;
import practicum.plot.Shape.Anchor;

/**
 * Names of places above a plane, each beside a line that runs down from it. A name that reaches over the next line
 * stands in a row above that line's name, so that no line crosses a name.
 */
final class Flags {
    private static final double ROW = 15;
    private static final double GAP = 4;

    private final List<Marker> places;
    private final Plane plane;
    private final String[] labels;
    private final boolean[] leftward;
    private final int[] rows;

    /** Flags for places in the order of their axis; only the plane's horizontal extent matters here. */
    Flags(List<Marker> places, Plane plane) {
        this.places = places;
        this.plane = plane;
        this.labels = new String[places.size()];
        this.leftward = new boolean[places.size()];
        this.rows = new int[places.size()];
        for (int i = places.size() - 1; i >= 0; i--) {
            arrange(i);
        }
    }

    private void arrange(int i) {
        double x = plane.x(places.get(i).at());
        labels[i] = Theme.SMALL.fit(places.get(i).label(), Theme.CONTENT / 2);
        double width = Theme.SMALL.width(labels[i]);
        leftward[i] = x + GAP + width > Theme.CONTENT;
        for (int j = 0; j < places.size(); j++) {
            double other = plane.x(places.get(j).at());
            if (j > i && other < x + 2 * GAP + width) {
                rows[i] = Math.max(rows[i], rows[j] + 1);
            } else if (j < i && leftward[i] && other > x - 2 * GAP - width) {
                rows[i]++;
            }
        }
    }

    /** The height above the plane that the names take. */
    double height() {
        int highest = -1;
        for (int row : rows) {
            highest = Math.max(highest, row);
        }
        return (highest + 1) * ROW;
    }

    /** Draws them above and into the plane. */
    void draw(Plane at) {
        for (int i = 0; i < labels.length; i++) {
            double x = at.x(places.get(i).at());
            double y = at.top() - 4 - ROW * rows[i];
            at.canvas().line(x, y - 9, x, at.bottom(), Theme.AXIS);
            double beside = leftward[i] ? x - GAP : x + GAP;
            at.canvas().text(beside, y, labels[i], Theme.SMALL, Theme.INK, leftward[i] ? Anchor.END : Anchor.START);
        }
    }
}
