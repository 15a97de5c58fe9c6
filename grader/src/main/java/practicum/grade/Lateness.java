package practicum.grade;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import practicum.gradebook.Gradebook;

/**
 * Who is late, as it is said when grading starts; the gradebook keeps it.
 *
 * @param due when submissions were due, in this machine's time zone; null where the gradebook's policy stays
 * @param students students who are late whatever their files say
 */
public record Lateness(@Nullable LocalDateTime due, List<String> students) {
    public Lateness {
        students = List.copyOf(students);
    }

    void tell(Gradebook book, String stem) {
        if (due != null) {
            var time = due.atZone(ZoneId.systemDefault()).toInstant();
            book.setPolicy(stem, book.policy(stem).withDue(time));
        }
        students.forEach(student -> book.sayLate(student, stem));
    }
}
