package practicum.notebook;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.Snippet;

/** Where in which cell each snippet of a session stands. */
final class Statements {
    private final Map<String, Statement> byId = new HashMap<>();

    void put(Snippet snippet, Statement statement) {
        byId.put(snippet.id(), statement);
    }

    Optional<Statement> of(Snippet snippet) {
        return of(snippet.id());
    }

    Optional<Statement> of(String snippetId) {
        return Optional.ofNullable(byId.get(snippetId));
    }
}
