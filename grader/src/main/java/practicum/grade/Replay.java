package practicum.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A receipt tried again.
 *
 * @param receipt what it says
 * @param differing which inputs are not here as the receipt has them
 * @param remarks what else is not as it was, and changes no verdict by itself
 * @param score the score now
 * @param reproduced whether score, status and every check are as the receipt has them
 */
public record Replay(Receipt receipt, List<String> differing, List<String> remarks, double score, boolean reproduced) {
    public Replay {
        differing = List.copyOf(differing);
        remarks = List.copyOf(remarks);
    }

    /** The file that a receipt is about: named, or kept in the folder of results that the receipt lies in. */
    public static Path submission(Receipt receipt, Path file, Path receiptFile) {
        Path kept = file;
        if (file.toString().isEmpty()) {
            Path folder = receiptFile.toAbsolutePath().normalize().getParent();
            for (; folder != null; folder = folder.getParent()) {
                if (Files.exists(Outbox.submission(folder, receipt.submission()))) {
                    break;
                }
            }
            if (folder == null) {
                throw new GradeException("The submission " + receipt.submission()
                        + " is not beside the receipt. Name the notebook with --submission.");
            }
            kept = Outbox.submission(folder, receipt.submission());
        }
        try {
            String digest = Inputs.sha256(kept);
            if (!digest.equals(receipt.submission())) {
                throw new GradeException(kept + " is not what was graded: its digest is " + digest
                        + ", and the receipt's is " + receipt.submission() + ".");
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + kept, e);
        }
    }

    /** Grades a receipt's submission again. */
    public static Replay of(Receipt receipt, Path file, Inputs now, Grader grader) {
        var differing = receipt.inputs().differing(now);
        var remarks = new ArrayList<String>();
        if (!receipt.jdk().equals(Receipt.runningJdk())) {
            remarks.add("Java was " + receipt.jdk() + " and is " + Receipt.runningJdk());
        }
        if (!receipt.system().equals(Receipt.runningSystem())) {
            remarks.add("The machine was " + receipt.system() + " and is " + Receipt.runningSystem());
        }
        var result = grader.grade(new Submission(receipt.student(), file, "")).result();
        boolean same = Receipt.checks(result).equals(receipt.checks())
                && result.score() == receipt.score()
                && result.status().name().equals(receipt.status());
        return new Replay(receipt, differing, remarks, result.score(), same);
    }
}
