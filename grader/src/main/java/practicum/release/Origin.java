package practicum.release;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import practicum.nbformat.Notebook;

/**
 * Where a submitted notebook says that it comes from. It decides nothing about the score: cells are known by their ids,
 * and are graded as the present source has them.
 *
 * @param release the release's name; empty where the notebook names none
 * @param notebook the digest of the notebook as it was issued; empty where it names none
 */
public record Origin(String release, String notebook) {
    private static final Pattern RELEASE = Pattern.compile("[0-9a-f]{1,64}");

    /** What a notebook says; whatever is not a digest is not repeated. */
    public static Origin of(Notebook notebook) {
        var own = notebook.metadata().get("practicum") instanceof JsonObject object ? object : new JsonObject();
        return new Origin(digest(own, "release"), digest(own, "notebook_sha256"));
    }

    private static String digest(JsonObject own, String name) {
        return own.get(name) instanceof JsonPrimitive text
                        && text.isString()
                        && RELEASE.matcher(text.getAsString()).matches()
                ? text.getAsString()
                : "";
    }

    /**
     * How an older release's notebook differs from the present one, in a sentence; empty where it is the present one, or
     * says nothing of a release.
     */
    public Optional<String> difference(IssuedPracticum now, ReleaseRecords records) {
        if (notebook.isEmpty() || notebook.equals(now.notebook())) {
            return Optional.empty();
        }
        return Optional.of(records.of(now.stem(), notebook)
                .flatMap(manifest -> manifest.practicum(now.stem()))
                .map(then -> "release " + release + ", of which " + changes(then.cells(), now.cells()))
                .orElse("release " + release + ", which this course has no record of"));
    }

    private static String changes(Map<String, String> then, Map<String, String> now) {
        var changed = new ArrayList<String>();
        now.forEach((id, digest) -> {
            if (!digest.equals(then.get(id))) {
                changed.add(id);
            }
        });
        long gone = then.keySet().stream().filter(id -> !now.containsKey(id)).count();
        List<String> shown = changed.subList(0, Math.min(6, changed.size()));
        String others = changed.size() > shown.size() ? " and " + (changed.size() - shown.size()) + " more" : "";
        String news = changed.isEmpty() ? "" : String.join(", ", shown) + others + " changed since";
        return news + (gone == 0 ? "" : (news.isEmpty() ? "" : ", and ") + gone + " cells are gone");
    }
}
