package practicum.gradebook;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One SQLite file, asked by one thread at a time. What a transaction does is on disk whole, or not at all. */
final class Database implements AutoCloseable {
    private final Path file;
    private final Connection connection;

    /** Makes a value of the row that a result set stands on. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static Database open(Path file, boolean readOnly) {
        var config = new SQLiteConfig();
        config.setReadOnly(readOnly);
        config.enforceForeignKeys(true);
        if (!readOnly) {
            // A journal that is gone after each transaction: reading leaves no file behind, and a power cut no half.
            config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
            config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        }
        config.setBusyTimeout(5000);
        try {
            return new Database(file, config.createConnection("jdbc:sqlite:" + file));
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    synchronized <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        var all = new ArrayList<T>();
        each(sql, row, all::add, values);
        return all;
    }

    /** Rows one at a time, for what does not fit into memory at once. */
    synchronized <T> void each(String sql, Row<T> row, Consumer<T> to, @Nullable Object... values) {
        try (var statement = prepared(sql, values);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                to.accept(row.of(rows));
            }
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        return list(sql, row, values).stream().findFirst();
    }

    synchronized int change(String sql, @Nullable Object... values) {
        try (var statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    synchronized <T> T transaction(Supplier<T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                T made = work.get();
                connection.commit();
                return made;
            } finally {
                // After a commit there is nothing left to take back.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object[] values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    private static GradebookException failure(Path file, SQLException e) {
        if (e instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB) {
            return new GradebookException(file + " is no gradebook. Name the folder that grading wrote to.");
        }
        return new GradebookException("The gradebook " + file + " failed: " + e.getMessage()
                + ". Is the disk full, or read-only? What was graded before is whole.");
    }
}
