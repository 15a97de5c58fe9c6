package practicum.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The Hugging Face cache on this machine, in its standard layout:
 * {@code models--org--name/refs/main} names the commit under {@code snapshots/}.
 *
 * @param folder the cache's {@code hub} folder
 */
record HubCache(Path folder) {
    static HubCache ofThisMachine() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** The folder that the standard environment variables name. */
    static HubCache of(Map<String, String> environment, Path home) {
        if (environment.containsKey("HF_HUB_CACHE")) {
            return new HubCache(Path.of(environment.get("HF_HUB_CACHE")));
        }
        if (environment.containsKey("HF_HOME")) {
            return new HubCache(Path.of(environment.get("HF_HOME"), "hub"));
        }
        String xdg = environment.getOrDefault(
                "XDG_CACHE_HOME", home.resolve(".cache").toString());
        return new HubCache(Path.of(xdg, "huggingface", "hub"));
    }

    /** The snapshot of a model's main revision, if it is there. */
    Optional<Path> find(String name) {
        Path model = folder.resolve("models--" + name.replace("/", "--"));
        Path main = model.resolve("refs").resolve("main");
        if (!Files.isRegularFile(main)) {
            return Optional.empty();
        }
        try {
            Path snapshot =
                    model.resolve("snapshots").resolve(Files.readString(main).strip());
            return Optional.of(snapshot).filter(ModelFolder::holdsModel);
        } catch (IOException e) {
            throw new LoadException("Cannot read " + main + ": " + e, e);
        }
    }
}
