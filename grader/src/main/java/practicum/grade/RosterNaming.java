package practicum.grade;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import practicum.gradebook.Gradebook;
import practicum.gradebook.Student;
import practicum.inbox.Naming;

/**
 * The ids of a gradebook's roster for students whom a platform names in its own way. What fits two students names
 * nobody; who was graded under the platform's name before keeps it.
 */
final class RosterNaming implements Naming {
    private final Map<Told, Map<String, Optional<String>>> ids = new HashMap<>();
    private final Set<String> graded = new HashSet<>();

    RosterNaming(Gradebook book) {
        List<Student> students = book.roster().all();
        for (Student student : students) {
            know(Told.NUMBER, student.lms(), student);
            know(Told.NAME, student.name(), student);
            know(Told.ADDRESS, student.email(), student);
        }
        book.stems().stream()
                .flatMap(stem -> book.attempts(stem, Optional.empty()).stream())
                .forEach(attempt -> graded.add(attempt.student()));
    }

    private void know(Told told, String key, Student student) {
        if (!key.isBlank()) {
            ids.computeIfAbsent(told, any -> new HashMap<>())
                    .merge(plain(key), Optional.of(student.id()), (one, other) -> Optional.empty());
        }
    }

    @Override
    public String of(Told told, String key, String filed) {
        return graded.contains(filed)
                ? filed
                : ids.getOrDefault(told, Map.of())
                        .getOrDefault(plain(key), Optional.empty())
                        .orElse(filed);
    }

    /** The same for all ways to write the same. */
    private static String plain(String key) {
        return Normalizer.normalize(key, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
