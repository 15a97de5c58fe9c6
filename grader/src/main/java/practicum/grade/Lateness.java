package practicum.grade;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import practicum.gradebook.Gradebook;
import practicum.gradebook.Received;
import practicum.gradebook.Received.Witness;

/**
 * Who is late, as it is said when grading starts; the gradebook keeps it.
 *
 * @param due when submissions were due, in this machine's time zone; null where the gradebook's policy stays
 * @param students students who are late whatever their files say
 * @param arrivals when students handed in, where the instructor knows
 */
public record Lateness(@Nullable LocalDateTime due, List<String> students, Arrivals arrivals) {
    public Lateness {
        students = List.copyOf(students);
    }

    /** Nothing is said. */
    public static Lateness unsaid() {
        return new Lateness(null, List.of(), Arrivals.none());
    }

    void tell(Gradebook book, String stem) {
        if (due != null) {
            var deadlines = book.deadlines();
            var time = due.atZone(ZoneId.systemDefault()).toInstant();
            deadlines.setPolicy(stem, deadlines.policy(stem).withDue(time));
        }
        students.forEach(student -> book.deadlines().sayLate(student, stem));
    }

    /**
     * When something was handed in, by the best witness that there is.
     *
     * @param fileTime what the file itself says
     */
    Received received(Submission submission, Instant fileTime) {
        Optional<Received> said = arrivals.of(submission.student()).map(time -> new Received(time, Witness.INSTRUCTOR));
        return said.or(() -> submission.received().map(time -> new Received(time, Witness.PLATFORM)))
                .orElse(Received.byFile(fileTime));
    }
}
