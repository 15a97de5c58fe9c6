package practicum.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the file of syllabi; what it does not understand is an error that says where. */
final class SyllabiReader {
    /** The file, from the course's root. */
    static final String FILE = "docs/syllabi.yaml";

    /** Names of pages that no course may take. */
    private static final Set<String> TAKEN = Set.of("index", "gallery");

    private final SortedMap<Integer, String> titles = new TreeMap<>();

    private SyllabiReader() {}

    static Syllabi read(Path root) {
        try {
            return parse(Files.readString(root.resolve(FILE)));
        } catch (IOException e) {
            throw new SiteException(FILE + " cannot be read (" + e + "). It says which practicum belongs to which"
                    + " session; restore it from version control.");
        }
    }

    static Syllabi parse(String yaml) {
        Object file;
        try {
            file = new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromString(yaml);
        } catch (YamlEngineException e) {
            throw new SiteException(FILE + " is no YAML: " + e.getMessage());
        }
        return new SyllabiReader().syllabi(map(file, "the file", Set.of("practicums", "syllabi")));
    }

    private Syllabi syllabi(Map<String, Object> file) {
        map(file.get("practicums"), "practicums").forEach((number, title) -> {
            if (!number.matches("[1-9]\\d?")) {
                throw wrong("practicums", "\"" + number + "\" is no number of a practicum, from 1 to 99");
            }
            titles.put(Integer.valueOf(number), text(title, "practicum " + number));
        });
        List<Syllabus> all = new ArrayList<>();
        map(file.get("syllabi"), "syllabi").forEach((key, syllabus) -> all.add(syllabus(key, syllabus)));
        return new Syllabi(titles, all);
    }

    private Syllabus syllabus(String key, Object value) {
        if (!key.matches("[a-z][a-z0-9-]*") || TAKEN.contains(key)) {
            throw wrong("syllabi", "\"" + key + "\" cannot be a page's name: use lower-case letters, digits, hyphens");
        }
        Map<String, Object> syllabus = map(value, key, Set.of("name", "about", "sessions"));
        List<Syllabus.Session> sessions = new ArrayList<>();
        for (Object session : list(syllabus.get("sessions"), key + ", sessions")) {
            sessions.add(session(session, key + ", session " + (sessions.size() + 1)));
        }
        return new Syllabus(
                key,
                text(syllabus.get("name"), key + ", name"),
                text(syllabus.get("about"), key + ", about"),
                sessions);
    }

    private Syllabus.Session session(Object value, String where) {
        Map<String, Object> session = map(value, where, Set.of("when", "topic", "practicums", "papers", "further"));
        return new Syllabus.Session(
                text(session.get("when"), where + ", when"),
                text(session.get("topic"), where + ", topic"),
                list(session.get("practicums"), where + ", practicums").stream()
                        .map(number -> number(number, where))
                        .toList(),
                texts(session.get("papers"), where + ", papers"),
                texts(session.get("further"), where + ", further"));
    }

    private int number(Object value, String where) {
        if (value instanceof Integer number && titles.containsKey(number)) {
            return number;
        }
        throw wrong(where, "there is no practicum " + value + "; give it a title under practicums");
    }

    private static List<String> texts(@Nullable Object value, String where) {
        return value == null
                ? List.of()
                : list(value, where).stream().map(item -> text(item, where)).toList();
    }

    private static String text(@Nullable Object value, String where) {
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw wrong(where, "a text is expected, and not " + value + "; a text with a colon stands in quotes");
    }

    private static List<?> list(@Nullable Object value, String where) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(where, "a list is expected, and not " + value);
    }

    private static Map<String, Object> map(@Nullable Object value, String where, Set<String> allowed) {
        Map<String, Object> map = map(value, where);
        for (String key : map.keySet()) {
            if (!allowed.contains(key)) {
                throw wrong(where, "\"" + key + "\" is unknown; known are " + new java.util.TreeSet<>(allowed));
            }
        }
        return map;
    }

    private static Map<String, Object> map(@Nullable Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(where, "names with values are expected, and not " + value);
        }
        Map<String, Object> named = new java.util.LinkedHashMap<>();
        map.forEach((name, content) -> named.put(String.valueOf(name), content));
        return named;
    }

    private static SiteException wrong(String where, String what) {
        return new SiteException(FILE + ", " + where + ": " + what + ".");
    }
}
