package practicum.jupyter;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs that this machine can run by name. */
public final class Programs {
    private Programs() {}

    /** The first of that name on the search path. */
    public static Optional<Path> find(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> in(Path.of(folder), name).stream())
                .findFirst();
    }

    static Optional<Path> in(Path folder, String name) {
        return Stream.of(name, name + ".exe")
                .map(folder::resolve)
                .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
                .findFirst();
    }
}
