package practicum.verify;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Searches a file of a release, every text in it, for secrets: sources, metadata, outputs, attachments, expectations. */
final class Leaks {
    private final Secrets secrets;
    private final Set<String> found = new LinkedHashSet<>();

    private Leaks(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The secrets in a JSON file, each with the place where it stands. */
    static List<String> in(String json, String shown, Secrets secrets) {
        Leaks leaks = new Leaks(secrets);
        try {
            leaks.search(JsonParser.parseString(json), "");
        } catch (JsonParseException e) {
            leaks.text(json, "");
        }
        List<String> sentences = new ArrayList<>();
        leaks.found.forEach(leak -> sentences.add(shown + leak));
        return sentences;
    }

    private void search(JsonElement element, String place) {
        if (element instanceof JsonPrimitive text && text.isString()) {
            text(text.getAsString(), place);
        } else if (element instanceof JsonObject object) {
            for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
                text(entry.getKey(), place);
                search(entry.getValue(), place + "." + entry.getKey());
            }
        } else if (element instanceof JsonArray array) {
            search(array, place);
        }
    }

    /** A text in lines is searched as one, so that a secret across two lines is found too. */
    private void search(JsonArray array, String place) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof JsonPrimitive line && line.isString()) {
                lines.append(line.getAsString());
            } else {
                search(array.get(i), place + "[" + i + "]");
            }
        }
        text(lines.toString(), place);
    }

    private void text(String text, String place) {
        secrets.in(text).forEach(secret -> found.add(" holds \"" + secret + "\" at " + place.replaceFirst("^\\.", "")));
    }
}
