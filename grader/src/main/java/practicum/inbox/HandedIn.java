package practicum.inbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What one student handed in.
 *
 * @param student the student's id, as the folder, the file name or the platform's list has it
 * @param attempt which of the student's attempts it is, counted from 1
 * @param late whether the platform marked it late
 * @param file where the notebook is, or should be
 * @param problem why there is nothing to grade, or empty
 * @param received when the platform says that it was handed in, where it does
 */
public record HandedIn(
        String student, int attempt, boolean late, Path file, String problem, Optional<Instant> received) {
    HandedIn(String student, int attempt, boolean late, Path file, String problem) {
        this(student, attempt, late, file, problem, Optional.empty());
    }
}
