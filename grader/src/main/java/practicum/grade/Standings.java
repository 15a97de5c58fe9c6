package practicum.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import practicum.check.Result;
import practicum.check.WrittenResult;
import practicum.gradebook.Attempt;
import practicum.gradebook.Comment;
import practicum.gradebook.Gradebook;
import practicum.gradebook.LatePolicy;
import practicum.gradebook.Mark;
import practicum.gradebook.Student;
import practicum.gradebook.Verdict;
import practicum.report.Graded;

/** Which attempt of every student counts, with marks, comments and what lateness cost. */
public final class Standings {
    private final Gradebook book;
    private final String stem;
    private final LatePolicy policy;
    private final List<Comment> comments;

    /** Those of a practicum. */
    public Standings(Gradebook book, String stem) {
        this.book = book;
        this.stem = stem;
        this.policy = book.deadlines().policy(stem);
        this.comments = book.comments().on(stem);
    }

    /** Everybody who was graded, one after another by id. */
    public void each(Consumer<Standing> to) {
        for (Student student : book.roster().all()) {
            of(student).ifPresent(to);
        }
    }

    /**
     * The attempt that counts.
     *
     * @param graded what it came to
     * @param verdict what the gradebook has of it
     * @param kept what was handed over
     */
    public record Standing(Graded graded, Verdict verdict, Kept kept) {}

    /** The standing of one student, if any attempt was graded. */
    public Optional<Standing> of(Student student) {
        Comparator<Standing> order =
                Comparator.comparingInt(standing -> standing.verdict().attempt().number());
        if (policy.counts() == LatePolicy.Counts.BEST) {
            order = Comparator.<Standing>comparingDouble(
                            standing -> standing.graded().total())
                    .thenComparing(order);
        }
        return book.attempts(stem, Optional.of(student.id())).stream()
                .flatMap(attempt -> book.verdict(attempt).stream())
                .map(verdict -> standing(student, verdict))
                .max(order);
    }

    private Standing standing(Student student, Verdict verdict) {
        var kept = Kept.fromJson(verdict.result());
        var attempt = verdict.attempt();
        return new Standing(graded(student, attempt, kept), verdict, kept);
    }

    private Graded graded(Student student, Attempt attempt, Kept kept) {
        return new Graded(
                student,
                attempt.number(),
                kept.result(),
                book.timeliness(attempt),
                marks(student, kept.result()),
                comments(student, kept));
    }

    /** The marks for the answers of this attempt; those for other words do not count. */
    private Map<String, Mark> marks(Student student, Result result) {
        var marks = new HashMap<String, Mark>();
        for (Mark mark : book.marks().of(student.id(), stem)) {
            result.written().stream()
                    .filter(answer -> answer.id().equals(mark.question()))
                    .filter(answer -> Graded.digest(answer).equals(mark.answer()))
                    .map(WrittenResult::id)
                    .forEach(id -> marks.put(id, mark));
        }
        return marks;
    }

    private List<Comment> comments(Student student, Kept kept) {
        var mine = new ArrayList<Comment>();
        for (Comment comment : comments) {
            if (comment.student().equals(student.id()) || isShared(comment, kept)) {
                mine.add(comment);
            }
        }
        return mine;
    }

    /** How many students gave the answer that a comment for all of them is about. */
    public int readers(Comment comment) {
        var count = new AtomicInteger();
        each(standing -> count.addAndGet(isShared(comment, standing.kept()) ? 1 : 0));
        return count.get();
    }

    private static boolean isShared(Comment comment, Kept kept) {
        return comment.student().isEmpty()
                && Stream.ofNullable(kept.answers().get(comment.topic()))
                        .anyMatch(entry -> entry.digest().equals(comment.answer()));
    }
}
