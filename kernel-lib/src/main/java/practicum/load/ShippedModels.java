package practicum.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models that are part of this library. */
final class ShippedModels {
    static final List<String> NAMES = List.of(
            "world",
            "world-seed2",
            "world-small",
            "world-shortcut",
            "world-dpo",
            "tasks",
            "induction",
            "induction-1-layer",
            "grammar",
            "grammar-causal",
            "grokking",
            "shapes",
            "shapes-seed2",
            "shapes-seed3",
            "shapes-watermark",
            "credit",
            "screen",
            "screen-fair",
            "equality",
            "price",
            "binding",
            "brackets",
            "brackets-sparse");

    private static final String FOLDER = "/practicum/models/";

    private ShippedModels() {}

    /** The model's folder, also when the library is a jar. */
    static Optional<Path> find(String name) {
        URL config = NAMES.contains(name) ? ShippedModels.class.getResource(FOLDER + name + "/config.json") : null;
        if (config == null) {
            return Optional.empty();
        }
        try {
            URI uri = config.toURI();
            return uri.getScheme().equals("jar")
                    ? Optional.of(jar(uri).getPath(FOLDER + name))
                    : Optional.ofNullable(Path.of(uri).getParent()).filter(Files::isDirectory);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileSystem jar(URI uri) {
        try {
            return FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            return FileSystems.getFileSystem(uri);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
