package practicum.check;

import java.util.Optional;
import java.util.Set;
import practicum.nbformat.Output;
import practicum.runner.CellOutcome;

/** Why a cell did not run to its end, as a sentence for the student. */
final class Failures {
    /** What is said of a cell that holds its stub. */
    static final String TO_DO = "The exercise is still to do.";

    private static final int LONGEST = 600;

    /** The exceptions whose names help and tell nothing: few, and thrown by what students call. */
    private static final Set<String> WELL_KNOWN = Set.of(
            "ArithmeticException",
            "ArrayIndexOutOfBoundsException",
            "ClassCastException",
            "HookException",
            "IllegalArgumentException",
            "IllegalStateException",
            "IndexOutOfBoundsException",
            "ModelException",
            "NegativeArraySizeException",
            "NoSuchElementException",
            "NullPointerException",
            "NumberFormatException",
            "OutOfMemoryError",
            "StackOverflowError",
            "StringIndexOutOfBoundsException",
            "TensorException",
            "TokenException",
            "UndefinedName",
            "UnsupportedOperationException");

    private Failures() {}

    /** The failure of a cell that did not end well. */
    static String of(CellOutcome outcome) {
        return failure(outcome).map(Failures::sentence).orElseGet(() -> PlainText.of(outcome.detail(), LONGEST));
    }

    /**
     * Only the kind of failure, in words that are all the grader's own. What a hidden check asks, the code under it knows
     * and could tell its author in any word that it chooses: a message, the name of a class, a status to exit with.
     */
    static String kind(CellOutcome outcome) {
        return failure(outcome)
                .map(failure -> switch (failure.ename()) {
                    case "CompileError" -> "Your code and the check do not fit together: it did not compile.";
                    case "NotImplemented" -> TO_DO;
                    default -> "It throws " + known(failure.ename()) + ".";
                })
                .orElseGet(() -> ending(outcome));
    }

    private static String known(String exception) {
        return WELL_KNOWN.contains(exception) ? exception : "an exception";
    }

    private static String ending(CellOutcome outcome) {
        return switch (outcome.status()) {
            case KERNEL_DIED -> "The process ended.";
            case OK, ERROR -> "It fails.";
            // These name a limit, or how many processes have ended, and nothing that a cell has said.
            case TIMEOUT, KILLED_MEMORY, KILLED_DISK, OUTPUT_LIMIT, NOT_RUN -> PlainText.of(outcome.detail(), LONGEST);
        };
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
