package practicum.grade;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import practicum.check.Attempt;
import practicum.check.Flag;
import practicum.check.Grading;
import practicum.check.Result;
import practicum.check.Status;
import practicum.nbformat.Notebook;
import practicum.nbformat.NotebookException;
import practicum.nbformat.NotebookReader;
import practicum.release.IssuedPracticum;
import practicum.release.Origin;
import practicum.release.ReleaseRecords;
import practicum.runner.CellRunner;
import practicum.runner.KernelStartException;
import practicum.source.Practicum;

/** Makes a verdict of any file; nothing that is in it stops the grader. */
public final class Grader {
    private final Practicum practicum;
    private final Engine engine;
    private final Supplier<CellRunner> processes;
    private final Optional<Flag> remark;
    private final Optional<ReleaseRecords> releases;
    private final IssuedPracticum issued;

    /** The grading of attempts whose cells run in processes of this kind. */
    @FunctionalInterface
    public interface Engine {
        /** The grading of a student, who may have numbers of their own. */
        Grading of(String student, Supplier<CellRunner> processes);
    }

    /**
     * A grader.
     *
     * @param remark what every result is to say about where it was run
     * @param releases what the course has handed out; empty where that is not kept
     */
    public Grader(
            Practicum practicum,
            Engine engine,
            Supplier<CellRunner> processes,
            Optional<Flag> remark,
            Optional<ReleaseRecords> releases) {
        this.practicum = practicum;
        this.engine = engine;
        this.processes = processes;
        this.remark = remark;
        this.releases = releases;
        this.issued = IssuedPracticum.of(practicum);
    }

    /** What it grades. */
    Practicum practicum() {
        return practicum;
    }

    /** The verdict on what a student handed in. */
    Kept grade(Submission submission) {
        var answers = new AnswerLog(practicum);
        var result = result(submission, answers);
        return new Kept(remark.map(result::flagged).orElse(result), answers.entries());
    }

    private Result result(Submission submission, AnswerLog answers) {
        if (!submission.problem().isEmpty()) {
            return without(Status.INVALID_NOTEBOOK, submission.problem());
        }
        Notebook notebook;
        Attempt attempt;
        try {
            notebook = NotebookReader.read(submission.file(), practicum.stem() + ".ipynb");
            attempt = Attempt.of(practicum, notebook);
        } catch (NotebookException e) {
            return without(Status.INVALID_NOTEBOOK, String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return without(Status.GRADER_ERROR, "The grader could not read the notebook: " + e);
        }
        var result = graded(submission.student(), attempt, answers);
        return releases.flatMap(all -> Origin.of(notebook).difference(issued, all))
                .map(difference -> result.flagged(new Flag(Flag.Kind.OLD_RELEASE, difference)))
                .orElse(result);
    }

    private Result graded(String student, Attempt attempt, AnswerLog answers) {
        try {
            return engine.of(student, answers.of(processes)).grade(attempt);
        } catch (KernelStartException e) {
            return again(student, attempt, answers);
        } catch (RuntimeException e) {
            return without(Status.GRADER_ERROR, "The grader failed: " + e);
        }
    }

    /** A machine under load may fail to start a process once. */
    private Result again(String student, Attempt attempt, AnswerLog answers) {
        try {
            return engine.of(student, answers.of(processes)).grade(attempt);
        } catch (RuntimeException e) {
            return without(Status.GRADER_ERROR, "The grader failed twice: " + e);
        }
    }

    private Result without(Status status, String reason) {
        return new Result(
                practicum.stem(), status, reason, practicum.points(), List.of(), List.of(), List.of(), Duration.ZERO);
    }
}
