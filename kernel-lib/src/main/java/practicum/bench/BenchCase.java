package practicum.bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work, the ways to do it, and what is aimed at. {@link #of} begins one.
 *
 * @param name what it is called on the command line and in tables
 * @param flops floating-point operations of its matrix products, from which its limit follows; 0 where that is measured,
 *     or there is none
 * @param aim what it is to reach; null where nothing is said
 * @param elsewhere whether it is done by another process, so that only the wall clock can tell
 * @param works the ways to do it
 */
public record BenchCase(String name, double flops, @Nullable Aim aim, boolean elsewhere, Map<Role, Work> works) {
    static BenchCase of(String name, Work ours) {
        return new BenchCase(name, 0, null, false, Map.of(Role.OURS, ours));
    }

    static BenchCase elsewhere(String name, Work ours) {
        return new BenchCase(name, 0, null, true, Map.of(Role.OURS, ours));
    }

    BenchCase withFlops(double count) {
        return new BenchCase(name, count, aim, elsewhere, works);
    }

    BenchCase aiming(Aim newAim) {
        return new BenchCase(name, flops, newAim, elsewhere, works);
    }

    BenchCase naively(Work work) {
        return with(Role.NAIVE, work);
    }

    BenchCase limitedBy(Work work) {
        return with(Role.LIMIT, work);
    }

    private BenchCase with(Role role, Work work) {
        Map<Role, Work> more = new EnumMap<>(works);
        more.put(role, work);
        return new BenchCase(name, flops, aim, elsewhere, more);
    }

    Optional<Aim> aimed() {
        return Optional.ofNullable(aim);
    }
}
