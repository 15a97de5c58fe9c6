package practicum.gradebook;

import java.time.Instant;

/**
 * One version of a practicum that a student handed in.
 *
 * @param id the gradebook's own number for it
 * @param student whose it is
 * @param stem the practicum
 * @param number counted from 1 per student and practicum
 * @param submission the SHA-256 digest of what was handed in
 * @param received when it was handed in, and who says so
 */
public record Attempt(long id, String student, String stem, int number, String submission, Received received) {
    /** When it was handed in. */
    public Instant submitted() {
        return received.time();
    }
}
