package practicum.gradebook;

import java.time.Instant;

/**
 * What grading made of an attempt.
 *
 * @param attempt whose verdict it is
 * @param inputs the digest of all that it follows from
 * @param graded when it was made
 * @param score the points without those that persons give
 * @param status how the grading went
 * @param result all of it, as JSON
 * @param receipt what it was made with, as JSON
 */
public record Verdict(
        Attempt attempt, String inputs, Instant graded, double score, String status, String result, String receipt) {}
