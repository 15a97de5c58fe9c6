package practicum.world.picture;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import practicum.net.Examples;
import practicum.plot.Figure;
import practicum.plot.Plot;
import practicum.tensor.Tensor;
import tech.tablesaw.api.Table;

/** Pictures with all that there is to know about them. */
public final class PictureSet {
    private final List<Scene> scenes;
    private final List<String> classes;
    private final Tensor tensor;

    private PictureSet(List<Scene> scenes, List<String> classes) {
        this.scenes = List.copyOf(scenes);
        this.classes = List.copyOf(classes);
        tensor = drawn(this.scenes);
    }

    /**
     * Draws scenes, all of one size and with as many channels.
     *
     * @param classes what the labels mean, by number
     */
    public static PictureSet of(List<Scene> scenes, List<String> classes) {
        if (scenes.isEmpty()) {
            throw new IllegalArgumentException("There are no pictures to draw; ask for at least one.");
        }
        Scene first = scenes.get(0);
        for (Scene scene : scenes) {
            if (scene.size() != first.size() || scene.channels() != first.channels()) {
                throw new IllegalArgumentException("Pictures of one set have one size and as many channels; got "
                        + first.size() + " pixels with " + first.channels() + " channels, and " + scene.size()
                        + " with " + scene.channels() + ".");
            }
            if (scene.objects().stream().anyMatch(each -> each.label() < 0 || each.label() >= classes.size())) {
                throw new IllegalArgumentException("Labels are 0 to " + (classes.size() - 1) + ", for the classes "
                        + classes + "; got " + scene.objects() + ".");
            }
        }
        return new PictureSet(scenes, classes);
    }

    private static Tensor drawn(List<Scene> scenes) {
        int size = scenes.get(0).size();
        int channels = scenes.get(0).channels();
        float[] pixels = new float[Math.multiplyExact(scenes.size(), channels * size * size)];
        for (int i = 0; i < scenes.size(); i++) {
            float[] one = scenes.get(i).pixels();
            System.arraycopy(one, 0, pixels, i * one.length, one.length);
        }
        return Tensor.of(pixels, scenes.size(), channels, size, size).named("picture", "channel", "y", "x");
    }

    /** What was drawn, picture by picture. */
    public List<Scene> scenes() {
        return scenes;
    }

    /** What the labels mean, by number. */
    public List<String> classes() {
        return classes;
    }

    /** How many pictures there are. */
    public int size() {
        return scenes.size();
    }

    /** The pixels, 0 to 1 [picture, channel, y, x]. */
    public Tensor tensor() {
        return tensor;
    }

    /** For each picture the class of the object that it asks about. */
    public long[] labels() {
        return scenes.stream().mapToLong(Scene::label).toArray();
    }

    /** The pictures with those labels, to train and test a net on. */
    public Examples examples() {
        return Examples.of(tensor, labels());
    }

    /** The pictures with, for each class, 1 if an object of it is there and else 0: what can be asked of two objects. */
    public Examples presence() {
        float[] there = new float[size() * classes.size()];
        for (int i = 0; i < size(); i++) {
            for (Painted object : scenes.get(i).objects()) {
                there[i * classes.size() + object.label()] = 1;
            }
        }
        return new Examples(tensor, Tensor.of(there, size(), classes.size()).named("picture", "class"));
    }

    /** 1 where the object that is asked about can be seen and else 0 [picture, y, x]. */
    public Tensor masks() {
        return masks(scene -> scene.mask(scene.asked()));
    }

    /** 1 where one of the objects, by its number, can be seen and else 0 [picture, y, x]. */
    public Tensor masks(int object) {
        return masks(scene -> scene.mask(object));
    }

    /** 1 where the stamp is and else 0 [picture, y, x]. */
    public Tensor stampMasks() {
        return masks(Scene::stampMask);
    }

    private Tensor masks(Function<Scene, boolean[]> mask) {
        int edge = scenes.get(0).size();
        float[] values = new float[Math.multiplyExact(size(), edge * edge)];
        for (int i = 0; i < size(); i++) {
            boolean[] one = mask.apply(scenes.get(i));
            for (int at = 0; at < one.length; at++) {
                values[i * one.length + at] = one[at] ? 1 : 0;
            }
        }
        return Tensor.of(values, size(), edge, edge).named("picture", "y", "x");
    }

    /** The same pictures, all with or all without the stamp: what a net says then tells whether it looks at it. */
    public PictureSet watermarked(boolean stamped) {
        return redrawn(scene -> scene.watermarked(stamped));
    }

    /** The same pictures, each asked about the object of this number. */
    public PictureSet asking(int object) {
        return redrawn(scene -> scene.asking(object));
    }

    private PictureSet redrawn(UnaryOperator<Scene> change) {
        return new PictureSet(scenes.stream().map(change).toList(), classes);
    }

    /** Some of the pictures, in this order. */
    public PictureSet take(int... pictures) {
        return new PictureSet(IntStream.of(pictures).mapToObj(scenes::get).toList(), classes);
    }

    /** One row for each object: where it is, how it looks, how many pixels show it, and whether it is asked about. */
    public Table table() {
        return SceneTable.of(scenes, classes);
    }

    /** The first pictures side by side, at most so many, under their classes. */
    public Figure figure(int most) {
        int shown = Math.min(most, size());
        IntFunction<String> label = i -> classes.get(scenes.get(i).label());
        return Plot.pictures(
                tensor.narrow(0, 0, shown),
                IntStream.range(0, shown).mapToObj(label).toList());
    }

    @Override
    public String toString() {
        return "PictureSet[" + size() + " pictures " + tensor + " of " + classes + "]";
    }
}
