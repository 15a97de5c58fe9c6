package practicum.hub;

import java.time.Duration;

/**
 * How long to wait for a server, and how often to try.
 *
 * @param connect the longest wait for a connection
 * @param silence the longest wait for an answer, or for the next bytes of one
 * @param attempts how often to try in all, counted anew whenever something has arrived
 * @param firstPause the pause after the first failure; each further one is twice as long
 * @param longestPause the longest pause, also where the server asks for a longer one
 */
public record Patience(Duration connect, Duration silence, int attempts, Duration firstPause, Duration longestPause) {
    /** What suits the hub and ordinary networks. */
    public static final Patience NORMAL = new Patience(
            Duration.ofSeconds(10), Duration.ofSeconds(30), 6, Duration.ofSeconds(1), Duration.ofMinutes(5));

    Duration pause(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
