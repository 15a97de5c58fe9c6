package practicum.grade;

import java.nio.file.Path;

/**
 * What one student handed in.
 *
 * @param student the name of the student's folder
 * @param file where the notebook should be
 * @param problem why there is nothing to grade, or empty
 */
record Submission(String student, Path file, String problem) {}
