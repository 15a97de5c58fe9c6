package practicum.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import practicum.build.ReleaseFiles;
import practicum.source.Project;

/** The manifests of all releases that a course has made, kept beside its sources. */
public final class ReleaseRecords {
    private final Path folder;

    /** Those of a course. */
    public ReleaseRecords(Project project) {
        this.folder = project.solutions().resolve("releases");
    }

    /** Keeps a release's manifest. */
    Path keep(Manifest manifest) {
        Path file = folder.resolve(manifest.release() + ".json");
        ReleaseFiles.write(Map.of(file, manifest.toJson()));
        return file;
    }

    /** The release that issued a notebook of this digest; of several with the same notebook, the last by name. */
    public Optional<Manifest> of(String stem, String notebook) {
        return all().stream()
                .filter(manifest -> manifest.practicum(stem)
                        .filter(each -> each.notebook().equals(notebook))
                        .isPresent())
                .reduce((a, b) -> b);
    }

    private List<Manifest> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Manifest::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
