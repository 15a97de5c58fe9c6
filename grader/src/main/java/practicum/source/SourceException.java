package practicum.source;

import java.util.List;
import java.util.stream.Collectors;

/** A source, or the course around it, that cannot be read; the message says where, what and how to mend it. */
public final class SourceException extends RuntimeException {
    private final transient List<Problem> problems;

    /** One failure that has no place in a file. */
    public SourceException(String message) {
        super(message);
        this.problems = List.of();
    }

    /** Everything that is wrong with one source. */
    public SourceException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the lines; empty where the failure has no place in a file. */
    public List<Problem> problems() {
        return problems;
    }
}
