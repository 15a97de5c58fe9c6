package practicum.grade;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What one student handed in.
 *
 * @param student the student's id
 * @param file where the notebook should be
 * @param problem why there is nothing to grade, or empty
 * @param late whether the platform that it comes from marked it late
 * @param received when that platform says that it was handed in, where it does
 */
record Submission(String student, Path file, String problem, boolean late, Optional<Instant> received) {
    Submission(String student, Path file, String problem) {
        this(student, file, problem, false, Optional.empty());
    }
}
