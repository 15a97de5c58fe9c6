package practicum.grade;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import practicum.check.Status;
import practicum.gradebook.Attempt;
import practicum.gradebook.Gradebook;
import practicum.gradebook.Verdict;
import practicum.progress.Progress;
import practicum.source.Practicum;

/**
 * The grading of a whole class: several at a time, each in the gradebook as soon as it is done, none able to stop the
 * rest. What was graded before from the same inputs is not graded again.
 */
public final class Batch {
    private final Grader grader;
    private final Inputs inputs;
    private final String place;
    private final Lateness lateness;
    private final int jobs;

    /**
     * A batch.
     *
     * @param inputs what verdicts follow from beside the submissions
     * @param place where submissions run, in words
     * @param jobs how many submissions are graded at a time
     */
    public Batch(Grader grader, Inputs inputs, String place, Lateness lateness, int jobs) {
        this.grader = grader;
        this.inputs = inputs;
        this.place = place;
        this.lateness = lateness;
        this.jobs = jobs;
    }

    /**
     * What a batch came to.
     *
     * @param students how many have a verdict
     * @param graded how many submissions were graded now
     * @param statuses how often each way of ending came
     * @param mean the mean score
     * @param byFileDates of how many submissions only the files' own dates say when they were handed in, where that counts
     */
    public record Summary(int students, int graded, Map<Status, Integer> statuses, double mean, int byFileDates) {
        public Summary {
            statuses = java.util.Collections.unmodifiableMap(new TreeMap<>(statuses));
        }
    }

    /** Refuses folders between which nothing can be graded; writes nothing. */
    public static void requireFolders(String stem, Path submissions, Path out) {
        Inbox.of(submissions, stem);
        if (out.toAbsolutePath()
                .normalize()
                .startsWith(submissions.toAbsolutePath().normalize())) {
            throw new GradeException("The results would lie among the submissions: " + out + " is inside " + submissions
                    + ". Name another folder with --out.");
        }
        Outbox.requireWritable(out);
    }

    /** Grades every submission in a folder that is new, or whose inputs changed, and writes the results to another. */
    public Summary grade(Path submissions, Path out) {
        Practicum practicum = grader.practicum();
        requireFolders(practicum.stem(), submissions, out);
        var all = Inbox.of(submissions, practicum.stem());
        var outbox = Outbox.in(out);
        try (var book = Gradebook.open(Outbox.gradebook(out))) {
            book.know(practicum.stem(), practicum.about().title(), practicum.points());
            lateness.tell(book, practicum.stem());
            List<String> failures = new ArrayList<>();
            int graded = grade(all, book, outbox, failures);
            try {
                outbox.writeAll(book, practicum.stem());
            } catch (UncheckedIOException e) {
                failures.add("the table of all, " + e.getMessage());
            }
            if (!failures.isEmpty()) {
                throw new GradeException("Not everything could be done: " + String.join("; ", failures)
                        + ". All the others are graded and kept; mend that and run it again.");
            }
            return summary(book, graded);
        }
    }

    /** Grades all; what goes wrong with one is told when all are done. */
    private int grade(List<Submission> all, Gradebook book, Outbox outbox, List<String> failures) {
        var graded = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(jobs);
        try (var progress = Progress.start("Grading " + grader.practicum().stem(), all.size())) {
            List<Future<?>> running = new ArrayList<>();
            for (Submission submission : all) {
                running.add(pool.submit(() -> {
                    if (one(submission, book, outbox)) {
                        graded.incrementAndGet();
                    }
                    progress.advance(1);
                }));
            }
            for (int i = 0; i < all.size(); i++) {
                String student = all.get(i).student();
                failure(running.get(i)).ifPresent(why -> failures.add(student + ", " + why));
            }
            return graded.get();
        } finally {
            pool.shutdownNow();
        }
    }

    /** Grades one submission, unless that was done. */
    private boolean one(Submission given, Gradebook book, Outbox outbox) {
        String stem = grader.practicum().stem();
        var handed = outbox.take(given);
        var submission = handed.submission();
        if (!submission.problem().isEmpty()
                && !book.attempts(stem, Optional.of(submission.student())).isEmpty()) {
            // Their notebook is gone, but what they handed in before is graded and kept.
            return false;
        }
        var attempt =
                book.attempt(submission.student(), stem, handed.digest(), lateness.received(given, handed.time()));
        if (given.late()) {
            book.deadlines().sayLate(submission.student(), stem);
        }
        var before = book.verdict(attempt);
        boolean same = before.filter(verdict -> verdict.inputs().equals(inputs.with(handed.digest())))
                .filter(verdict -> !verdict.status().equals(Status.GRADER_ERROR.name()))
                .isPresent();
        if (!same) {
            var verdict = verdict(attempt, submission);
            book.record(verdict, before.map(old -> why(old, verdict)).orElse("first time"));
        }
        new Standings(book, stem)
                .of(book.roster().of(submission.student()))
                .ifPresent(standing ->
                        outbox.write(standing, grader.practicum().about().title()));
        return !same;
    }

    /** The verdict on an attempt, not yet in any gradebook. */
    Verdict verdict(Attempt attempt, Submission submission) {
        var kept = grader.grade(submission);
        var result = kept.result();
        var now = Instant.now();
        var receipt = new Receipt(
                attempt.student(),
                attempt.stem(),
                attempt.number(),
                attempt.submission(),
                inputs,
                grader.practicum().about().seed(),
                grader.practicum().of(attempt.student()).chosenVariant(),
                Receipt.runningJdk(),
                Receipt.runningSystem(),
                place,
                result.score(),
                result.max(),
                result.status().name(),
                result.reason(),
                Receipt.checks(result),
                Receipt.outcomes(result),
                now.toString());
        return new Verdict(
                attempt,
                inputs.with(attempt.submission()),
                now,
                result.score(),
                result.status().name(),
                kept.toJson(),
                receipt.toJson());
    }

    /** Why an attempt was graded again. */
    private static String why(Verdict old, Verdict fresh) {
        if (old.status().equals(Status.GRADER_ERROR.name())) {
            return "the grader had failed";
        }
        var changed = Receipt.fromJson(old.receipt(), "The old verdict")
                .inputs()
                .differing(Receipt.fromJson(fresh.receipt(), "The new verdict").inputs());
        return "changed: " + String.join(", ", changed);
    }

    private Summary summary(Gradebook book, int graded) {
        var statuses = new EnumMap<Status, Integer>(Status.class);
        double[] sum = new double[1];
        int[] byFileDates = new int[1];
        boolean timed = book.deadlines().policy(grader.practicum().stem()).due() != null;
        new Standings(book, grader.practicum().stem()).each(standing -> {
            statuses.merge(standing.graded().result().status(), 1, Integer::sum);
            sum[0] += standing.graded().result().score();
            var received = standing.verdict().attempt().received();
            byFileDates[0] += timed && received.isByFileDate() ? 1 : 0;
        });
        int students = statuses.values().stream().mapToInt(Integer::intValue).sum();
        return new Summary(students, graded, statuses, students == 0 ? 0 : sum[0] / students, byFileDates[0]);
    }

    private static Optional<String> failure(Future<?> graded) {
        try {
            graded.get();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GradeException("Grading was interrupted. What is graded so far is kept; run it again.");
        } catch (ExecutionException e) {
            return Optional.of(String.valueOf(e.getCause()));
        }
    }
}
