package practicum.report;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import practicum.check.CheckResult;
import practicum.check.PlainText;
import practicum.gradebook.Student;

/** The grades of a class in the forms that other programs read. */
public final class Export {
    private static final int LONGEST = 4000;
    private static final Gson GSON = new GsonBuilder()
            .setFormattingStyle(FormattingStyle.PRETTY)
            .disableHtmlEscaping()
            .create();

    private Export() {}

    /**
     * What a class came to in one practicum.
     *
     * @param stem its name
     * @param title its name for a reader
     * @param max its points
     * @param due when it was due, if ever
     */
    public record Column(String stem, String title, double max, Optional<Instant> due) {}

    /**
     * One student in one practicum.
     *
     * @param graded what counts; empty where nothing was handed in
     * @param submitted when that was handed in
     */
    public record Entry(Student student, Optional<Graded> graded, Instant submitted) {}

    /** A plain table: a row per student, a column per practicum. */
    public static String table(List<Column> columns, List<Student> students, List<List<Entry>> entries) {
        var header = new ArrayList<>(List.of("student", "name", "email"));
        columns.forEach(column -> header.add(column.stem() + " (of " + Points.text(column.max()) + ")"));
        var text = new StringBuilder(Csv.row(header));
        for (int i = 0; i < students.size(); i++) {
            var student = students.get(i);
            var row = new ArrayList<>(List.of(student.id(), student.name(), student.email()));
            for (List<Entry> column : entries) {
                row.add(points(column.get(i)));
            }
            text.append(Csv.row(row));
        }
        return text.toString();
    }

    /**
     * A table that Canvas imports: its first columns as Canvas exports them, and a row of what is possible. Students who
     * handed in nothing have an empty cell, which Canvas leaves as it is.
     */
    public static String canvas(Column column, List<Entry> entries) {
        var text = new StringBuilder(Csv.row(List.of(
                "Student", "ID", "SIS User ID", "SIS Login ID", "Section", column.stem() + " " + column.title())));
        text.append(Csv.row(List.of("    Points Possible", "", "", "", "", Points.text(column.max()))));
        for (Entry entry : entries) {
            var student = entry.student();
            text.append(
                    Csv.row(List.of(lastFirst(student.name()), student.lms(), "", student.id(), "", points(entry))));
        }
        return text.toString();
    }

    /** A table for Moodle's import of grades. */
    public static String moodle(Column column, List<Entry> entries) {
        var text = new StringBuilder(Csv.row(List.of(
                "Username", "ID number", "Email address", column.stem() + " " + column.title(), "Feedback comments")));
        for (Entry entry : entries) {
            var student = entry.student();
            text.append(Csv.row(List.of(
                    student.id(),
                    student.lms(),
                    student.email(),
                    points(entry),
                    entry.graded().map(Export::sentence).orElse(""))));
        }
        return text.toString();
    }

    /** A table with the columns of nbgrader's own export. */
    public static String nbgrader(List<Column> columns, List<List<Entry>> entries) {
        var text = new StringBuilder(Csv.row(List.of(
                "assignment",
                "duedate",
                "timestamp",
                "student_id",
                "last_name",
                "first_name",
                "email",
                "raw_score",
                "late_submission_penalty",
                "score",
                "max_score")));
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            for (Entry entry : entries.get(i)) {
                var student = entry.student();
                var graded = entry.graded();
                text.append(Csv.row(List.of(
                        column.stem(),
                        column.due().map(Instant::toString).orElse(""),
                        graded.isPresent() ? entry.submitted().toString() : "",
                        student.id(),
                        last(student.name()),
                        first(student.name()),
                        student.email(),
                        decimal(graded.map(Graded::earned).orElse(0.0)),
                        decimal(graded.map(each -> each.time().penalty()).orElse(0.0)),
                        decimal(graded.map(Graded::total).orElse(0.0)),
                        decimal(column.max()))));
            }
        }
        return text.toString();
    }

    /**
     * Gradescope's {@code results.json} of one student. Hidden checks, and with them the sum, are shown after the due
     * date.
     */
    public static String gradescope(Graded graded) {
        var result = graded.result();
        var json = new JsonObject();
        json.addProperty("score", Points.number(graded.total()));
        json.addProperty("execution_time", Math.round(result.took().toMillis() / 1000.0));
        json.addProperty("output", PlainText.of(sentence(graded) + " " + result.reason(), LONGEST));
        json.addProperty("visibility", "visible");
        json.addProperty("stdout_visibility", "hidden");
        var tests = new JsonArray();
        int[] hidden = new int[1];
        result.checks().forEach(check -> tests.add(test(check, hidden)));
        result.written().forEach(answer -> {
            var test = new JsonObject();
            test.addProperty("name", answer.id());
            test.addProperty(
                    "score",
                    Points.number(graded.mark(answer).map(mark -> mark.points()).orElse(0.0)));
            test.addProperty("max_score", Points.number(answer.points()));
            test.addProperty(
                    "output",
                    graded.needsMark(answer)
                            ? "Graded by a person."
                            : graded.mark(answer).map(mark -> mark.comment()).orElse("No answer was written."));
            tests.add(test);
        });
        json.add("tests", tests);
        return GSON.toJson(json) + "\n";
    }

    private static JsonObject test(CheckResult check, int[] hidden) {
        var test = new JsonObject();
        test.addProperty("name", check.hidden() ? check.exercise() + ": hidden check " + ++hidden[0] : check.id());
        test.addProperty("score", Points.number(check.earned()));
        test.addProperty("max_score", Points.number(check.points()));
        test.addProperty("status", check.outcome() == CheckResult.Outcome.PASSED ? "passed" : "failed");
        test.addProperty("output", PlainText.of(check.rationale() + " " + check.hint(), LONGEST));
        test.addProperty("visibility", check.hidden() ? "after_due_date" : "visible");
        return test;
    }

    private static String sentence(Graded graded) {
        String text = Points.text(graded.total()) + " of "
                + Points.text(graded.result().max()) + " points";
        return text
                + (graded.time().penalty() > 0
                        ? ", of which lateness took "
                                + Points.text(graded.time().penalty())
                        : "")
                + (graded.isFinal() ? "." : "; answers in words are still to be read.");
    }

    private static String points(Entry entry) {
        return entry.graded().map(graded -> Points.text(graded.total())).orElse("");
    }

    /** A number as Python writes a float. */
    private static String decimal(double number) {
        String text = Points.text(number);
        return text.contains(".") ? text : text + ".0";
    }

    private static String lastFirst(String name) {
        return first(name).isEmpty() ? name : last(name) + ", " + first(name);
    }

    /** What stands before a comma, or the last word. */
    private static String last(String name) {
        int comma = name.indexOf(',');
        return comma >= 0
                ? name.substring(0, comma).strip()
                : name.strip().substring(name.strip().lastIndexOf(' ') + 1);
    }

    private static String first(String name) {
        int comma = name.indexOf(',');
        if (comma >= 0) {
            return name.substring(comma + 1).strip();
        }
        int space = name.strip().lastIndexOf(' ');
        return space < 0 ? "" : name.strip().substring(0, space);
    }
}
