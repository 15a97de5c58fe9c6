package practicum.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import practicum.check.Result;
import practicum.check.WrittenResult;
import practicum.gradebook.Comment;
import practicum.gradebook.Mark;
import practicum.gradebook.Student;
import practicum.gradebook.Timeliness;
import practicum.source.Digest;

/**
 * The attempt of a student that counts, with all that was said of it.
 *
 * @param who whose it is
 * @param attempt its number among the student's; 0 where nobody counted
 * @param result the verdict
 * @param time whether it came in time, and what it lost otherwise
 * @param marks per question answered in words what a person gave for this answer
 * @param comments what persons wrote about it
 */
public record Graded(
        Student who, int attempt, Result result, Timeliness time, Map<String, Mark> marks, List<Comment> comments) {
    public Graded {
        marks = Map.copyOf(marks);
        comments = List.copyOf(comments);
    }

    /** A verdict that stands alone. */
    public static Graded of(String student, boolean late, Result result) {
        var time = late ? new Timeliness(1, 0, false) : Timeliness.PUNCTUAL;
        return new Graded(Student.of(student), 0, result, time, Map.of(), List.of());
    }

    /** The id of the student, as the submissions' folder has it. */
    public String student() {
        return who.id();
    }

    /** Whether it came after its time. */
    public boolean late() {
        return time.isLate();
    }

    /** The points for answers in words, as far as they are marked. */
    public double written() {
        return marks.values().stream().mapToDouble(Mark::points).sum();
    }

    /** The points without those that lateness lost. */
    public double earned() {
        return result.score() + written();
    }

    /** The points that count. */
    public double total() {
        return Math.max(0, earned() - time.penalty());
    }

    /** Whether no person has to read anything more. */
    public boolean isFinal() {
        return result.written().stream().allMatch(answer -> !needsMark(answer));
    }

    /** What a person gave for an answer. */
    public Optional<Mark> mark(WrittenResult answer) {
        return Optional.ofNullable(marks.get(answer.id()));
    }

    /** Whether a person has to read an answer: it is not empty, and nobody has. */
    public boolean needsMark(WrittenResult answer) {
        return !answer.text().isBlank() && !marks.containsKey(answer.id());
    }

    /** The digest by which an answer in words is known again. */
    public static String digest(WrittenResult answer) {
        return Digest.sha256(answer.text().strip());
    }
}
