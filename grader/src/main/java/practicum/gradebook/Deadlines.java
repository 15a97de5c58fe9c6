package practicum.gradebook;

import java.time.Instant;
import java.util.Optional;

/** When submissions are due, for whom later, and what lateness costs. */
public final class Deadlines {
    private final Database database;
    private final Roster roster;
    private final History history;

    Deadlines(Database database) {
        this.database = database;
        this.roster = new Roster(database);
        this.history = new History(database);
    }

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
            return history.note("policy", "", stem, policy.toString());
        });
    }

    /** Lets a student hand in later. */
    public void extend(String student, String stem, Instant until) {
        database.transaction(() -> {
            roster.know(student);
            database.change("INSERT OR REPLACE INTO extension VALUES (?, ?, ?)", student, stem, until.toEpochMilli());
            return history.note("extended", student, stem, LatePolicy.shown(until));
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
            roster.know(student);
            int news = database.change("INSERT INTO said_late VALUES (?, ?) ON CONFLICT DO NOTHING", student, stem);
            return news == 0 ? 0 : history.note("said late", student, stem, "");
        });
    }

    /**
     * How late an attempt was.
     *
     * @param max the practicum's points
     */
    public Timeliness of(Attempt attempt, double max) {
        boolean said = database.first(
                        "SELECT 1 FROM said_late WHERE student = ? AND stem = ?",
                        row -> true,
                        attempt.student(),
                        attempt.stem())
                .isPresent();
        return policy(attempt.stem()).of(attempt.submitted(), extension(attempt.student(), attempt.stem()), said, max);
    }
}
