package practicum.gradebook;

/**
 * How late a submission was, and what that cost.
 *
 * @param days how many days or parts of days; 0 where it was in time
 * @param penalty the points that it lost
 * @param tooLate whether it earns nothing for that
 */
public record Timeliness(int days, double penalty, boolean tooLate) {
    /** In time. */
    public static final Timeliness PUNCTUAL = new Timeliness(0, 0, false);

    /** Whether it came after its time. */
    public boolean isLate() {
        return days > 0;
    }
}
