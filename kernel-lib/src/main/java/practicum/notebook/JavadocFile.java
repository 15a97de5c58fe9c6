package practicum.notebook;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the library's classes and methods are for, in one file: what a release for students has in place of the library's
 * sources. It holds declarations and comments, and no method's body.
 */
public final class JavadocFile {
    /** The file in the folder of a release's library. */
    public static final String NAME = "javadoc.json";

    private static final String PLACE = "library/" + NAME;

    private JavadocFile() {}

    /** The file's text, from the folder of the library's sources; the same for the same sources. */
    public static String of(Path sources) {
        var all = new TreeMap<String, List<Documented>>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                Path folder = sources.relativize(file).getParent();
                String prefix = folder == null
                        ? ""
                        : Stream.iterate(0, i -> i < folder.getNameCount(), i -> i + 1)
                                .map(i -> folder.getName(i) + ".")
                                .collect(Collectors.joining());
                SourceComments.of(Files.readString(file)).forEach((name, documented) -> {
                    if (documented.size() > 1) {
                        all.put(prefix + name, documented);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the library's sources in " + sources, e);
        }
        return all.entrySet().stream()
                .map(entry -> new Gson().toJson(entry.getKey()) + ":" + new Gson().toJson(entry.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    /** A class and its public methods, where the notebook runs inside a release; else nothing. */
    static List<Documented> find(Class<?> type) {
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            Path file = here.resolve(PLACE);
            if (Files.isRegularFile(file)) {
                return read(file).getOrDefault(type.getName(), List.of());
            }
        }
        return List.of();
    }

    static Map<String, List<Documented>> read(Path file) {
        try {
            var kind = new TypeToken<Map<String, List<Documented>>>() {}.getType();
            return new Gson().fromJson(Files.readString(file), kind);
        } catch (IOException | JsonParseException e) {
            return Map.of();
        }
    }
}
