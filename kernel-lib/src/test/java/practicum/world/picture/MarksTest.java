package practicum.world.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.BasicStroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Marks against the outlines that java.awt.geom makes of the same shapes. */
class MarksTest {
    private static final int SIZE = 32;

    private static java.awt.Shape outline(ShapeMark mark) {
        Area unit =
                switch (mark.kind()) {
                    case CIRCLE -> new Area(new Ellipse2D.Double(-1, -1, 2, 2));
                    case RING -> {
                        Area ring = new Area(new Ellipse2D.Double(-1, -1, 2, 2));
                        ring.subtract(new Area(new Ellipse2D.Double(-0.6, -0.6, 1.2, 1.2)));
                        yield ring;
                    }
                    case SQUARE -> {
                        double side = Math.sqrt(2);
                        yield new Area(new Rectangle2D.Double(-side / 2, -side / 2, side, side));
                    }
                    case CROSS -> {
                        double reach = Math.sqrt(1 - 0.32 * 0.32);
                        Area cross = new Area(new Rectangle2D.Double(-reach, -0.32, 2 * reach, 0.64));
                        cross.add(new Area(new Rectangle2D.Double(-0.32, -reach, 0.64, 2 * reach)));
                        yield cross;
                    }
                    case TRIANGLE -> new Area(polygon(1, 1, 1));
                    case STAR -> new Area(polygon(1, 0.42, 1, 0.42, 1, 0.42, 1, 0.42, 1, 0.42));
                };
        var place = new AffineTransform();
        place.translate(mark.x(), mark.y());
        place.rotate(Math.toRadians(mark.turn()));
        place.scale(mark.radius(), mark.radius());
        return unit.createTransformedArea(place);
    }

