package practicum.grade;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /**
     * Whom the list of arrivals names and nobody knows.
     *
     * @param handedIn who has handed in now
     * @throws GradeException where somebody is said to be late whom nobody knows
     */
    List<String> strangers(Set<String> handedIn, Gradebook book) {
        Set<String> known = new HashSet<>(handedIn);
        book.roster().all().forEach(student -> known.add(student.id()));
        for (String student : students) {
            if (!known.contains(student)) {
                throw new GradeException("--late " + student
                        + ": nobody of this id has handed in or is in the gradebook." + " Nothing was graded.");
            }
        }
        return arrivals.times().keySet().stream()
                .filter(student -> !known.contains(student))
                .sorted()
                .toList();
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
