package practicum.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is late.
 *
 * @param due when submissions were due, in this machine's time zone; null where files' times do not matter
 * @param students students who are late whatever their files say
 */
public record Lateness(@Nullable LocalDateTime due, List<String> students) {
    public Lateness {
        students = List.copyOf(students);
    }

    boolean isLate(Submission submission) {
        return students.contains(submission.student()) || due != null && changedAfter(submission, due);
    }

    private static boolean changedAfter(Submission submission, LocalDateTime time) {
        try {
            var changed = Files.getLastModifiedTime(submission.file()).toInstant();
            return changed.isAfter(time.atZone(ZoneId.systemDefault()).toInstant());
        } catch (IOException e) {
            return false;
        }
    }
}
