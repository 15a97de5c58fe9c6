package practicum.notebook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What came of the checks of this session: which passed when they ran last, and how many wrong answers each exercise saw. */
final class Attempts {
    private final Map<String, Boolean> latest = new HashMap<>();
    private final Map<String, Set<String>> wrong = new HashMap<>();

    /** A check passed. */
    synchronized void passed(String check) {
        latest.put(check, true);
    }

    /**
     * A check did not pass.
     *
     * @param answer the answer as text: the same again does not count again
     * @return how many different wrong answers this exercise has seen
     */
    synchronized int failed(String check, String exercise, String answer) {
        latest.put(check, false);
        Set<String> answers = wrong.computeIfAbsent(exercise, none -> new HashSet<>());
        answers.add(check + "\n" + answer);
        return answers.size();
    }

    /** Whether a check has run at all. */
    synchronized boolean hasRun(String check) {
        return latest.containsKey(check);
    }

    /** Whether a check passed when it ran last. */
    synchronized boolean hasPassed(String check) {
        return latest.getOrDefault(check, false);
    }
}
