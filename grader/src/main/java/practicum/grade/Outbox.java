package practicum.grade;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import practicum.gradebook.Gradebook;
import practicum.report.FeedbackPage;
import practicum.report.GradesCsv;
import practicum.report.ResultJson;
import practicum.source.Digest;

/**
 * The folder of a class's results: the gradebook, what was handed in, and the files that are made from both. Each file
 * appears whole or not at all.
 */
public final class Outbox {
    /** As much as any honest notebook, pictures included; the reader refuses more. */
    private static final long LARGEST = 64L << 20;

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:01Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private final Path folder;

    private Outbox(Path folder) {
        this.folder = folder;
    }

    /** The folder, made where it is not there. */
    public static Outbox in(Path folder) {
        requireWritable(folder);
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".grade", ".tmp"));
            return new Outbox(folder);
        } catch (IOException e) {
            throw new GradeException("Cannot write to " + folder + " (" + e.getMessage()
                    + "). Name a folder with --out where you may write.");
        }
    }

    /** Refuses a folder that is none or cannot be made; makes nothing. */
    static void requireWritable(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            throw new GradeException("Cannot write to " + folder + ": " + there + " is "
                    + (Files.isDirectory(there) ? "read-only for you" : "no folder")
                    + ". Name a folder with --out where you may write.");
        }
    }

    /** The gradebook of a folder of results. */
    public static Path gradebook(Path folder) {
        return folder.resolve("gradebook.db");
    }

    /** Where a submission is kept, by its digest. */
    public static Path submission(Path folder, String digest) {
        return folder.resolve("submissions").resolve(digest + ".ipynb");
    }

    /** Takes what was handed in: a copy of it, by its digest, which nobody changes while it is graded. */
    Handed take(Submission submission) {
        if (!submission.problem().isEmpty()) {
            return Handed.nothing(submission);
        }
        Path draft = null;
        try {
            if (Files.size(submission.file()) > LARGEST) {
                return Handed.nothing(new Submission(
                        submission.student(),
                        submission.file(),
                        "The file is larger than " + (LARGEST >> 20) + " MB. Clear its outputs and hand it in again."));
            }
            draft = draft(submission(folder, "0"));
            Files.copy(submission.file(), draft, StandardCopyOption.REPLACE_EXISTING);
            var time = date(submission.file());
            String digest = Inputs.sha256(draft);
            Path kept = submission(folder, digest);
            Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Handed(new Submission(submission.student(), kept, ""), digest, time);
        } catch (IOException e) {
            discard(draft);
            if (Files.isReadable(submission.file())) {
                throw new UncheckedIOException("Cannot keep " + submission.file() + " in " + folder, e);
            }
            return Handed.nothing(new Submission(
                    submission.student(), submission.file(), "The file cannot be read: " + e.getMessage() + "."));
        }
    }

    /** The date of a file, which its owner can set to any: what is outside of the years that calendars know is cut off. */
    private static Instant date(Path file) throws IOException {
        Instant time = Files.getLastModifiedTime(file).toInstant();
        return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
    }

    private static void discard(@Nullable Path draft) {
        try {
            if (draft != null) {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + draft, e);
        }
    }

    /**
     * What was handed in.
     *
     * @param submission the copy that is graded, or why there is none
     * @param digest of its bytes, or of why there are none
     * @param time when it was handed in
     */
    record Handed(Submission submission, String digest, Instant time) {
        static Handed nothing(Submission submission) {
            return new Handed(submission, Digest.sha256(submission.problem()), Instant.EPOCH);
        }
    }

    /** Writes one student's result, feedback and receipt. */
    void write(Standings.Standing standing, String title) {
        var graded = standing.graded();
        String stem = graded.result().practicum();
        String student = FileName.of(graded.student());
        write(folder.resolve("results").resolve(student).resolve(stem + ".json"), ResultJson.of(graded));
        write(folder.resolve("feedback").resolve(student).resolve(stem + ".html"), FeedbackPage.of(graded, title));
        write(
                folder.resolve("receipts").resolve(student).resolve(stem + ".json"),
                standing.verdict().receipt());
    }

    /** Writes every student's files in one practicum anew where they are not as the gradebook has it, and the table of all. */
    public void writeAll(Gradebook book, String stem) {
        writeAll(book, List.of(stem));
    }

    /**
     * Writes every student's files in some practicums anew where they are not as the gradebook has it, and the table of
     * all practicums.
     */
    public void writeAll(Gradebook book, Collection<String> stems) {
        List<UncheckedIOException> failures = new ArrayList<>();
        Path table = folder.resolve("grades.csv");
        try {
            Path draft = draft(table);
            try (BufferedWriter writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                writer.write(GradesCsv.header());
                for (String stem : book.stems()) {
                    String title = book.title(stem);
                    new Standings(book, stem).each(standing -> {
                        append(writer, GradesCsv.row(standing.graded()));
                        if (stems.contains(stem)) {
                            tryToWrite(standing, title, failures);
                        }
                    });
                }
            }
            Files.move(draft, table, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + table, e);
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    /** Notes what cannot be written, so that the others' files are. */
    private void tryToWrite(Standings.Standing standing, String title, List<UncheckedIOException> failures) {
        try {
            write(standing, title);
        } catch (UncheckedIOException e) {
            failures.add(e);
        }
    }

    private static void append(BufferedWriter writer, String row) {
        try {
            writer.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file where it does not hold this text already. */
    public static void write(Path file, String text) {
        try {
            if (Files.exists(file)
                    && Files.size(file) == text.getBytes(StandardCharsets.UTF_8).length
                    && Files.readString(file).equals(text)) {
                return;
            }
            Path draft = draft(file);
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static Path draft(Path file) throws IOException {
        Path parent = Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.createTempFile(parent, ".grade", ".tmp");
    }
}
