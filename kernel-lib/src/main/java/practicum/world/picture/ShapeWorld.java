package practicum.world.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import practicum.tensor.Seeds;
import practicum.world.Split;

/**
 * Pictures of shapes at any place, size, turn and brightness before clouds and noise, with exact masks: where a net that
 * names the shape should look. Held out are combinations of shape and place: a fifth of the places, other ones for each
 * shape, where a training picture never has it.
 *
 * <pre>{@code
 * ShapeWorld world = ShapeWorld.of(32);
 * Examples train = world.pictures(Split.TRAIN, 4000, 1).examples();
 * PictureSet scenes = world.scenes(Split.HELD_OUT, 2, 100, 2);   // two objects each, a mask for each
 * }</pre>
 *
 * @param size pixels along an edge
 * @param colored whether pictures have three channels or one
 * @param kinds the shapes; a shape's place among them is its label
 * @param smallest the least radius of a shape, in pixels
 * @param largest the greatest
 * @param contrast by how much a shape's ink differs from the ground at least, in one channel; above 0 and at most 0.5
 * @param backdrop what is behind the shapes
 */
public record ShapeWorld(
        int size,
        boolean colored,
        List<ShapeKind> kinds,
        double smallest,
        double largest,
        double contrast,
        Backdrop backdrop) {
    private static final int PATIENCE = 10_000;
    private static final double LEAST_RADIUS = 3;

    public ShapeWorld {
        kinds = List.copyOf(kinds);
        if (kinds.size() < 2 || kinds.stream().distinct().count() != kinds.size()) {
            throw new IllegalArgumentException("Name at least two different shapes; got " + kinds + ".");
        }
        if (!(smallest >= LEAST_RADIUS) || !(largest >= smallest)) {
            throw new IllegalArgumentException("Shapes have a radius of at least " + LEAST_RADIUS + " pixels, or they"
                    + " cannot be told apart, and the largest is not smaller than the smallest; got " + smallest
                    + " to " + largest + ".");
        }
        if (2 * largest + 1 > 0.75 * size) {
            throw new IllegalArgumentException("A shape of radius " + largest + " has hardly a place on " + size
                    + " pixels; its radius may be at most " + (0.75 * size - 1) / 2 + ".");
        }
        if (!(contrast > 0 && contrast <= 0.5)) {
            throw new IllegalArgumentException(
                    "The contrast is above 0 and at most 0.5, which every ground allows; got " + contrast + ".");
        }
    }

    /** All shapes in grey, with radii of a sixth to five sixteenths of the picture. */
    public static ShapeWorld of(int size) {
        return new ShapeWorld(
                size,
                false,
                List.of(ShapeKind.values()),
                Math.max(LEAST_RADIUS, size / 6.0),
                size * 5 / 16.0,
                0.25,
                Backdrop.textured());
    }

    /** The same in red, green and blue. */
    public ShapeWorld inColor() {
        return new ShapeWorld(size, true, kinds, smallest, largest, contrast, backdrop);
    }

    /** The same with these shapes. */
    public ShapeWorld kinds(ShapeKind... some) {
        return new ShapeWorld(size, colored, List.of(some), smallest, largest, contrast, backdrop);
    }

    /** The same with shapes of these radii. */
    public ShapeWorld radii(double least, double most) {
        return new ShapeWorld(size, colored, kinds, least, most, contrast, backdrop);
    }

    /** The same with shapes that stand out by so much at least. */
    public ShapeWorld contrast(double least) {
        return new ShapeWorld(size, colored, kinds, smallest, largest, least, backdrop);
    }

    /** The same before another backdrop. */
    public ShapeWorld backdrop(Backdrop other) {
        return new ShapeWorld(size, colored, kinds, smallest, largest, contrast, other);
    }

    /** What the labels mean, by number. */
    public List<String> classes() {
        return kinds.stream().map(ShapeKind::toString).toList();
    }

    /** Pictures of one shape each, as many of every class, without a stamp. */
    public PictureSet pictures(Split split, int count, long seed) {
        return drawn(split, 1, count, seed, label -> 0);
    }

    /** Pictures of one shape each, with a stamp that depends on the class. */
    public PictureSet pictures(Split split, int count, long seed, Watermark watermark) {
        if (watermark.label() >= kinds.size()) {
            throw new IllegalArgumentException(
                    "There is no class " + watermark.label() + " to stamp: classes are " + classes() + ", from 0.");
        }
        return drawn(split, 1, count, seed, watermark::chance);
    }

    /** A stamp that comes with a shape. */
    public Watermark watermark(ShapeKind kind, double strength) {
        if (!kinds.contains(kind)) {
            throw new IllegalArgumentException("There is no " + kind + " in this world to stamp, only " + kinds + ".");
        }
        return new Watermark(kinds.indexOf(kind), strength);
    }

    /**
     * Pictures of several different shapes that do not touch; each picture asks about one of them, drawn at random.
     *
     * @throws IllegalArgumentException if there are not so many shapes, or not room for them
     */
    public PictureSet scenes(Split split, int objects, int count, long seed) {
        if (objects < 1 || objects > kinds.size()) {
            throw new IllegalArgumentException("Objects of one picture are of different kinds, and this world has "
                    + kinds.size() + "; so ask for 1 to " + kinds.size() + " objects, not " + objects + ".");
        }
        return drawn(split, objects, count, seed, label -> 0);
    }

    /** The chance of a stamp, by the class. */
    private interface Stamping {
        double chance(int label);
    }

    private PictureSet drawn(Split split, int objects, int count, long seed, Stamping stamping) {
        if (count < 1) {
            throw new IllegalArgumentException("Ask for at least one picture; got " + count + ".");
        }
        Random random = Seeds.random(seed);
        List<Scene> scenes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double brightness = backdrop.darkest() + random.nextDouble() * (backdrop.brightest() - backdrop.darkest());
            Ink ground = Ink.grey(brightness);
            List<Painted> painted = painted(split, objects, i % kinds.size(), ground, random);
            int asked = random.nextInt(objects);
            boolean stamped =
                    random.nextDouble() < stamping.chance(painted.get(asked).label());
            scenes.add(new Scene(size, colored ? 3 : 1, ground, backdrop, random.nextLong(), painted, asked, stamped));
        }
        return PictureSet.of(scenes, classes());
    }

    private List<Painted> painted(Split split, int objects, int first, Ink ground, Random random) {
        List<Integer> labels = new ArrayList<>(List.of(first));
        while (labels.size() < objects) {
            int label = random.nextInt(kinds.size());
            if (!labels.contains(label)) {
                labels.add(label);
            }
        }
        List<ShapeMark> marks = places(split, labels, random);
        List<Painted> painted = new ArrayList<>();
        for (int o = 0; o < objects; o++) {
            painted.add(new Painted(marks.get(o), Ink.unlike(ground, contrast, colored, random), labels.get(o)));
        }
        return painted;
    }

    /** All are placed anew until no two touch: so all arrangements are equally likely. */
    private List<ShapeMark> places(Split split, List<Integer> labels, Random random) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            List<ShapeMark> marks = new ArrayList<>();
            for (int label : labels) {
                ShapeMark mark = anywhere(kinds.get(label), random);
                if (split(mark) == split && marks.stream().allMatch(mark::isClearOf)) {
                    marks.add(mark);
                }
            }
            if (marks.size() == labels.size()) {
                return marks;
            }
        }
        throw new IllegalArgumentException("No room for " + labels.size() + " shapes of radius " + smallest + " to "
                + largest + " on " + size + " pixels in the split " + split + ", after " + PATIENCE
                + " attempts. Ask for fewer or smaller shapes, or larger pictures.");
    }

    private ShapeMark anywhere(ShapeKind kind, Random random) {
        double radius = smallest + random.nextDouble() * (largest - smallest);
        double room = size - 2 * radius - 1;
        double x = radius + 0.5 + random.nextDouble() * room;
        double y = radius + 0.5 + random.nextDouble() * room;
        return new ShapeMark(kind, x, y, radius, random.nextDouble() * 360);
    }

    /** The split that a shape belongs to at its place: by which of 8 × 8 fields its middle is in. */
    public Split split(ShapeMark mark) {
        int column = (int) (8 * mark.x() / size);
        int row = (int) (8 * mark.y() / size);
        return (column + 2 * row + mark.kind().ordinal()) % 5 == 0 ? Split.HELD_OUT : Split.TRAIN;
    }
}