    private static Path2D polygon(double... distances) {
        var path = new Path2D.Double();
        for (int i = 0; i < distances.length; i++) {
            double angle = 2 * Math.PI * i / distances.length - Math.PI / 2;
            double x = distances[i] * Math.cos(angle);
            double y = distances[i] * Math.sin(angle);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    private static double sampledCoverage(java.awt.Shape outline, double x, double y) {
        int inside = 0;
        for (int i = 0; i < 64; i++) {
            inside += outline.contains(x - 0.5 + (i % 8 + 0.5) / 8, y - 0.5 + (i / 8 + 0.5) / 8) ? 1 : 0;
        }
        return inside / 64.0;
    }

    /** Compares masks where the middle of the pixel is not on the edge itself, and coverage with 64 points a pixel. */
    private static void requireAlike(Mark mark, java.awt.Shape outline, double nearEdge, double sharpCorners) {
        double wrong = 0;
        double area = 0;
        for (int at = 0; at < SIZE * SIZE; at++) {
            double x = at % SIZE + 0.5;
            double y = at / SIZE + 0.5;
            double sampled = sampledCoverage(outline, x, y);
            if (!outline.intersects(x - nearEdge, y - nearEdge, 2 * nearEdge, 2 * nearEdge)
                    || outline.contains(x - nearEdge, y - nearEdge, 2 * nearEdge, 2 * nearEdge)) {
                assertThat(mark.covers(x, y)).as("%s at %s, %s", mark, x, y).isEqualTo(outline.contains(x, y));
            }
            assertThat(mark.coverage(x, y)).as("%s at %s, %s", mark, x, y).isCloseTo(sampled, within(sharpCorners));
            wrong += Math.abs(mark.coverage(x, y) - sampled);
            area += sampled;
        }
        assertThat(wrong / area).as("wrong share of %s", mark).isLessThan(0.06);
    }

    @ParameterizedTest
    @EnumSource(ShapeKind.class)
    void aShapeCoversWhatItsOutlineContains(ShapeKind kind) {
        Random random = new Random(3);
        for (int i = 0; i < 8; i++) {
            double radius = 5 + 5 * random.nextDouble();
            var mark = new ShapeMark(
                    kind,
                    13 + 6 * random.nextDouble(),
                    13 + 6 * random.nextDouble(),
                    radius,
                    360 * random.nextDouble());
            // java.awt.geom draws circles as Bézier curves, off by 0.03 % of the radius. Corners are sharp in stars
            // only.
            requireAlike(mark, outline(mark), 0.01, kind == ShapeKind.STAR || kind == ShapeKind.TRIANGLE ? 0.4 : 0.3);
        }
    }

    @Test
    void aCurveIsAStrokeAlongAnArc() {
        Random random = new Random(5);
        for (int i = 0; i < 12; i++) {
            double radius = 5 + 6 * random.nextDouble();
            double angle = 360 * random.nextDouble();
            double span = 40 + 200 * random.nextDouble();
            var mark = new CurveMark(16, 16, radius, angle, radius * Math.toRadians(span), 2.5);
            double centreX = 16 + radius * Math.cos(Math.toRadians(angle));
            double centreY = 16 + radius * Math.sin(Math.toRadians(angle));
            // Arc2D's angles run counterclockwise; the arc's middle lies opposite to the centre.
            double middle = -(angle + 180);
            var arc = new Arc2D.Double(
                    centreX - radius, centreY - radius, 2 * radius, 2 * radius, middle - span / 2, span, Arc2D.OPEN);
            var stroke = new BasicStroke(2.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            requireAlike(mark, new Area(stroke.createStrokedShape(arc)), 0.05, 0.25);
        }
    }

    @Test
    void aStraightCurveIsALineAcrossItsAngleAndAVeryLargeArcIsTheSame() {
        for (double angle : new double[] {0, 25, 90, 130, 245}) {
            var mark = CurveMark.straight(15, 17, angle, 14, 2);
            double dx = -7 * Math.sin(Math.toRadians(angle));
            double dy = 7 * Math.cos(Math.toRadians(angle));
            var line = new Line2D.Double(15 - dx, 17 - dy, 15 + dx, 17 + dy);
            var stroke = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
            requireAlike(mark, new Area(stroke.createStrokedShape(line)), 0.05, 0.25);
            var arc = new CurveMark(15, 17, 1e6, angle, 14, 2);
            for (int at = 0; at < SIZE * SIZE; at++) {
                assertThat(arc.coverage(at % SIZE, at / SIZE))
                        .isCloseTo(mark.coverage(at % SIZE, at / SIZE), within(1e-3));
            }
        }
    }

    @Test
    void aGratingRepeatsAlongItsAngleAndNotAcross() {
        var grating = new GratingMark(8, 30, 40);
        double dx = Math.cos(Math.toRadians(30));
        double dy = Math.sin(Math.toRadians(30));
        for (int at = 0; at < 50; at++) {
            double x = at % 7;
            double y = at / 7;
            double here = grating.coverage(x, y);
            assertThat(grating.coverage(x + 8 * dx, y + 8 * dy)).isCloseTo(here, within(1e-9));
            assertThat(grating.coverage(x + 4 * dx, y + 4 * dy)).isCloseTo(1 - here, within(1e-9));
            assertThat(grating.coverage(x - 3 * dy, y + 3 * dx)).isCloseTo(here, within(1e-9));
        }
    }

    @Test
    void impossibleMarksAreRefused() {
        assertThatThrownBy(() -> new ShapeMark(ShapeKind.STAR, 1, 1, 0, 0)).hasMessageContaining("radius above 0");
        assertThatThrownBy(() -> new CurveMark(1, 1, 5, 0, 32, 2)).hasMessageContaining("the whole circle");
        assertThatThrownBy(() -> new CurveMark(1, 1, 5, Double.NaN, 3, 2)).hasMessageContaining("finite place");
        assertThatThrownBy(() -> new GratingMark(1.5, 0, 0)).hasMessageContaining("at least 2 pixels");
    }
}
