package practicum.gradebook;

import java.util.List;

/** What persons wrote to students. */
public final class Comments {
    private final Database database;
    private final History history;

    Comments(Database database) {
        this.database = database;
        this.history = new History(database);
    }

    /** Adds a comment. */
    public void add(String stem, Comment comment) {
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
            return history.note("commented", comment.student(), stem, comment.topic());
        });
    }

    /** All comments on a practicum, oldest first. */
    public List<Comment> on(String stem) {
        return database.list(
                "SELECT student, topic, answer, text, author FROM comment WHERE stem = ? ORDER BY id",
                row -> new Comment(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                stem);
    }
}
