package practicum.gradebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A class's grades, in one SQLite file. One process at a time writes to it; any number may read. Every change is whole
 * on disk before its method returns, and leaves an entry in the history.
 */
public final class Gradebook implements AutoCloseable {
    private static final String ATTEMPT = "a.id, a.student, a.stem, a.number, a.submission, a.submitted, a.witness";

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
        if (isOlder(absolute)) {
            open(absolute).close();
        }
        return prepared(absolute, true, Optional.empty());
    }

    /** Whether an earlier version of this program made it, whose tables can be brought up to date. */
    private static boolean isOlder(Path file) {
        try (var database = Database.open(file, true)) {
            return Schema.isOlder(database);
        }
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

    /** Its students. */
    public Roster roster() {
        return new Roster(database);
    }

    /** What persons gave for answers in words. */
    public Marks marks() {
        return new Marks(database);
    }

    /** What persons wrote to students. */
    public Comments comments() {
        return new Comments(database);
    }

    /** When submissions are due, and what lateness costs. */
    public Deadlines deadlines() {
        return new Deadlines(database);
    }

    /** Everything that happened. */
    public History history() {
        return new History(database);
    }

    /** How late an attempt was. */
    public Timeliness timeliness(Attempt attempt) {
        return deadlines().of(attempt, max(attempt.stem()));
    }

    // ---- practicums

    /** Makes sure that the gradebook knows a practicum. */
    public void know(String stem, String title, double max) {
        database.change(
                "INSERT INTO practicum VALUES (?, ?, ?, '') ON CONFLICT (stem) DO UPDATE SET title = excluded.title,"
                        + " max = excluded.max WHERE title <> excluded.title OR max <> excluded.max",
                stem,
                title,
                max);
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

    /**
     * The attempt that a submission is: a new one where its content is new. When a content was handed in says whoever said
     * so first, unless somebody comes who is rather to be believed, or the instructor. An earlier content that is handed
     * in once more, after all others, is the last attempt from then on.
     */
    public Attempt attempt(String student, String stem, String submission, Received received) {
        return database.transaction(() -> {
            roster().know(student);
            int news = database.change(
                    """
                    INSERT INTO attempt (student, stem, number, submission, submitted, witness)
                    SELECT ?1, ?2, 1 + coalesce(max(number), 0), ?3, ?4, ?5 FROM attempt WHERE student = ?1 AND stem = ?2
                    ON CONFLICT (student, stem, submission) DO UPDATE
                    SET submitted = excluded.submitted, witness = excluded.witness
                    WHERE excluded.witness > witness
                    OR excluded.witness = ?6 AND excluded.submitted <> submitted
                    """,
                    student,
                    stem,
                    submission,
                    received.time().toEpochMilli(),
                    received.witness().rank(),
                    Received.Witness.INSTRUCTOR.rank());
            if (news > 0 && received.witness() != Received.Witness.FILE) {
                history()
                        .note(
                                "received",
                                student,
                                stem,
                                received.time() + ", says " + received.witness().words());
            }
            comeBack(student, stem, submission, received.time());
            return database.first(
                            "SELECT " + ATTEMPT + " FROM attempt a WHERE student = ? AND stem = ? AND submission = ?",
                            Gradebook::attempt,
                            student,
                            stem,
                            submission)
                    .orElseThrow();
        });
    }

    /** Makes an earlier content the last attempt, where it was handed in again later than all that is known. */
    private void comeBack(String student, String stem, String submission, Instant time) {
        int moved = database.change(
                """
                UPDATE attempt SET number = 1 + (SELECT max(number) FROM attempt WHERE student = ?1 AND stem = ?2)
                WHERE student = ?1 AND stem = ?2 AND submission = ?3
                AND number < (SELECT max(number) FROM attempt WHERE student = ?1 AND stem = ?2)
                AND ?4 > (SELECT max(coalesce(r.time, a.submitted)) FROM attempt a LEFT JOIN returned r ON r.attempt = a.id
                    WHERE a.student = ?1 AND a.stem = ?2)
                """,
                student,
                stem,
                submission,
                time.toEpochMilli());
        if (moved > 0) {
            database.change(
                    "INSERT OR REPLACE INTO returned SELECT id, ?4 FROM attempt"
                            + " WHERE student = ?1 AND stem = ?2 AND submission = ?3",
                    student,
                    stem,
                    submission,
                    time.toEpochMilli());
            history().note("handed in again", student, stem, time.toString());
        }
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
            return history().note("graded", attempt.student(), attempt.stem(), why);
        });
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
                new Received(Instant.ofEpochMilli(row.getLong(6)), Received.Witness.of(row.getInt(7))));
    }

    @Override
    public void close() {
        database.close();
        lock.ifPresent(Lock::close);
    }
}
