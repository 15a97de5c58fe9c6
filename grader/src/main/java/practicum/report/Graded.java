package practicum.report;

import practicum.check.Result;

/**
 * A submission's verdict, with whose it is.
 *
 * @param student the student's name or id, as the submissions' folder has it
 * @param late whether it came after its time
 * @param result the verdict
 */
public record Graded(String student, boolean late, Result result) {}
