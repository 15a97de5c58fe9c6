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
import practicum.model.Transformer;

/**
 * Finds a model by name and loads it: a folder on this machine, one that ships with the library, or one in the Hugging
 * Face cache, in that order. Never touches the network.
 */
public final class Models {
    /** The models that ship inside the library. */
    public static final List<String> SHIPPED = List.of("world");

    private Models() {}

    /**
     * Loads a model.
     *
     * @param name a folder, a shipped model such as {@code "world"}, or a Hugging Face name such as {@code "gpt2"}
     * @throws LoadException if there is none of that name, or it cannot be understood entirely
     */
    public static Transformer load(String name) {
        return find(name)
                .map(folder -> new ModelFolder(folder).load(shortName(name)))
                .orElseThrow(() -> missing(name));
    }

    /** Loads a model from a folder in Hugging Face's layout. */
    public static Transformer load(Path folder) {
        if (!ModelFolder.holdsModel(folder)) {
            throw new LoadException(folder + " has no config.json, so it is not a model's folder.");
        }
        return new ModelFolder(folder).load(String.valueOf(folder.getFileName()));
    }

    /** Whether a model can be loaded without a network. */
    public static boolean isHere(String name) {
        return find(name).isPresent();
    }

    private static String shortName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static Optional<Path> find(String name) {
        Path local = Path.of(name);
        if (ModelFolder.holdsModel(local)) {
            return Optional.of(local);
        }
        return shipped(name).or(() -> HubCache.ofThisMachine().find(name));
    }

    private static LoadException missing(String name) {
        return new LoadException("There is no model \"" + name + "\" on this machine. Shipped are " + SHIPPED
                + ". For another, put its config.json, model.safetensors and tokenizer.json into a folder and name the"
                + " folder, or into the Hugging Face cache ("
                + HubCache.ofThisMachine().folder() + ").");
    }

    /** The folder of a model that ships in the library, also when the library is a jar. */
    private static Optional<Path> shipped(String name) {
        URL config =
                SHIPPED.contains(name) ? Models.class.getResource("/practicum/models/" + name + "/config.json") : null;
        if (config == null) {
            return Optional.empty();
        }
        try {
            URI uri = config.toURI();
            if (uri.getScheme().equals("jar")) {
                return Optional.of(jar(uri).getPath("/practicum/models/" + name));
            }
            return Optional.ofNullable(Path.of(uri).getParent()).filter(Files::isDirectory);
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
