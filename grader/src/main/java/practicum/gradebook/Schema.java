package practicum.gradebook;

import java.util.List;

/** The tables of a gradebook. Times are milliseconds since 1970 UTC. */
final class Schema {
    /** Changes when the tables do. */
    static final int VERSION = 2;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE student (id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, lms TEXT NOT NULL)",
            "CREATE TABLE practicum (stem TEXT PRIMARY KEY, title TEXT NOT NULL, max REAL NOT NULL, policy TEXT NOT NULL)",
            """
            CREATE TABLE attempt (
                id INTEGER PRIMARY KEY,
                student TEXT NOT NULL REFERENCES student,
                stem TEXT NOT NULL REFERENCES practicum,
                number INTEGER NOT NULL,
                submission TEXT NOT NULL,
                submitted INTEGER NOT NULL,
                witness INTEGER NOT NULL,
                UNIQUE (student, stem, submission))
            """,
            """
            CREATE TABLE verdict (
                id INTEGER PRIMARY KEY,
                attempt INTEGER NOT NULL REFERENCES attempt,
                inputs TEXT NOT NULL,
                graded INTEGER NOT NULL,
                score REAL NOT NULL,
                status TEXT NOT NULL,
                result TEXT NOT NULL,
                receipt TEXT NOT NULL,
                current INTEGER NOT NULL)
            """,
            "CREATE UNIQUE INDEX one_current_verdict ON verdict (attempt) WHERE current = 1",
            """
            CREATE TABLE mark (
                student TEXT NOT NULL REFERENCES student,
                stem TEXT NOT NULL REFERENCES practicum,
                question TEXT NOT NULL,
                answer TEXT NOT NULL,
                points REAL NOT NULL,
                met TEXT NOT NULL,
                comment TEXT NOT NULL,
                grader TEXT NOT NULL,
                time INTEGER NOT NULL,
                PRIMARY KEY (student, stem, question, answer))
            """,
            """
            CREATE TABLE comment (
                id INTEGER PRIMARY KEY,
                stem TEXT NOT NULL REFERENCES practicum,
                student TEXT NOT NULL,
                topic TEXT NOT NULL,
                answer TEXT NOT NULL,
                text TEXT NOT NULL,
                author TEXT NOT NULL,
                time INTEGER NOT NULL)
            """,
            """
            CREATE TABLE extension (
                student TEXT NOT NULL REFERENCES student,
                stem TEXT NOT NULL REFERENCES practicum,
                until INTEGER NOT NULL,
                PRIMARY KEY (student, stem))
            """,
            """
            CREATE TABLE said_late (
                student TEXT NOT NULL REFERENCES student,
                stem TEXT NOT NULL REFERENCES practicum,
                PRIMARY KEY (student, stem))
            """,
            """
            CREATE TABLE history (
                id INTEGER PRIMARY KEY,
                time INTEGER NOT NULL,
                who TEXT NOT NULL,
                action TEXT NOT NULL,
                student TEXT NOT NULL,
                stem TEXT NOT NULL,
                detail TEXT NOT NULL)
            """,
            "CREATE TABLE secret (value TEXT NOT NULL)");

    /** Times of version 1 were the files' own. */
    private static final String FROM_1 = "ALTER TABLE attempt ADD COLUMN witness INTEGER NOT NULL DEFAULT 0";

    /** When a content was handed in once more; programs that do not know of it lose nothing. */
    private static final String RETURNED =
            "CREATE TABLE IF NOT EXISTS returned (attempt INTEGER PRIMARY KEY REFERENCES attempt, time INTEGER NOT NULL)";

    private Schema() {}

    /** Makes the tables where there are none, brings old ones up to date, and refuses those of another version. */
    static void prepare(Database database, boolean readOnly) {
        int version = version(database);
        if (version == 1 && !readOnly) {
            database.transaction(() -> {
                database.change(FROM_1);
                return database.change("PRAGMA user_version = " + VERSION);
            });
        } else if (version == 0 && !readOnly) {
            database.transaction(() -> {
                TABLES.forEach(database::change);
                database.change("INSERT INTO secret VALUES (hex(randomblob(16)))");
                // A pragma takes no parameters.
                return database.change("PRAGMA user_version = " + VERSION);
            });
        } else if (version != VERSION) {
            throw new GradebookException("This gradebook is of version " + version
                    + ", and this program writes version " + VERSION + ". Use the program that made it.");
        }
        if (!readOnly) {
            database.transaction(() -> database.change(RETURNED));
        }
    }

    /** Whether tables are of an earlier version. */
    static boolean isOlder(Database database) {
        int version = version(database);
        return version > 0 && version < VERSION;
    }

    /** The version that a file says it is of; 0 where it holds nothing. */
    static int version(Database database) {
        return database.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
    }
}
