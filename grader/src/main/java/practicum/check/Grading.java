package practicum.check;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import practicum.nbformat.Notebook;
import practicum.runner.CellRunner;
import practicum.runner.Limits;
import practicum.source.Practicum;

/**
 * The grading of attempts at one practicum: every attempt runs in a process of its own, and what its checks hand over
 * is compared, in this process, with what the same checks handed over in the solution.
 */
public final class Grading {
    private final Practicum practicum;
    private final Function<Practicum, AnswerKey> keys;
    private final Supplier<CellRunner> processes;
    private final Allowance allowance;
    private final boolean twice;

    private Grading(
            Practicum practicum,
            Function<Practicum, AnswerKey> keys,
            Supplier<CellRunner> processes,
            Allowance allowance,
            boolean twice) {
        this.practicum = practicum;
        this.keys = keys;
        this.processes = processes;
        this.allowance = allowance;
        this.twice = twice;
    }

    /**
     * The grading of a practicum whose variants have keys of their own.
     *
     * @param keys the key of the practicum in one of its variants; asked for once each
     */
    public static Grading of(Practicum practicum, Function<Practicum, AnswerKey> keys, Supplier<CellRunner> processes) {
        var known = new ConcurrentHashMap<Practicum, AnswerKey>();
        return new Grading(
                practicum,
                variant -> known.computeIfAbsent(variant, keys),
                processes,
                Allowance.of(Limits.standard()),
                false);
    }

    /** The grading of a student, by the student's own variant; who that is, the roster says, and never the notebook. */
    public Grading of(String student) {
        return new Grading(practicum.of(student), keys, processes, allowance, twice);
    }

    /** The grading of a practicum against its key. */
    public static Grading of(Practicum practicum, AnswerKey key, Supplier<CellRunner> processes) {
        return new Grading(practicum, any -> key, processes, Allowance.of(Limits.standard()), false);
    }

    /** The same grading with another allowance for each submission. */
    public Grading within(Allowance other) {
        return new Grading(practicum, keys, processes, other, twice);
    }

    /** The verdict on a notebook. */
    public Result grade(Notebook notebook) {
        return grade(Attempt.of(practicum, notebook));
    }

    /** The same grading, in which every submission runs twice, and what is right only once is not right. */
    public Grading twice() {
        return new Grading(practicum, keys, processes, allowance, true);
    }

    /** The verdict on an attempt. */
    public Result grade(Attempt attempt) {
        return twice ? Repetition.of(run(attempt), run(attempt)) : run(attempt);
    }

    private Result run(Attempt attempt) {
        try (var session = new Session(processes, allowance)) {
            return new Examination(practicum, keys.apply(practicum), attempt, session).result();
        }
    }
}
