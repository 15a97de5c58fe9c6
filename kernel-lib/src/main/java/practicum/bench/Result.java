package practicum.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured of a case.
 *
 * @param benchCase the case
 * @param timings every measurement, by the way it was done
 * @param flopLimit milliseconds that its matrix products need at the machine's best rate; absent where its limit is
 *     measured, or there is none
 * @param disagreement the largest difference between what the naive way and ours came to, as a share of the largest
 *     number; absent where they cannot be compared
 * @param byWall whether ratios are of the time that passed, and not of the calling thread's processor time
 */
public record Result(
        BenchCase benchCase,
        Map<Role, List<Timing>> timings,
        OptionalDouble flopLimit,
        OptionalDouble disagreement,
        boolean byWall) {
    /** The median of a way's measurements. */
    public Optional<Timing> median(Role role) {
        return Optional.ofNullable(timings.get(role)).map(Timing::median);
    }

    /** Milliseconds of a way, of the kind that ratios are made of. */
    public OptionalDouble milliseconds(Role role) {
        Optional<Timing> median = median(role);
        if (median.isPresent()) {
            return OptionalDouble.of(byWall ? median.get().wall() : median.get().cpu());
        }
        return role == Role.LIMIT ? flopLimit : OptionalDouble.empty();
    }

    /** How many limits ours takes, or how many times ours the naive way takes; absent where there is none. */
    public OptionalDouble ratio(Role versus) {
        OptionalDouble other = milliseconds(versus);
        OptionalDouble ours = milliseconds(Role.OURS);
        if (other.isEmpty() || ours.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                versus == Role.LIMIT
                        ? ours.getAsDouble() / other.getAsDouble()
                        : other.getAsDouble() / ours.getAsDouble());
    }

    /** How far our slowest measurement is from our fastest, as a share of the median. */
    public double spread() {
        return Timing.spread(timings.getOrDefault(Role.OURS, List.of()), byWall ? Timing::wall : Timing::cpu);
    }

    /** Whether the aim is reached; absent where there is none. */
    public Optional<Boolean> meetsAim() {
        return benchCase.aimed().flatMap(aim -> {
            OptionalDouble ratio = ratio(aim.versus());
            return ratio.isPresent() ? Optional.of(aim.isMet(ratio.getAsDouble())) : Optional.empty();
        });
    }
}
