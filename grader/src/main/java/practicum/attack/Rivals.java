package practicum.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import practicum.grade.Outbox;
import practicum.gradebook.Gradebook;
import practicum.gradebook.GradebookException;

/**
 * Two graders at once on one class, of which one is killed in the middle of its work: the other is turned away, and who
 * comes after them finds every verdict that was made, once.
 */
final class Rivals {
    private static final List<String> STUDENTS = List.of("ada", "bob", "eve");
    private static final List<String> WITHOUT_NOTEBOOK = List.of("nil", "zoe");

    private final Range range;
    private final Path inbox;
    private final Path out;

    private Rivals(Range range) throws IOException {
        this.range = range;
        this.inbox = Files.createTempDirectory(range.folder(), "inbox");
        this.out = range.folder().resolve("rivals");
    }

    /** Says what went wrong; the empty text where nothing did. */
    static String meet(Range range) throws IOException {
        return new Rivals(range).meet();
    }

    private String meet() throws IOException {
        for (String student : STUDENTS) {
            new Target(Files.createDirectory(inbox.resolve(student)), Map.of()).submit(Attacked.BLANK);
        }
        for (String student : WITHOUT_NOTEBOOK) {
            new Target(Files.createDirectory(inbox.resolve(student)), Map.of()).submit("{}");
        }
        int made;
        try (Rival first = Rival.start(range, inbox, out)) {
            if (!isAtWork(first)) {
                return "the first did nothing: " + first.failure().orElse("it graded nobody");
            }
            try (Rival second = Rival.start(range, inbox, out)) {
                Optional<String> turnedAway = second.failure();
                if (turnedAway.isEmpty() && first.isAlive()) {
                    return "the second was let in beside the first";
                } else if (turnedAway.isPresent() && !turnedAway.get().contains("Somebody else is writing")) {
                    return "the second failed otherwise: " + turnedAway.get().strip();
                }
            }
            long left = Rival.left(first.kill());
            if (left > 0) {
                return left + " processes of the killed one live on";
            }
            first.failure();
            made = graded();
        }
        return after(made);
    }

    private String after(int made) throws IOException {
        int rows = range.grade(inbox, out, "", 1).size();
        int students = STUDENTS.size() + WITHOUT_NOTEBOOK.size();
        long lines = Files.readString(out.resolve("grades.csv")).lines().count();
        int graded = graded();
        return rows == students && graded == students && lines == students + 1
                ? ""
                : "of " + students + " students " + rows + " have a row, " + (lines - 1) + " a line in the table, and "
                        + graded + " verdicts were made, " + made + " of them by the one that was killed";
    }

    /** Whether it makes a first verdict. */
    private boolean isAtWork(Rival rival) throws IOException {
        try {
            while (graded() == 0) {
                if (!rival.isAlive()) {
                    return graded() > 0;
                }
                Thread.sleep(50);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** How many verdicts were ever made. */
    private int graded() {
        if (!Files.exists(Outbox.gradebook(out))) {
            return 0;
        }
        int[] count = new int[1];
        try (var book = Gradebook.read(Outbox.gradebook(out))) {
            book.history().each(entry -> count[0] += entry.action().equals("graded") ? 1 : 0);
        } catch (GradebookException e) {
            // Its tables are not there yet.
        }
        return count[0];
    }
}
