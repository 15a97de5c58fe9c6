package practicum.grade;

import java.nio.file.Path;

/**
 * What one student handed in.
 *
 * @param student the student's id
 * @param file where the notebook should be
 * @param problem why there is nothing to grade, or empty
 * @param late whether the platform that it comes from marked it late
 */
record Submission(String student, Path file, String problem, boolean late) {
    Submission(String student, Path file, String problem) {
        this(student, file, problem, false);
    }
}
