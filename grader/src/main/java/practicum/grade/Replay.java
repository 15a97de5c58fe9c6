package practicum.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import practicum.check.Result;
import practicum.check.Status;

/**
 * A receipt tried again.
 *
 * @param receipt what it says
 * @param remarks what is not as it was, or had to be done, and changes no verdict by itself
 * @param score the score now
 * @param differences what came to something else, in words; nothing where the verdict was reproduced
 */
public record Replay(Receipt receipt, List<String> remarks, double score, List<String> differences) {
    /** How often a verdict is made that a clock may have decided. */
    private static final int TRIES = 3;

    public Replay {
        remarks = List.copyOf(remarks);
        differences = List.copyOf(differences);
    }

    /** Whether score, status and every check are as the receipt has them. */
    public boolean reproduced() {
        return differences.isEmpty();
    }

    /**
     * The file that a receipt is about: named, or kept in the folder of results that the receipt lies in; nothing where
     * no notebook was handed in.
     */
    public static Optional<Path> submission(Receipt receipt, Path file, Path receiptFile) {
        if (receipt.isOfNothing()) {
            return Optional.empty();
        }
        Path kept = file.toString().isEmpty() ? kept(receipt, receiptFile) : file;
        try {
            String digest = Inputs.sha256(kept);
            if (!digest.equals(receipt.submission())) {
                throw new GradeException(kept + " is not what was graded: its digest is " + digest
                        + ", and the receipt's is " + receipt.submission() + ".");
            }
            return Optional.of(kept);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + kept, e);
        }
    }

    private static Path kept(Receipt receipt, Path receiptFile) {
        Path folder = receiptFile.toAbsolutePath().normalize().getParent();
        for (; folder != null; folder = folder.getParent()) {
            Path kept = Outbox.submission(folder, receipt.submission());
            if (Files.exists(kept)) {
                return kept;
            }
        }
        throw new GradeException("The submission " + receipt.submission()
                + " is not beside the receipt. Name the notebook with --submission.");
    }

    /**
     * Grades a receipt's submission again; more than once where then or now, and not both times, a clock ended it.
     *
     * @param file what was handed in; nothing where no notebook was
     */
    public static Replay of(Receipt receipt, Optional<Path> file, Grader grader) {
        var remarks = new ArrayList<String>();
        if (!receipt.jdk().equals(Receipt.runningJdk())) {
            remarks.add("Java was " + receipt.jdk() + " and is " + Receipt.runningJdk());
        }
        if (!receipt.system().equals(Receipt.runningSystem())) {
            remarks.add("The machine was " + receipt.system() + " and is " + Receipt.runningSystem());
        }
        var submission = file.map(path -> new Submission(receipt.student(), path, ""))
                .orElse(new Submission(receipt.student(), Path.of(""), receipt.reason()));
        var result = grader.grade(submission).result();
        int tries = 1;
        while (tries < TRIES && isByClock(receipt, result)) {
            result = grader.grade(submission).result();
            tries++;
        }
        if (tries > 1) {
            remarks.add("It was run " + tries + " times, because a clock or the grader had ended it, then or now, and"
                    + " not both times"
                    + MachineLoad.words().map(words -> ". " + words).orElse(""));
        }
        return new Replay(receipt, remarks, result.score(), differences(receipt, result));
    }

    /** Whether one of the two verdicts, and not the other, follows from how busy the machine was. */
    private static boolean isByClock(Receipt receipt, Result result) {
        boolean then = receipt.status().equals(Status.TIMEOUT.name());
        boolean now = result.status() == Status.TIMEOUT;
        return then != now || result.status() == Status.GRADER_ERROR;
    }

    private static List<String> differences(Receipt receipt, Result result) {
        var differences = new ArrayList<String>();
        if (!result.status().name().equals(receipt.status())) {
            differences.add("status: " + receipt.status() + " then, " + result.status() + " now");
        }
        if (!Receipt.checks(result).equals(receipt.checks())) {
            differences.addAll(lines(receipt.outcomes(), Receipt.outcomes(result)));
        }
        if (result.score() != receipt.score()) {
            differences.add("score: " + receipt.score() + " then, " + result.score() + " now");
        }
        return differences;
    }

    private static List<String> lines(List<String> then, List<String> now) {
        if (then.isEmpty()) {
            return List.of("checks: not all alike; the receipt is too old to say which");
        }
        var gone = new LinkedHashSet<>(then);
        now.forEach(gone::remove);
        var fresh = new LinkedHashSet<>(now);
        then.forEach(fresh::remove);
        var lines = new ArrayList<String>();
        gone.forEach(line -> lines.add("then: " + line));
        fresh.forEach(line -> lines.add("now:  " + line));
        return lines.isEmpty() ? List.of("checks: in another order") : lines;
    }
}
