package practicum.similarity;

import java.util.Map;

/**
 * What one student wrote.
 *
 * @param student whose it is
 * @param code per cell its text
 */
public record Work(String student, Map<String, String> code) {
    /** Keeps a copy. */
    public Work {
        code = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(code));
    }
}
