package practicum.gradebook;

import com.google.gson.Gson;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What lateness costs, and which attempt counts.
 *
 * @param due when submissions are due, in milliseconds since 1970; null where nothing is ever late
 * @param graceMinutes how long after that nothing is lost
 * @param perDay what each day or part of a day costs
 * @param percent whether that is in hundredths of the practicum's points, instead of in points
 * @param days after how many days nothing is earned; null where the last day never comes
 * @param counts which of several attempts counts
 */
public record LatePolicy(
        @Nullable Long due, long graceMinutes, double perDay, boolean percent, @Nullable Integer days, Counts counts) {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final Gson GSON = new Gson();
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx '('VV')'", Locale.ROOT);

    /** Which attempt counts. */
    public enum Counts {
        LAST,
        BEST
    }

    public LatePolicy {
        if (graceMinutes < 0 || !(perDay >= 0) || days != null && days < 0) {
            throw new GradebookException("A late policy has no negative numbers: grace " + graceMinutes + " minutes, "
                    + perDay + " a day, " + days + " days.");
        }
    }

    /** Nothing is late, and the last attempt counts. */
    public static LatePolicy none() {
        return new LatePolicy(null, 0, 0, false, null, Counts.LAST);
    }

    /** The same with another time when submissions are due. */
    public LatePolicy withDue(Instant time) {
        return new LatePolicy(time.toEpochMilli(), graceMinutes, perDay, percent, days, counts);
    }

    /**
     * How late a submission is, and what that costs.
     *
     * @param extension until when this student may hand in, where that is longer
     * @param saidLate whether somebody, or a platform, said that it is late; who hands in within an extension is not
     * @param max the practicum's points
     */
    public Timeliness of(Instant submitted, Optional<Instant> extension, boolean saidLate, double max) {
        long late = due == null ? 0 : Math.max(0, submitted.toEpochMilli() - limit(due, extension));
        boolean within = late <= Duration.ofMinutes(graceMinutes).toMillis();
        boolean excused = extension.filter(until -> !submitted.isAfter(until)).isPresent();
        int least = saidLate && !excused ? 1 : 0;
        int count = Math.max(within ? 0 : (int) Math.min(Integer.MAX_VALUE, (late + DAY - 1) / DAY), least);
        if (count == 0) {
            return Timeliness.PUNCTUAL;
        }
        boolean over = days != null && count > days;
        double cost = over ? max : count * (percent ? perDay / 100 * max : perDay);
        return new Timeliness(count, Math.min(max, cost), over);
    }

    private static long limit(long due, Optional<Instant> extension) {
        return Math.max(due, extension.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE));
    }

    String toJson() {
        return GSON.toJson(this);
    }

    static LatePolicy fromJson(String json) {
        return json.isEmpty() ? none() : GSON.fromJson(json, LatePolicy.class);
    }

    /** A time as this machine's clock shows it, with its zone, because those who read it may live in another. */
    public static String shown(Instant time) {
        return SHOWN.format(time.atZone(ZoneId.systemDefault()));
    }

    @Override
    public String toString() {
        String cost = perDay == 0
                ? "nothing is lost"
                : Double.toString(perDay).replaceFirst("\\.0$", "")
                        + (percent ? " % of the points" : perDay == 1 ? " point" : " points")
                        + (!percent && perDay == 1 ? " a day is lost" : " a day are lost");
        return (due == null ? "no due time" : "due " + shown(Instant.ofEpochMilli(due)))
                + (graceMinutes == 0 ? "" : ", " + graceMinutes + " minutes of grace")
                + ", then " + cost
                + (days == null ? "" : ", all after " + days + " days")
                + "; the " + (counts == Counts.BEST ? "best" : "last") + " attempt counts";
    }
}
