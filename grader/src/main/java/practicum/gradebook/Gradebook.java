package practicum.gradebook;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A class's grades, in one SQLite file. One process at a time writes to it; any number may read. Every change is whole
 * on disk before its method returns, and leaves an entry in the history.
 */
public final class Gradebook implements AutoCloseable {
    private static final Gson GSON = new Gson();
    private static final TypeToken<List<Integer>> NUMBERS = new TypeToken<>() {};
    private static final String ATTEMPT = "a.id, a.student, a.stem, a.number, a.submission, a.submitted";

    private final Database database;
    private final Optional<Lock> lock;

    private Gradebook(Database database, Optional<Lock> lock) {
        this.database = database;
        this.lock = lock;
    }

    /**
     * Opens a gradebook to write, and makes it where it is not there.
     *
     * @throws GradebookException where another process writes to it
     */
    public static Gradebook open(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute.getParent());
        } catch (IOException e) {
            throw new GradebookException("Cannot make " + absolute.getParent() + ": " + e.getMessage() + ".");
        }
        return prepared(absolute, false, Optional.of(Lock.on(absolute)));
    }

    /** Opens a gradebook to read; nothing can be changed through it. */
    public static Gradebook read(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(absolute)) {
            throw new GradebookException("There is no gradebook " + file + ". Name the folder that grading wrote to.");
        }
        if (Files.exists(absolute.resolveSibling(absolute.getFileName() + "-journal"))) {
            // Only who may write can undo what a killed process left half-way; the first look does.
            try (var database = Database.open(absolute, false)) {
                Schema.version(database);
            }
        }
        return prepared(absolute, true, Optional.empty());
    }

    private static Gradebook prepared(Path file, boolean readOnly, Optional<Lock> lock) {
        try {
            var database = Database.open(file, readOnly);
            Schema.prepare(database, readOnly);
            return new Gradebook(database, lock);
        } catch (GradebookException e) {
            lock.ifPresent(Lock::close);
            throw e;
        }
    }

    // ---- students and practicums

    /** Makes sure that the gradebook knows a practicum. */
    public void know(String stem, String title, double max) {
        database.change(
                "INSERT INTO practicum VALUES (?, ?, ?, '') ON CONFLICT (stem) DO UPDATE SET title = excluded.title,"
                        + " max = excluded.max WHERE title <> excluded.title OR max <> excluded.max",
                stem,
                title,
                max);
    }

    /** Makes sure that the gradebook knows a student; what a roster said of them stays. */
    public void know(String student) {
        database.change("INSERT INTO student VALUES (?, ?, '', '') ON CONFLICT DO NOTHING", student, student);
    }

    /** Takes over what a roster says of a student. */
    public void enrol(Student student) {
        database.change(
                "INSERT INTO student VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
                        + " email = excluded.email, lms = excluded.lms",
                student.id(),
                student.name(),
                student.email(),
                student.lms());
    }

    /** All students, by id. */
    public List<Student> students() {
        return database.list(
                "SELECT * FROM student ORDER BY id",
                row -> new Student(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    /** A student; of one whom nobody enrolled, only the id is known. */
    public Student student(String id) {
        return database.first(
                        "SELECT * FROM student WHERE id = ?",
                        row -> new Student(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                        id)
                .orElse(Student.of(id));
    }

    /** The stems of all practicums, in order. */
    public List<String> stems() {
        return database.list("SELECT stem FROM practicum ORDER BY stem", row -> row.getString(1));
    }

    /** What a practicum is called. */
    public String title(String stem) {
        return database.first("SELECT title FROM practicum WHERE stem = ?", row -> row.getString(1), stem)
                .orElse(stem);
    }

    /** What a practicum is worth. */
    public double max(String stem) {
        return database.first("SELECT max FROM practicum WHERE stem = ?", row -> row.getDouble(1), stem)
                .orElseThrow(() -> new GradebookException("The gradebook holds nothing of " + stem + ": it has "
                        + (stems().isEmpty() ? "no practicum yet" : String.join(", ", stems())) + "."));
    }

    // ---- attempts and verdicts

    /** The attempt that a submission is: a new one where its content is new. */
    public Attempt attempt(String student, String stem, String submission, Instant submitted) {
        return database.transaction(() -> {
            know(student);
            database.change(
                    """
                    INSERT INTO attempt (student, stem, number, submission, submitted)
                    SELECT ?1, ?2, 1 + count(*), ?3, ?4 FROM attempt WHERE student = ?1 AND stem = ?2
                    ON CONFLICT DO NOTHING
                    """,
                    student,
                    stem,
                    submission,
                    submitted.toEpochMilli());
            return database.first(
                            "SELECT " + ATTEMPT + " FROM attempt a WHERE student = ? AND stem = ? AND submission = ?",
                            Gradebook::attempt,
                            student,
                            stem,
                            submission)
                    .orElseThrow();
        });
    }

    /** The attempts of a student, or of all where no student is named, oldest first. */
    public List<Attempt> attempts(String stem, Optional<String> student) {
        return database.list(
                "SELECT " + ATTEMPT + " FROM attempt a WHERE stem = ?1 AND (?2 IS NULL OR student = ?2)"
                        + " ORDER BY student, number",
                Gradebook::attempt,
                stem,
                student.orElse(null));
    }

    /** The verdict on an attempt that holds now, if it was graded. */
    public Optional<Verdict> verdict(Attempt attempt) {
        return database.first(
                "SELECT inputs, graded, score, status, result, receipt FROM verdict WHERE attempt = ? AND current = 1",
                row -> new Verdict(
                        attempt,
                        row.getString(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getDouble(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                attempt.id());
    }

    /** Puts a verdict in the place of the one that held, which stays in the gradebook as history. */
    public void record(Verdict verdict, String why) {
        var attempt = verdict.attempt();
        database.transaction(() -> {
            database.change("UPDATE verdict SET current = 0 WHERE attempt = ?", attempt.id());
            database.change(
                    "INSERT INTO verdict (attempt, inputs, graded, score, status, result, receipt, current)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, 1)",
                    attempt.id(),
                    verdict.inputs(),
                    verdict.graded().toEpochMilli(),
                    verdict.score(),
                    verdict.status(),
                    verdict.result(),
                    verdict.receipt());
            return note("graded", attempt.student(), attempt.stem(), why);
        });
    }

    // ---- what persons say

    /** What an answer in words earned. */
    public void mark(String student, String stem, Mark mark) {
        database.transaction(() -> {
            know(student);
            database.change(
                    "INSERT OR REPLACE INTO mark VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    student,
                    stem,
                    mark.question(),
                    mark.answer(),
                    mark.points(),
                    GSON.toJson(mark.met()),
                    mark.comment(),
                    mark.grader(),
                    System.currentTimeMillis());
            return note("marked", student, stem, mark.question() + ": " + mark.points());
        });
    }

    /** All marks of a student, for older answers too. */
    public List<Mark> marks(String student, String stem) {
        return database.list(
                "SELECT question, answer, points, met, comment, grader FROM mark WHERE student = ? AND stem = ?",
                row -> new Mark(
                        row.getString(1),
                        row.getString(2),
                        row.getDouble(3),
                        GSON.fromJson(row.getString(4), NUMBERS),
                        row.getString(5),
                        row.getString(6)),
                student,
                stem);
    }

    /** Adds a comment. */
    public void comment(String stem, Comment comment) {
        database.transaction(() -> {
            database.change(
                    "INSERT INTO comment (stem, student, topic, answer, text, author, time) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    stem,
                    comment.student(),
                    comment.topic(),
                    comment.answer(),
                    comment.text(),
                    comment.author(),
                    System.currentTimeMillis());
            return note("commented", comment.student(), stem, comment.topic());
        });
    }

    /** All comments on a practicum, oldest first. */
    public List<Comment> comments(String stem) {
        return database.list(
                "SELECT student, topic, answer, text, author FROM comment WHERE stem = ? ORDER BY id",
                row -> new Comment(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                stem);
    }

    // ---- time

    /** What lateness costs in a practicum. */
    public LatePolicy policy(String stem) {
        return database.first("SELECT policy FROM practicum WHERE stem = ?", row -> row.getString(1), stem)
                .map(LatePolicy::fromJson)
                .orElse(LatePolicy.none());
    }

    /** Changes what lateness costs. */
    public void setPolicy(String stem, LatePolicy policy) {
        if (policy.equals(policy(stem))) {
            return;
        }
        database.transaction(() -> {
            database.change("UPDATE practicum SET policy = ? WHERE stem = ?", policy.toJson(), stem);
            return note("policy", "", stem, policy.toString());
        });
    }

    /** Lets a student hand in later. */
    public void extend(String student, String stem, Instant until) {
        database.transaction(() -> {
            know(student);
            database.change("INSERT OR REPLACE INTO extension VALUES (?, ?, ?)", student, stem, until.toEpochMilli());
            return note("extended", student, stem, until.toString());
        });
    }

    /** Until when a student may hand in, where that was said. */
    public Optional<Instant> extension(String student, String stem) {
        return database.first(
                "SELECT until FROM extension WHERE student = ? AND stem = ?",
                row -> Instant.ofEpochMilli(row.getLong(1)),
                student,
                stem);
    }

    /** Notes that a student is late, whatever their file says. */
    public void sayLate(String student, String stem) {
        database.transaction(() -> {
            know(student);
            int news = database.change("INSERT INTO said_late VALUES (?, ?) ON CONFLICT DO NOTHING", student, stem);
            return news == 0 ? 0 : note("said late", student, stem, "");
        });
    }

    /** How late an attempt was. */
    public Timeliness timeliness(Attempt attempt) {
        boolean said = database.first(
                        "SELECT 1 FROM said_late WHERE student = ? AND stem = ?",
                        row -> true,
                        attempt.student(),
                        attempt.stem())
                .isPresent();
        return policy(attempt.stem())
                .of(attempt.submitted(), extension(attempt.student(), attempt.stem()), said, max(attempt.stem()));
    }

    // ---- history

    private int note(String action, String student, String stem, String detail) {
        return database.change(
                "INSERT INTO history (time, who, action, student, stem, detail) VALUES (?, ?, ?, ?, ?, ?)",
                System.currentTimeMillis(),
                System.getProperty("user.name"),
                action,
                student,
                stem,
                detail);
    }

    /** Everything that happened, oldest first. */
    public void history(Consumer<HistoryEntry> to) {
        database.each(
                "SELECT time, who, action, student, stem, detail FROM history ORDER BY id",
                row -> new HistoryEntry(
                        Instant.ofEpochMilli(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                to);
    }

    /** A secret of this gradebook, by which students are given other names. */
    public String secret() {
        return database.first("SELECT value FROM secret", row -> row.getString(1))
                .orElseThrow();
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)));
    }

    @Override
    public void close() {
        database.close();
        lock.ifPresent(Lock::close);
    }
}
