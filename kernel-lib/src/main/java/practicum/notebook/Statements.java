package practicum.notebook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.Snippet;

/** Where in which cell each snippet of a session stands. */
final class Statements {
    private final Map<String, Statement> byId = new HashMap<>();
    private final Set<String> whole = new HashSet<>();

    void put(Snippet snippet, Statement statement) {
        byId.put(snippet.id(), statement);
    }

    /** A declaration can be used now. */
    void worked(Snippet declaration) {
        whole.add(declaration.id());
    }

    /** Whether a declaration could ever be used. */
    boolean hasWorked(Snippet declaration) {
        return whole.contains(declaration.id());
    }

    Optional<Statement> of(Snippet snippet) {
        return of(snippet.id());
    }

    Optional<Statement> of(String snippetId) {
        return Optional.ofNullable(byId.get(snippetId));
    }
}
