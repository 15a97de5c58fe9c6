package practicum.grade;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import practicum.gradebook.Gradebook;
import practicum.gradebook.Student;
import practicum.report.Export;
import practicum.report.Export.Column;
import practicum.report.Export.Entry;
import practicum.report.Graded;

/** A gradebook's grades on their way to another program. */
public final class ClassExport {
    private final List<Student> students;
    private final List<Column> columns;
    private final List<List<Entry>> entries;

    private ClassExport(List<Student> students, List<Column> columns, List<List<Entry>> entries) {
        this.students = students;
        this.columns = columns;
        this.entries = entries;
    }

    /** The grades of some practicums, by number or stem; of all where none is named. */
    public static ClassExport of(Gradebook book, List<String> names) {
        var stems = names.isEmpty()
                ? book.stems()
                : names.stream().map(name -> stem(book, name)).distinct().toList();
        if (stems.isEmpty()) {
            throw new GradeException("The gradebook is empty: grade something first.");
        }
        var students = book.roster().all();
        var columns = new ArrayList<Column>();
        var entries = new ArrayList<List<Entry>>();
        for (String stem : stems) {
            var due = Optional.ofNullable(book.deadlines().policy(stem).due()).map(Instant::ofEpochMilli);
            columns.add(new Column(stem, book.title(stem), book.max(stem), due));
            var standings = new Standings(book, stem);
            entries.add(
                    students.stream().map(student -> entry(student, standings)).toList());
        }
        return new ClassExport(students, columns, entries);
    }

    private static String stem(Gradebook book, String name) {
        String wanted = name.matches("\\d") ? "0" + name : name;
        return book.stems().stream()
                .filter(stem -> stem.equals(wanted) || stem.startsWith(wanted + "_"))
                .findFirst()
                .orElseThrow(() -> new GradeException("The gradebook holds no practicum " + name + ": it has "
                        + String.join(", ", book.stems()) + "."));
    }

    private static Entry entry(Student student, Standings standings) {
        var standing = standings.of(student);
        return new Entry(
                student,
                standing.map(Standings.Standing::graded),
                standing.map(each -> each.verdict().attempt().submitted()).orElse(Instant.EPOCH));
    }

    /** How many students there are. */
    public int students() {
        return students.size();
    }

    /** For how many a person has still to read something. */
    public long open() {
        return entries.stream()
                .flatMap(List::stream)
                .filter(entry ->
                        entry.graded().filter(graded -> !graded.isFinal()).isPresent())
                .map(entry -> entry.student().id())
                .distinct()
                .count();
    }

    public String table() {
        return Export.table(columns, students, entries);
    }

    public String canvas() {
        return Export.canvas(one("canvas"), entries.get(0));
    }

    public String moodle() {
        return Export.moodle(one("moodle"), entries.get(0));
    }

    public String nbgrader() {
        return Export.nbgrader(columns, entries);
    }

    /** Writes a file for each student who handed in; returns how many. */
    public int gradescope(Path folder) {
        one("gradescope");
        int written = 0;
        for (Entry entry : entries.get(0)) {
            Optional<Graded> graded = entry.graded();
            if (graded.isPresent()) {
                Path file = folder.resolve(FileName.of(entry.student().id())).resolve("results.json");
                Outbox.write(file, Export.gradescope(graded.get()));
                written++;
            }
        }
        return written;
    }

    private Column one(String form) {
        if (columns.size() != 1) {
            throw new GradeException("A file for " + form + " holds one practicum. Name one: "
                    + String.join(", ", columns.stream().map(Column::stem).toList()) + ".");
        }
        return columns.get(0);
    }
}
