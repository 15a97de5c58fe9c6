package practicum.notebook;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What other libraries call by a name that here belongs to nothing of that type, and how the same is had. */
final class LibraryWords {
    private static final String ORDER =
            "A tensor's numbers are put in order as an array: t.toFloatArray(); the largest one's"
                    + " place is t.argMax(-1), and run.top(5) has a run's likeliest words.";
    private static final String NEVER =
            "A tensor's values never change: every operation makes a new tensor. Change an array, and"
                    + " make a tensor of it by Tensor.of(…).";
    private static final String ALGEBRA =
            "Linear algebra is in Linalg: Linalg.eigenvalues(m), for one; Linalg. and the Tab key" + " offer the rest.";
    private static final Map<String, String> OF_TENSORS = Map.ofEntries(
            Map.entry("transpose", "The last two dimensions change places with t.t(); others with permute(…)."),
            Map.entry("T", "The last two dimensions change places with t.t(); others with permute(…)."),
            Map.entry("topk", ORDER),
            Map.entry("topK", ORDER),
            Map.entry("top", ORDER),
            Map.entry("sort", ORDER),
            Map.entry("argsort", ORDER),
            Map.entry("argSort", ORDER),
            Map.entry("eig", ALGEBRA),
            Map.entry("eigenvalues", ALGEBRA),
            Map.entry("svd", ALGEBRA),
            Map.entry("inverse", ALGEBRA),
            Map.entry("solve", ALGEBRA),
            Map.entry("set", NEVER),
            Map.entry("put", NEVER),
            Map.entry("add_", NEVER),
            Map.entry("diagonal", "Numbers on a diagonal are read one by one: t.item(i, i)."));
    private static final Map<String, String> OF_PLACES = Map.of(
            "zero", "A change that sets to 0 is ablate().",
            "patch", "Values of another run are put in by patchFrom(run).",
            "post", "Neurons behind their activation are Hook.mlpPost(layer), before it Hook.mlpPre(layer).",
            "pre",
                    "The stream before a layer is Hook.residPre(layer), neurons before their activation Hook.mlpPre(layer).");
    private static final Map<String, String> OF_CIRCUITS =
            Map.of("add", "A circuit with one more edge is with(writer, reader).");
    private static final Set<String> STREAMS =
            Set.of("map", "filter", "mapToDouble", "mapToInt", "mapToObj", "reduce", "collect", "anyMatch", "allMatch");

    private LibraryWords() {}

    /**
     * What to write in its place.
     *
     * @param type the type that lacks the name, as the compiler writes it
     */
    static Optional<String> of(String type, String name) {
        String plain = type.replaceFirst("<.*", "");
        if (Set.of("List", "Set", "ArrayList", "Collection").contains(plain) && STREAMS.contains(name)) {
            return Optional.of("A collection is gone through as a stream: list.stream().%s(…).".formatted(name));
        }
        return switch (plain) {
            case "Tensor" -> Optional.ofNullable(OF_TENSORS.get(name));
            case "Hook", "Site", "Target" -> Optional.ofNullable(OF_PLACES.get(name));
            case "Circuit" -> Optional.ofNullable(OF_CIRCUITS.get(name));
            default -> Optional.empty();
        };
    }
}
