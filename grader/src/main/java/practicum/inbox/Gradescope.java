package practicum.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The list {@code submission_metadata.yml} of a Gradescope export: who stands behind each folder.
 *
 * @param folders per folder its submission
 */
record Gradescope(Map<String, Entry> folders) {
    private static final String LIST = "submission_metadata.yml";
    private static final long LONGEST = 64L << 20;

    /**
     * One submission.
     *
     * @param students the ids of all who handed it in together
     * @param attempt which attempt it is, counted from 1
     * @param received when it was handed in
     */
    record Entry(List<String> students, int attempt, Optional<Instant> received) {
        Entry {
            students = List.copyOf(students);
        }
    }

    Gradescope {
        folders = Map.copyOf(folders);
    }

    /** Reads the list in a folder; empty where there is none, or none that can be read. */
    static Gradescope in(Path folder, Naming naming) {
        Path list = folder.resolve(LIST);
        try {
            if (!Files.isRegularFile(list) || Files.size(list) > LONGEST) {
                return new Gradescope(Map.of());
            }
            var settings =
                    LoadSettings.builder().setCodePointLimit((int) LONGEST).build();
            return of(new Load(settings).loadFromString(Files.readString(list)), naming);
        } catch (IOException | YamlEngineException e) {
            return new Gradescope(Map.of());
        }
    }

    private static Gradescope of(@Nullable Object yaml, Naming naming) {
        Map<String, Entry> folders = new HashMap<>();
        if (yaml instanceof Map<?, ?> map) {
            map.forEach((folder, value) -> {
                if (value instanceof Map<?, ?> submission) {
                    folders.put(String.valueOf(folder), entry(submission, naming));
                }
            });
        }
        return new Gradescope(folders);
    }

    private static Entry entry(Map<?, ?> submission, Naming naming) {
        List<String> students = new ArrayList<>();
        if (submission.get(":submitters") instanceof List<?> submitters) {
            for (Object submitter : submitters) {
                if (submitter instanceof Map<?, ?> person) {
                    students.add(id(person, naming));
                }
            }
        }
        students.removeIf(String::isEmpty);
        int before = submission.get(":history") instanceof List<?> history ? history.size() : 0;
        return new Entry(students, before + 1, Timestamp.of(String.valueOf(submission.get(":created_at"))));
    }

    /** The university's number, else the address, else the name; it names files, so it is made harmless. */
    private static String id(Map<?, ?> person, Naming naming) {
        for (String key : List.of(":sid", ":email", ":name")) {
            Object value = person.get(key);
            String id = value == null ? "" : FolderName.of(value.toString());
            if (!id.isEmpty()) {
                return key.equals(":email") ? naming.of(Naming.Told.ADDRESS, id, id) : id;
            }
        }
        return "";
    }
}
