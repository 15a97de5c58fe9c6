package practicum.gradebook;

import java.time.Instant;
import java.util.function.Consumer;

/** Everything that was ever changed in a gradebook; nothing is taken out of it. */
public final class History {
    private final Database database;

    History(Database database) {
        this.database = database;
    }

    /** Adds an entry; belongs into the transaction of what it tells. */
    int note(String action, String student, String stem, String detail) {
        return database.change(
                "INSERT INTO history (time, who, action, student, stem, detail) VALUES (?, ?, ?, ?, ?, ?)",
                System.currentTimeMillis(),
                System.getProperty("user.name"),
                action,
                student,
                stem,
                detail);
    }

    /** All entries, oldest first. */
    public void each(Consumer<HistoryEntry> to) {
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
}
