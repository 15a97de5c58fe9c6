package practicum.grade;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import practicum.check.CheckResult;
import practicum.check.Result;
import practicum.source.Digest;

/**
 * What a verdict was made from and with, so that anybody with the same files can make it again.
 *
 * @param student whose submission it was
 * @param practicum its stem
 * @param attempt its number among the student's
 * @param submission its SHA-256 digest
 * @param inputs what else the verdict follows from
 * @param seed what the practicum's randomness starts from
 * @param variant whose numbers the student had, where the practicum has variants; else 0
 * @param jdk the Java that ran it
 * @param system the machine that it ran on
 * @param place how it was confined
 * @param score the points that it got without those of persons
 * @param max what can be earned
 * @param status how the grading went
 * @param reason why, in a sentence, where the status is not {@code OK}; else empty
 * @param checks the digest of every check's outcome and points
 * @param outcomes every check's outcome and points; empty in receipts of before they were noted
 * @param graded when
 */
public record Receipt(
        String student,
        String practicum,
        int attempt,
        String submission,
        Inputs inputs,
        long seed,
        int variant,
        String jdk,
        String system,
        String place,
        double score,
        double max,
        String status,
        String reason,
        String checks,
        List<String> outcomes,
        String graded) {
    private static final Gson GSON = new GsonBuilder()
            .setFormattingStyle(FormattingStyle.PRETTY)
            .disableHtmlEscaping()
            .create();

    /** What a file lacks is empty. */
    public Receipt {
        reason = reason == null ? "" : reason;
        outcomes = outcomes == null ? List.of() : List.copyOf(outcomes);
    }

    /** What ran the cells of every verdict of this process. */
    static String runningJdk() {
        return System.getProperty("java.vendor") + " " + Runtime.version();
    }

    /** The machine that every verdict of this process is made on. */
    static String runningSystem() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
    }

    /** What every check of a result came to. */
    static List<String> outcomes(Result result) {
        return result.checks().map(Receipt::line).toList();
    }

    /** The digest of what every check of a result came to. */
    static String checks(Result result) {
        var text = new StringBuilder();
        outcomes(result).forEach(line -> text.append(line).append('\n'));
        return Digest.sha256(text.toString());
    }

    /** Whether there was no notebook to run: then the digest is of the reason for that. */
    boolean isOfNothing() {
        return submission.equals(Digest.sha256(reason)) && !reason.isEmpty();
    }

    /** Whether every cell ran twice. */
    public boolean twice() {
        return inputs.limits().endsWith(Inputs.TWICE);
    }

    /** How long a cell was allowed to run. */
    public Duration cellTime() {
        String seconds = inputs.limits().replaceFirst(" .*", "");
        return Duration.ofSeconds(seconds.matches("\\d{1,6}") ? Long.parseLong(seconds) : 60);
    }

    static String line(CheckResult check) {
        return check.id() + " " + check.outcome() + " " + check.earned() + " of " + check.points();
    }

    /** The file's text. */
    public String toJson() {
        return GSON.toJson(this) + "\n";
    }

    /** A receipt in a text. */
    static Receipt fromJson(String json, String shown) {
        try {
            var receipt = GSON.fromJson(json, Receipt.class);
            var needed = receipt == null ? null : receipt.inputs();
            if (receipt == null || needed == null || receipt.submission() == null) {
                throw new GradeException(shown + " is no receipt of a grading.");
            }
            return receipt;
        } catch (JsonParseException e) {
            throw new GradeException(shown + " is no receipt of a grading: " + e.getMessage());
        }
    }

    /** Reads a receipt. */
    public static Receipt read(Path file) {
        try {
            return fromJson(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new GradeException("Cannot read the receipt " + file + ": " + e.getMessage() + ".");
        }
    }
}
