package practicum.check;

import java.util.function.Supplier;
import practicum.nbformat.Notebook;
import practicum.runner.CellRunner;
import practicum.source.Practicum;

/**
 * The grading of attempts at one practicum: every attempt runs in a process of its own, and what its checks hand over
 * is compared, in this process, with what the same checks handed over in the solution.
 */
public final class Grading {
    private final Practicum practicum;
    private final AnswerKey key;
    private final Supplier<CellRunner> processes;

    private Grading(Practicum practicum, AnswerKey key, Supplier<CellRunner> processes) {
        this.practicum = practicum;
        this.key = key;
        this.processes = processes;
    }

    /** The grading of a practicum against its key. */
    public static Grading of(Practicum practicum, AnswerKey key, Supplier<CellRunner> processes) {
        return new Grading(practicum, key, processes);
    }

    /** The verdict on a notebook. */
    public Result grade(Notebook notebook) {
        return grade(Attempt.of(practicum, notebook));
    }

    /** The verdict on an attempt. */
    public Result grade(Attempt attempt) {
        try (var session = new Session(processes)) {
            return new Examination(practicum, key, attempt, session).result();
        }
    }
}
