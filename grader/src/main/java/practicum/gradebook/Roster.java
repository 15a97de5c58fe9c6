package practicum.gradebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The students of a class. */
public final class Roster {
    private final Database database;

    Roster(Database database) {
        this.database = database;
    }

    /** Makes sure that a student is on it; what is known of them stays. */
    public void know(String student) {
        database.change("INSERT INTO student VALUES (?, ?, '', '') ON CONFLICT DO NOTHING", student, student);
    }

    /** Takes over what the university says of a student. */
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
    public List<Student> all() {
        return database.list("SELECT id, name, email, lms FROM student ORDER BY id", Roster::student);
    }

    /** A student; of one whom nobody enrolled, only the id is known. */
    public Student of(String id) {
        return database.first("SELECT id, name, email, lms FROM student WHERE id = ?", Roster::student, id)
                .orElse(Student.of(id));
    }

    private static Student student(ResultSet row) throws SQLException {
        return new Student(row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }
}
