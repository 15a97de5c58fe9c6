package practicum.hub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A model's name on the hub: {@code owner/name}, or a bare name from the hub's early days.
 *
 * @param value the name, the present one where the hub has renamed the model
 */
public record RepoId(String value) {
    private static final Pattern LEGAL = Pattern.compile("(\\b[\\w.-]{1,96}\\b/)?\\b[\\w.-]{1,96}\\b");

    /** The early models that were given to organisations; caches hold them under both names. */
    private static final Map<String, String> RENAMED = renamed(Map.of(
            "openai-community", List.of("gpt2", "gpt2-medium", "gpt2-large", "gpt2-xl"),
            "distilbert", List.of("distilgpt2"),
            "google-bert", List.of("bert-base-uncased", "bert-base-cased", "bert-large-uncased", "bert-large-cased")));

    public RepoId {
        if (!isLegal(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is no name of a model on the hub: that is owner/name,"
                    + " of letters, digits, \"-\", \"_\" and \".\", as in EleutherAI/pythia-70m");
        }
        value = RENAMED.getOrDefault(value, value);
    }

    /** Whether the hub accepts such a name, whatever is behind it. */
    public static boolean isLegal(String name) {
        return LEGAL.matcher(name).matches() && !name.contains("--") && !name.contains("..") && !name.endsWith(".git");
    }

    /** All names of the model, the present one first. */
    Stream<String> names() {
        Optional<String> old = RENAMED.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst();
        return Stream.concat(Stream.of(value), old.stream());
    }

    @Override
    public String toString() {
        return value;
    }

    private static Map<String, String> renamed(Map<String, List<String>> byOwner) {
        Map<String, String> renamed = new HashMap<>();
        byOwner.forEach((owner, names) -> names.forEach(name -> renamed.put(name, owner + "/" + name)));
        return Map.copyOf(renamed);
    }
}
