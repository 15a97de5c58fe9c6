package practicum.release;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a release consists of.
 *
 * @param release its name: the beginning of a digest of all that a student's work depends on
 * @param platforms the machines that it runs on
 * @param practicums what it holds
 * @param files per file the digest of its bytes; all files but the manifest itself
 */
public record Manifest(
        String release, List<String> platforms, List<IssuedPracticum> practicums, Map<String, String> files) {
    /** Its name in a release's folder. */
    public static final String FILE = "MANIFEST.json";

    private static final Gson GSON = new GsonBuilder()
            .setFormattingStyle(FormattingStyle.PRETTY)
            .disableHtmlEscaping()
            .create();

    /** The practicum of this stem, if the release holds it. */
    public Optional<IssuedPracticum> practicum(String stem) {
        return practicums.stream().filter(each -> each.stem().equals(stem)).findFirst();
    }

    /** The file's text. */
    public String toJson() {
        return GSON.toJson(this) + "\n";
    }

    /** Reads a manifest. */
    public static Manifest read(Path file) {
        try {
            var manifest = GSON.fromJson(Files.readString(file), Manifest.class);
            if (manifest == null || manifest.release() == null || manifest.practicums() == null) {
                throw new ReleaseException(file + " is no manifest of a release.");
            }
            return manifest;
        } catch (JsonParseException e) {
            throw new ReleaseException(file + " is no manifest of a release: " + e.getMessage());
        } catch (IOException e) {
            throw new ReleaseException("Cannot read " + file + ": " + e.getMessage() + ".");
        }
    }
}
