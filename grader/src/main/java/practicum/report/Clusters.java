package practicum.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Students who gave the same wrong answer to the same check. */
public final class Clusters {
    private final Map<String, Cluster> clusters = new LinkedHashMap<>();

    /**
     * One wrong answer.
     *
     * @param check what it answers
     * @param answer its digest
     * @param shown its beginning
     * @param rationale what each of them was told
     * @param students who gave it
     */
    public record Cluster(String check, String answer, String shown, String rationale, List<String> students) {
        /** How a person writes to all of them at once: the words that {@code gradebook comment --on} takes. */
        public String name() {
            return check + "=" + answer;
        }
    }

    /** Counts one wrong answer in. */
    public void add(String check, String answer, String shown, String rationale, String student) {
        clusters.computeIfAbsent(
                        check + "=" + answer, none -> new Cluster(check, answer, shown, rationale, new ArrayList<>()))
                .students()
                .add(student);
    }

    /** The answers that more than one student gave, the most frequent first. */
    public List<Cluster> shared() {
        return clusters.values().stream()
                .filter(cluster -> cluster.students().size() > 1)
                .sorted(Comparator.comparingInt(
                                (Cluster cluster) -> -cluster.students().size())
                        .thenComparing(Cluster::name))
                .toList();
    }
}
