package practicum.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random choices from lists. */
public final class Draw {
    private Draw() {}

    /** One of them, all equally likely. */
    public static <T> T one(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** One that is not {@code other}. */
    public static <T> T another(List<T> from, T other, Random random) {
        T drawn = one(from, random);
        while (drawn.equals(other)) {
            drawn = one(from, random);
        }
        return drawn;
    }

    /** Some of them, all different, in random order. */
    public static <T> List<T> some(int count, List<T> from, Random random) {
        List<T> shuffled = new ArrayList<>(from);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, count));
    }

    /** All of them in random order. */
    public static <T> List<T> shuffled(List<T> all, Random random) {
        return some(all.size(), all, random);
    }

    /** An integer from {@code least} to {@code most}, both included. */
    public static int between(int least, int most, Random random) {
        return least + random.nextInt(most - least + 1);
    }
}
