package practicum.grade;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import practicum.check.Attempt;
import practicum.check.Flag;
import practicum.check.Grading;
import practicum.check.Result;
import practicum.check.Status;
import practicum.nbformat.NotebookException;
import practicum.nbformat.NotebookReader;
import practicum.progress.Progress;
import practicum.report.Graded;
import practicum.runner.KernelStartException;
import practicum.source.Practicum;

/** The grading of a whole class: several at a time, each written as soon as it is done, none able to stop the rest. */
public final class Batch {
    private final Practicum practicum;
    private final Grading grading;
    private final Lateness lateness;
    private final Optional<Flag> remark;
    private final int jobs;

    /**
     * A batch.
     *
     * @param remark what every result is to say about where it was run
     * @param jobs how many submissions are graded at a time
     */
    public Batch(Practicum practicum, Grading grading, Lateness lateness, Optional<Flag> remark, int jobs) {
        this.practicum = practicum;
        this.grading = grading;
        this.lateness = lateness;
        this.remark = remark;
        this.jobs = jobs;
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

    /** Grades every submission in a folder and writes the results to another. */
    public List<Graded> grade(Path submissions, Path out) {
        requireFolders(practicum.stem(), submissions, out);
        var all = Inbox.of(submissions, practicum.stem());
        var outbox = Outbox.in(out);
        var pool = Executors.newFixedThreadPool(jobs);
        try (var progress = Progress.start("Grading " + practicum.stem(), all.size())) {
            List<Future<Graded>> running = new ArrayList<>();
            for (Submission submission : all) {
                running.add(pool.submit(() -> {
                    var graded = graded(submission);
                    outbox.write(graded, practicum.about().title());
                    progress.note(graded.result().status().name());
                    progress.advance(1);
                    return graded;
                }));
            }
            var done = new ArrayList<Graded>();
            for (Future<Graded> each : running) {
                done.add(await(each));
            }
            outbox.write(done);
            return done;
        } finally {
            pool.shutdownNow();
        }
    }

    private Graded graded(Submission submission) {
        var result = result(submission);
        return new Graded(
                submission.student(),
                lateness.isLate(submission),
                remark.map(result::flagged).orElse(result));
    }

    private Result result(Submission submission) {
        if (!submission.problem().isEmpty()) {
            return without(Status.INVALID_NOTEBOOK, submission.problem());
        }
        Attempt attempt;
        try {
            String shown =
                    Objects.requireNonNull(submission.file().getFileName()).toString();
            attempt = Attempt.of(practicum, NotebookReader.read(submission.file(), shown));
        } catch (NotebookException e) {
            return without(Status.INVALID_NOTEBOOK, String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            return without(Status.GRADER_ERROR, "The grader could not read the notebook: " + e);
        }
        try {
            return grading.grade(attempt);
        } catch (KernelStartException e) {
            return again(attempt);
        } catch (RuntimeException e) {
            return without(Status.GRADER_ERROR, "The grader failed: " + e);
        }
    }

    /** A machine under load may fail to start a process once. */
    private Result again(Attempt attempt) {
        try {
            return grading.grade(attempt);
        } catch (RuntimeException e) {
            return without(Status.GRADER_ERROR, "The grader failed twice: " + e);
        }
    }

    private Result without(Status status, String reason) {
        return new Result(
                practicum.stem(), status, reason, practicum.points(), List.of(), List.of(), List.of(), Duration.ZERO);
    }

    private static Graded await(Future<Graded> graded) {
        try {
            return graded.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GradeException("Grading was interrupted. What is written so far is whole; run it again.");
        } catch (ExecutionException e) {
            throw new GradeException("Grading stopped: " + e.getCause() + ". What is written so far is whole.");
        }
    }
}
