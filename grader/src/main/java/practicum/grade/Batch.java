package practicum.grade;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import practicum.check.Status;
import practicum.gradebook.Attempt;
import practicum.gradebook.Gradebook;
import practicum.gradebook.Verdict;
import practicum.inbox.Naming;
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
     * @param lateByFileDates how many of these are late by them
     * @param strangers who is in the list of arrivals, and neither handed in nor is on the roster
     */
    public record Summary(
            int students,
            int graded,
            Map<Status, Integer> statuses,
            double mean,
            int byFileDates,
            int lateByFileDates,
            List<String> strangers) {
        public Summary {
            strangers = List.copyOf(strangers);
            statuses = java.util.Collections.unmodifiableMap(new TreeMap<>(statuses));
        }
    }

    /** Refuses folders between which nothing can be graded; writes nothing. */
    public static void requireFolders(String stem, Path submissions, Path out) {
        Inbox.of(submissions, stem, Naming.none());
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
        var outbox = Outbox.in(out);
        try (var book = Gradebook.open(Outbox.gradebook(out))) {
            var all = Inbox.of(submissions, practicum.stem(), new RosterNaming(book));
            var strangers = lateness.strangers(handedIn(all), book);
            book.know(practicum.stem(), practicum.about().title(), practicum.points());
            lateness.tell(book, practicum.stem());
            var graded = new AtomicInteger();
            List<String> failures = new ArrayList<>(Parallel.each(
                    "Grading " + practicum.stem(),
                    all,
                    jobs,
                    Submission::student,
                    submission -> graded.addAndGet(one(submission, book, outbox) ? 1 : 0)));
            try {
                outbox.writeAll(book, practicum.stem());
            } catch (UncheckedIOException e) {
                failures.add("the table of all, " + e.getMessage());
            }
            if (!failures.isEmpty()) {
                throw new GradeException("Not everything could be done: " + String.join("; ", failures)
                        + ". All the others are graded and kept; mend that and run it again.");
            }
            return summary(book, graded.get(), strangers);
        }
    }

    private static Set<String> handedIn(List<Submission> all) {
        return all.stream().map(Submission::student).collect(Collectors.toSet());
    }

    /** How many submissions are graded at a time. */
    int jobs() {
        return jobs;
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
            if (before.isPresent()) {
                requireVerdict(verdict);
            }
            book.record(verdict, before.map(old -> why(old, verdict)).orElse("first time"));
        }
        new Standings(book, stem)
                .of(book.roster().of(submission.student()))
                .ifPresent(standing ->
                        outbox.write(standing, grader.practicum().about().title()));
        return !same;
    }

    /** A failure of the grader's own replaces no verdict. */
    static void requireVerdict(Verdict verdict) {
        if (verdict.status().equals(Status.GRADER_ERROR.name())) {
            throw new GradeException("the grader failed, and the former verdict stays: "
                    + Kept.fromJson(verdict.result()).result().reason());
        }
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

    private Summary summary(Gradebook book, int graded, List<String> strangers) {
        var statuses = new EnumMap<Status, Integer>(Status.class);
        double[] sum = new double[1];
        int[] byFileDates = new int[2];
        boolean timed = book.deadlines().policy(grader.practicum().stem()).due() != null;
        new Standings(book, grader.practicum().stem()).each(standing -> {
            statuses.merge(standing.graded().result().status(), 1, Integer::sum);
            sum[0] += standing.graded().result().score();
            var received = standing.verdict().attempt().received();
            int byFile = timed && received.isByFileDate() ? 1 : 0;
            byFileDates[0] += byFile;
            byFileDates[1] += standing.graded().late() ? byFile : 0;
        });
        int students = statuses.values().stream().mapToInt(Integer::intValue).sum();
        double mean = students == 0 ? 0 : sum[0] / students;
        return new Summary(students, graded, statuses, mean, byFileDates[0], byFileDates[1], strangers);
    }
}
