package practicum.grade;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import practicum.inbox.Timestamp;
import practicum.report.Csv;

/**
 * A list of when students handed in, which is believed before platforms and files.
 *
 * @param times by the students' ids
 */
public record Arrivals(Map<String, Instant> times) {
    private static final String ID = "id";
    private static final String TIME = "time";

    public Arrivals {
        times = Map.copyOf(times);
    }

    /** The empty list. */
    public static Arrivals none() {
        return new Arrivals(Map.of());
    }

    /** Reads a CSV file with the columns id and time; a time without a zone is of this machine's. */
    public static Arrivals read(Path file) {
        try {
            return of(Csv.read(Files.readString(file)), file.toString());
        } catch (CharacterCodingException e) {
            throw new GradeException("Cannot read " + file + ": it is not UTF-8.");
        } catch (IOException | IllegalArgumentException e) {
            throw new GradeException("Cannot read " + file + ": " + e.getMessage() + ".");
        }
    }

    private static Arrivals of(List<List<String>> rows, String shown) {
        List<String> header = rows.isEmpty() ? List.of() : rows.get(0);
        int id = header.indexOf(ID);
        int time = header.indexOf(TIME);
        if (id < 0 || time < 0) {
            throw new GradeException(shown + " needs the columns id and time in its first row; it has "
                    + String.join(", ", header) + ".");
        }
        Map<String, Instant> times = new LinkedHashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            String student = cell(row, id);
            Instant when = Timestamp.of(cell(row, time), ZoneId.systemDefault())
                    .orElseThrow(() -> new GradeException(shown + ": \"" + cell(row, time) + "\" is no time for "
                            + student + ". Write it as 2026-11-20 23:59, or with a zone, as 2026-11-20T23:59:00Z."));
            if (times.put(student, when) != null) {
                throw new GradeException(shown + " names " + student + " twice. Keep the row that holds.");
            }
        }
        return new Arrivals(times);
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column).strip() : "";
    }

    /** When a student handed in, where the list says so. */
    Optional<Instant> of(String student) {
        return Optional.ofNullable(times.get(student));
    }
}
