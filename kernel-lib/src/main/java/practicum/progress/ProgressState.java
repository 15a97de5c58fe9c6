package practicum.progress;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a computation is at one moment.
 *
 * @param what what is being done, as in "Training world"
 * @param unit what is counted
 * @param before the steps that had been taken before the start; part of {@code done}, not of the rate
 * @param done the steps taken
 * @param total the steps in all; 0 where nobody knows
 * @param elapsed the time since the start
 * @param note the latest remark, or ""
 * @param over whether the computation has ended, whole or not
 */
public record ProgressState(
        String what,
        ProgressUnit unit,
        long before,
        long done,
        long total,
        Duration elapsed,
        String note,
        boolean over) {
    private static final double MIN_SECONDS = 0.05;

    /** The part that is done, from 0 to 1; empty where the total is unknown. */
    public Optional<Double> fraction() {
        return total <= 0 ? Optional.empty() : Optional.of(Math.min(1.0, (double) done / total));
    }

    /** Whether all steps were taken. */
    public boolean complete() {
        return over && (total <= 0 || done >= total);
    }

    /** Steps a second, on average. */
    public double rate() {
        double seconds = elapsed.toNanos() / 1e9;
        return seconds < MIN_SECONDS ? 0 : (done - before) / seconds;
    }

    /** The time that the rest takes at the average rate; empty while that cannot be told. */
    public Optional<Duration> remaining() {
        double rate = rate();
        return over || total <= 0 || rate <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) (Math.max(0, total - done) / rate * 1000)));
    }

    /** Everything but the bar: {@code 45 %, 450 of 1,000, 12.5/s, 44 s left, loss 2.31}, or in bytes. */
    public String details() {
        var text = new StringBuilder();
        fraction().ifPresent(part -> text.append((int) Math.floor(part * 100)).append(" %, "));
        text.append(unit.amount(done, total));
        if (rate() > 0) {
            text.append(", ").append(unit.perSecond(rate()));
        }
        remaining().ifPresent(left -> text.append(", ").append(words(left)).append(" left"));
        if (over) {
            text.append(complete() ? ", done in " : ", stopped after ").append(words(elapsed));
        }
        return note.isEmpty() ? text.toString() : text.append(", ").append(note).toString();
    }

    /** A duration for people: {@code 7 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
    static String words(Duration duration) {
        long seconds = (duration.toMillis() + 500) / 1000;
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? "%d min %d s".formatted(seconds / 60, seconds % 60)
                : "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60);
    }
}
