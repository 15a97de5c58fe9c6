package practicum.grade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import practicum.report.FeedbackPage;
import practicum.report.Graded;
import practicum.report.GradesCsv;
import practicum.report.ResultJson;

/** The folder of results. Each file appears whole or not at all. */
final class Outbox {
    private final Path folder;

    private Outbox(Path folder) {
        this.folder = folder;
    }

    /** The folder, made where it is not there. */
    static Outbox in(Path folder) {
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

    /** Writes one student's result and feedback. */
    void write(Graded graded, String title) {
        String stem = graded.result().practicum();
        write(folder.resolve("results").resolve(graded.student()).resolve(stem + ".json"), ResultJson.of(graded));
        write(
                folder.resolve("feedback").resolve(graded.student()).resolve(stem + ".html"),
                FeedbackPage.of(graded, title));
    }

    /** Writes the table of all. */
    Path write(List<Graded> all) {
        Path file = folder.resolve("grades.csv");
        write(file, GradesCsv.of(all));
        return file;
    }

    private static void write(Path file, String text) {
        try {
            Path parent = Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = Files.createTempFile(parent, ".grade", ".tmp");
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
