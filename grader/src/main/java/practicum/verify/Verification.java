package practicum.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The outcome of verifying one practicum: for each rule, what breaks it. */
public final class Verification {
    private final String stem;
    private final Set<Rule> examined = EnumSet.noneOf(Rule.class);
    private final Map<Rule, List<String>> failures = new EnumMap<>(Rule.class);

    Verification(String stem) {
        this.stem = stem;
    }

    void examine(Rule rule, List<String> broken) {
        examined.add(rule);
        if (!broken.isEmpty()) {
            failures.computeIfAbsent(rule, none -> new ArrayList<>()).addAll(broken);
        }
    }

    /** The practicum's stem. */
    public String stem() {
        return stem;
    }

    /** Whether every rule was examined and holds. */
    public boolean isProven() {
        return failures.isEmpty() && examined.size() == Rule.values().length;
    }

    /** What breaks a rule, with file and line; empty where it holds or could not be examined. */
    public List<String> failures(Rule rule) {
        return List.copyOf(failures.getOrDefault(rule, List.of()));
    }

    /** Whether a rule could be examined; what must run cannot be where the source cannot be read. */
    public boolean isExamined(Rule rule) {
        return examined.contains(rule);
    }

    /** A table of the rules, with ✓, ✗ and the reasons, or – where a rule could not be examined. */
    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(stem).append('\n');
        for (Rule rule : Rule.values()) {
            String mark = !isExamined(rule) ? "–" : failures.containsKey(rule) ? "✗" : "✓";
            table.append("  ").append(mark).append(' ').append(rule).append('\n');
            failures(rule).forEach(why -> table.append("      ")
                    .append(why.replace("\n", "\n        "))
                    .append('\n'));
        }
        return table.toString();
    }
}
