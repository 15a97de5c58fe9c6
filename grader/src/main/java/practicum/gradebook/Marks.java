package practicum.gradebook;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.List;

/** What persons gave for answers in words. */
public final class Marks {
    private static final Gson GSON = new Gson();
    private static final TypeToken<List<Integer>> NUMBERS = new TypeToken<>() {};

    private final Database database;
    private final Roster roster;
    private final History history;

    Marks(Database database) {
        this.database = database;
        this.roster = new Roster(database);
        this.history = new History(database);
    }

    /** Adds a mark, in the place of one for the same words. */
    public void add(String student, String stem, Mark mark) {
        database.transaction(() -> {
            roster.know(student);
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
            return history.note("marked", student, stem, mark.question() + ": " + mark.points());
        });
    }

    /** All marks of a student, for older answers too. */
    public List<Mark> of(String student, String stem) {
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
}
