package practicum.world.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import practicum.tensor.Seeds;
import practicum.world.Split;

/**
 * Pictures of one curved stroke each, whose label is its direction: what makes a net grow curve detectors (Cammarata et
 * al. 2020, Curve Detectors, Distill), and clean series of curves, lines and gratings to measure their tuning with. Held
 * out are combinations of angle and curvature: a fifth of the angles, other ones for each curvature.
 *
 * @param size pixels along an edge
 * @param directions into how many directions angles are sorted; direction 0 is about angle 0
 * @param backdrop what is behind the curves
 */
public record CurveWorld(int size, int directions, Backdrop backdrop) {
    private static final int PATIENCE = 10_000;
    private static final int BANDS = 5;
    private static final double WIDTH = 2;
    private static final double CONTRAST = 0.25;

    public CurveWorld {
        if (size < 16 || directions < 2 || directions > 36) {
            throw new IllegalArgumentException("Curves need at least 16 pixels along an edge and 2 to 36 directions;"
                    + " got " + size + " pixels and " + directions + " directions.");
        }
    }

    /** Curves in eight directions. */
    public static CurveWorld of(int size) {
        return new CurveWorld(size, 8, Backdrop.textured());
    }

    /** The same with angles sorted into so many directions. */
    public CurveWorld directions(int count) {
        return new CurveWorld(size, count, backdrop);
    }

    /** The same before another backdrop. */
    public CurveWorld backdrop(Backdrop other) {
        return new CurveWorld(size, directions, other);
    }

    /** What the labels mean: the angle in the middle of each direction. */
    public List<String> classes() {
        return IntStream.range(0, directions)
                .mapToObj(d -> Math.round(360.0 * d / directions) + "°")
                .toList();
    }

    /** The direction that an angle in degrees belongs to. */
    public int direction(double angle) {
        return Math.floorMod((int) Math.floor(angle * directions / 360 + 0.5), directions);
    }

    /** Curves at any place, angle and curvature, as many of every direction. */
    public PictureSet pictures(Split split, int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("Ask for at least one picture; got " + count + ".");
        }
        Random random = Seeds.random(seed);
        List<Scene> scenes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Ink ground =
                    Ink.grey(backdrop.darkest() + random.nextDouble() * (backdrop.brightest() - backdrop.darkest()));
            CurveMark mark = anywhere(split, i % directions, random);
            Painted painted = new Painted(mark, Ink.unlike(ground, CONTRAST, false, random), direction(mark.angle()));
            scenes.add(new Scene(size, 1, ground, backdrop, random.nextLong(), List.of(painted), 0, false));
        }
        return PictureSet.of(scenes, classes());
    }

    private CurveMark anywhere(Split split, int direction, Random random) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            double turned = (direction - 0.5 + random.nextDouble()) * 360 / directions;
            double angle = turned < 0 ? turned + 360 : turned;
            double radius = size * (0.15 + 0.25 * random.nextDouble());
            double length = radius * Math.toRadians(80 + 60 * random.nextDouble());
            double x = random.nextDouble() * size;
            double y = random.nextDouble() * size;
            CurveMark mark = new CurveMark(x, y, radius, angle, length, WIDTH);
            if (mark.fits(size) && split(mark) == split) {
                return mark;
            }
        }
        throw new IllegalStateException(
                "Found no place for a curve in " + PATIENCE + " attempts, which no seed should come to.");
    }

    /** The split that a curve belongs to: by a fifth of its direction, and a fifth of the curvatures. */
    public Split split(CurveMark mark) {
        int part = (int) Math.floor((mark.angle() / 360 * directions + 0.5) * BANDS);
        int band = (int) Math.floor((mark.radius() / size - 0.15) / 0.25 * BANDS);
        return Math.floorMod(part + 2 * band, BANDS) == 0 ? Split.HELD_OUT : Split.TRAIN;
    }

    /**
     * White curves on black through the middle of the picture at so many equal steps of the full turn: a net's responses
     * to them are its radial tuning curve.
     *
     * @param radius of the curves, in pixels; infinite for straight lines, which look the same after half a turn
     */
    public PictureSet tuning(double radius, int angles) {
        double length = Math.min(size * 0.6, Double.isInfinite(radius) ? size : radius * Math.toRadians(120));
        double middle = size / 2.0;
        return stimuli(angles, angle -> new CurveMark(middle, middle, radius, angle, length, WIDTH));
    }

    /** Gratings at so many equal steps of the full turn. */
    public PictureSet gratings(double wavelength, int angles, double phase) {
        return stimuli(angles, angle -> new GratingMark(wavelength, angle, phase));
    }

    /** A mark for an angle in degrees. */
    private interface Stimulus {
        Mark at(double angle);
    }

    private PictureSet stimuli(int angles, Stimulus stimulus) {
        if (angles < 1) {
            throw new IllegalArgumentException("A tuning curve needs at least one angle; got " + angles + ".");
        }
        List<Scene> scenes = new ArrayList<>();
        for (int a = 0; a < angles; a++) {
            double angle = 360.0 * a / angles;
            Painted painted = new Painted(stimulus.at(angle), Ink.grey(1), direction(angle));
            scenes.add(new Scene(size, 1, Ink.grey(0), Backdrop.plain(), 0, List.of(painted), 0, false));
        }
        return PictureSet.of(scenes, classes());
    }
}
