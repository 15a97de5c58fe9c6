package practicum.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import practicum.check.PlainText;
import practicum.check.Result;
import practicum.check.Status;
import practicum.report.FeedbackPage;
import practicum.report.Graded;

/**
 * Submissions that somebody else wrote against the small practicum: {@code FOLDER/STUDENT/90_attacked.ipynb}. What each
 * should earn is not known here; what must hold of any submission is, and that the next student does not notice.
 */
final class Strangers {
    private static final int LONGEST_NAME = 50;
    private static final String EXPECTED = "a row, and a page that is only text";

    /** What no page of feedback may hold, whatever was handed in. */
    private static final List<String> ACTIVE =
            List.of("<script", "onerror=\"", "href=\"javascript:", "\u001B", "\u202E");

    private Strangers() {}

    /** Whether a folder holds such submissions. */
    static boolean areIn(Path folder) throws IOException {
        return students(folder).stream().anyMatch(student -> Files.exists(student.resolve(Attacked.FILE)));
    }

    /** What becomes of all of them, of an honest submission after them, and of this machine's port. */
    static List<Outcome> carryOut(Range range, Path folder, int jobs) throws IOException {
        Map<String, Graded> graded =
                new TreeMap<>(range.grade(folder, Files.createTempDirectory(range.folder(), "strangers"), "", jobs));
        List<Outcome> outcomes = new ArrayList<>();
        graded.values().forEach(each -> outcomes.add(outcome(each)));
        int folders = students(folder).size();
        outcomes.add(outcome("all of them", folders + " rows", graded.size() + " rows"));
        outcomes.add(outcome("an honest submission after them", "OK, 10", honest(range)));
        outcomes.add(outcome("the grader's own port", "nobody came", range.wasEntered() ? "somebody" : "nobody came"));
        return outcomes;
    }

    private static Outcome outcome(Graded graded) {
        Result result = graded.result();
        String page = FeedbackPage.of(graded, "Two functions");
        List<String> wrong = new ArrayList<>();
        if (result.status() == Status.GRADER_ERROR) {
            wrong.add("the grader failed: " + PlainText.of(result.reason(), 300));
        }
        if (result.max() != Attacked.PRACTICUM.points() || !(result.score() >= 0 && result.score() <= result.max())) {
            wrong.add(Expected.number(result.score()) + " of " + result.max() + " points");
        }
        ACTIVE.stream()
                .filter(page::contains)
                .forEach(text -> wrong.add("the page of feedback holds " + PlainText.of(text, LONGEST_NAME)));
        String seen = result.status() + ", " + Expected.number(result.score())
                + (result.flags().isEmpty()
                        ? ""
                        : ", " + PlainText.of(result.flags().toString(), 300));
        return new Outcome(
                0,
                PlainText.of(graded.student(), LONGEST_NAME),
                EXPECTED,
                wrong.isEmpty() ? seen : seen + ": " + String.join("; ", wrong),
                wrong.isEmpty(),
                result.took().toMillis() / 1000.0);
    }

    private static Outcome outcome(String title, String expected, String seen) {
        return new Outcome(0, title, expected, seen, seen.equals(expected), 0);
    }

    private static String honest(Range range) throws IOException {
        Path inbox = Files.createTempDirectory(range.folder(), "honest");
        new Target(Files.createDirectory(inbox.resolve("honest")), Map.of()).submit(Attacked.PERFECT);
        Result result = range.grade(inbox, Files.createTempDirectory(range.folder(), "out"), "", 1)
                .values()
                .iterator()
                .next()
                .result();
        return result.status() + ", " + Expected.number(result.score());
    }

    private static List<Path> students(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }
}
