package practicum.world.causal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.world.Split;

/**
 * Two pairs of objects: are both pairs the same within, or both not? (Geiger et al. 2023, arXiv 2303.02536.) An object is
 * a random vector. The held-out objects never occur in training, so who answers for them compares and does not recall.
 */
public final class HierarchicalEquality {
    private final int trained;
    private final Tensor objects;

    private HierarchicalEquality(int trained, Tensor objects) {
        this.trained = trained;
        this.objects = objects;
    }

    /**
     * The task with random objects.
     *
     * @param trained how many objects there are for training, at least 2
     * @param heldOut how many others there are for testing, at least 2
     * @param dimensions the length of an object's vector
     */
    public static HierarchicalEquality of(int trained, int heldOut, int dimensions, long seed) {
        if (trained < 2 || heldOut < 2 || dimensions < 1) {
            throw new IllegalArgumentException(
                    "Equality takes two objects at least for training and two for testing, of"
                            + " one dimension at least; got " + trained + ", " + heldOut + " and " + dimensions + ".");
        }
        Tensor objects = Tensor.randn(seed, trained + heldOut, dimensions);
        return new HierarchicalEquality(trained, objects.named("object", "dimension"));
    }

    /** The right model: left = (a is b), right = (c is d), same = (left is right). */
    public static CausalModel model() {
        return CausalModel.of("hierarchical equality", "a", "b", "c", "d")
                .truth("left", in -> in.get("a") == in.get("b"))
                .truth("right", in -> in.get("c") == in.get("d"))
                .truth("same", in -> in.get("left") == in.get("right"));
    }

    /** A wrong one with the same answers: it carries the first object along and compares late. */
    public static CausalModel firstObject() {
        return CausalModel.of("first object", "a", "b", "c", "d")
                .variable("first", in -> in.get("a"))
                .truth("same", in -> (in.get("first") == in.get("b")) == (in.get("c") == in.get("d")));
    }

    /** So many inputs: each of the four cases of left and right is drawn equally often. */
    public List<Setting> inputs(Split split, int count, long seed) {
        Random random = Seeds.random(seed);
        List<Setting> inputs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            inputs.add(input(split, i % 2 == 0, i / 2 % 2 == 0, random));
        }
        return List.copyOf(inputs);
    }

    private Setting input(Split split, boolean left, boolean right, Random random) {
        return input(split, object(split, random), object(split, random), left, right, random);
    }

    private Setting input(Split split, int a, int c, boolean left, boolean right, Random random) {
        int b = left ? a : another(split, a, random);
        int d = right ? c : another(split, c, random);
        return Setting.of("a", a).with("b", b).with("c", c).with("d", d);
    }

    private int object(Split split, Random random) {
        return split == Split.TRAIN ? random.nextInt(trained) : trained + random.nextInt(objects.size(0) - trained);
    }

    private int another(Split split, int object, Random random) {
        int other = object(split, random);
        while (other == object) {
            other = object(split, random);
        }
        return other;
    }

    /**
     * Pairs of inputs in which one variable of a model is interchanged; every second one changes the answer. In half of the
     * sources a is the base's b, and in half c its d: an object that is carried along then makes pairs same as often as it
     * makes them differ.
     */
    public List<InterchangeExample> interchanges(
            CausalModel model, String variable, Split split, int count, long seed) {
        return InterchangeExamples.draw(
                model,
                variable,
                random -> input(split, random.nextBoolean(), random.nextBoolean(), random),
                (base, random) -> source(split, base, random),
                count,
                seed);
    }

    private Setting source(Split split, Setting base, Random random) {
        int a = random.nextBoolean() ? base.get("b") : object(split, random);
        int c = random.nextBoolean() ? base.get("d") : object(split, random);
        return input(split, a, c, random.nextBoolean(), random.nextBoolean(), random);
    }

    /** The objects' vectors [object, dimension], those for training first. */
    public Tensor objects() {
        return objects;
    }

    /** What a network sees: the four objects' vectors one after the other [input, 4 · dimensions]. */
    public Tensor tensor(List<Setting> inputs) {
        int[] ids = inputs.stream()
                .flatMapToInt(in -> List.of("a", "b", "c", "d").stream().mapToInt(in::get))
                .toArray();
        return objects.take(0, ids).reshape(inputs.size(), 4L * objects.size(1)).named("input", "value");
    }
}
