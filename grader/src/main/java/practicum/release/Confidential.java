package practicum.release;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import practicum.check.AnswerKey;
import practicum.source.Practicum;
import practicum.verify.Secrets;

/**
 * What no file of a release may hold: lines of solutions, hidden checks, mistakes and rubrics of every practicum, and
 * what hidden checks of the released ones expect. Texts are searched for plain, as JSON escapes them, in UTF-16 and in
 * Base64.
 */
final class Confidential {
    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

    private final Map<String, List<byte[]>> lines = new HashMap<>();
    private final Map<String, List<byte[]>> values = new HashMap<>();
    private final Map<String, List<byte[]>> rows = new HashMap<>();

    /**
     * Gathers what is confidential.
     *
     * @param all every practicum of the course, released or not
     * @param keys the released ones with their keys
     */
    Confidential(Collection<Practicum> all, Map<Practicum, AnswerKey> keys) {
        // What one practicum hides and another shows is no secret: a declaration, a loop.
        String shown = all.stream().map(Secrets::shownBy).collect(Collectors.joining("\n"));
        for (Practicum practicum : all) {
            Secrets.of(practicum).lines().stream()
                    .filter(secret -> !shown.contains(secret))
                    .forEach(secret -> lines.put(quoted(practicum, secret), forms(distinct(secret))));
        }
        keys.forEach((practicum, key) -> {
            var hidden = HiddenValues.of(practicum, key);
            hidden.texts().forEach((name, texts) -> values.put(of(practicum, name), plain(texts)));
            hidden.bytes().forEach((name, bytes) -> rows.put(of(practicum, name), bytes));
        });
    }

    /** For texts whose spaces are collapsed, whoever made them. */
    ByteSearch lines() {
        return new ByteSearch(lines);
    }

    /** For files that the course makes itself: elsewhere a number of seven digits may stand by chance. */
    ByteSearch values() {
        return new ByteSearch(values);
    }

    /** For files of numbers, as they are. */
    ByteSearch rows() {
        return new ByteSearch(rows);
    }

    private static String quoted(Practicum practicum, String secret) {
        return "\"" + secret + "\" of " + practicum.stem();
    }

    private static String of(Practicum practicum, String name) {
        return name + " of " + practicum.expectedName();
    }

    /** A short name of a check would be found by chance; in quotes it stands for itself. */
    private static String distinct(String secret) {
        return secret.length() < 8 ? '"' + secret + '"' : secret;
    }

    private static List<byte[]> plain(Set<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static List<byte[]> forms(String text) {
        var forms = new ArrayList<byte[]>();
        forms.add(text.getBytes(StandardCharsets.UTF_8));
        String json = JSON.toJson(text);
        String escaped = json.substring(1, json.length() - 1);
        if (!escaped.equals(text)) {
            forms.add(escaped.getBytes(StandardCharsets.UTF_8));
        }
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            forms.add(text.getBytes(charset));
        }
        forms.addAll(base64(text.getBytes(StandardCharsets.UTF_8)));
        return forms;
    }

    /** Base64 writes three bytes in four letters, so a text inside a longer one can look in three ways. */
    private static List<byte[]> base64(byte[] text) {
        var forms = new ArrayList<byte[]>();
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + text.length];
            System.arraycopy(text, 0, shifted, shift, text.length);
            byte[] encoded = Base64.getEncoder().withoutPadding().encode(shifted);
            int first = shift == 0 ? 0 : shift + 1;
            // The last letters depend on what follows.
            int last = shifted.length / 3 * 4;
            if (last - first >= 8) {
                forms.add(Arrays.copyOfRange(encoded, first, last));
            }
        }
        return forms;
    }
}
