package practicum.check;

import java.util.Optional;
import practicum.nbformat.Output;
import practicum.runner.CellOutcome;

/** Why a cell did not run to its end, as a sentence for the student. */
final class Failures {
    /** What is said of a cell that holds its stub. */
    static final String TO_DO = "The exercise is still to do.";

    private static final int LONGEST = 600;

    private Failures() {}

    /** The failure of a cell that did not end well. */
    static String of(CellOutcome outcome) {
        return failure(outcome).map(Failures::sentence).orElseGet(() -> PlainText.of(outcome.detail(), LONGEST));
    }

    /** Only the kind of failure, without a word that could tell what the cell asked. */
    static String kind(CellOutcome outcome) {
        return failure(outcome)
                .map(failure -> failure.ename().equals("CompileError")
                        ? "Your code and the check do not fit together: it did not compile."
                        : failure.ename().equals("NotImplemented")
                                ? TO_DO
                                : "It throws " + PlainText.of(failure.ename(), 80) + ".")
                .orElseGet(() -> PlainText.of(outcome.detail(), LONGEST));
    }

    private static Optional<Output.Failure> failure(CellOutcome outcome) {
        return outcome.status() != CellOutcome.Status.ERROR
                ? Optional.empty()
                : outcome.outputs().stream()
                        .filter(Output.Failure.class::isInstance)
                        .map(Output.Failure.class::cast)
                        .findFirst();
    }

    private static String sentence(Output.Failure failure) {
        String message = PlainText.of(failure.evalue(), LONGEST);
        return switch (failure.ename()) {
            case "CompileError" -> "It does not compile: " + message;
            case "NotImplemented" -> TO_DO;
            default -> "It throws " + PlainText.of(failure.ename(), 80) + (message.isEmpty() ? "." : ": " + message);
        };
    }
}
