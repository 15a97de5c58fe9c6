package practicum.similarity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The comparison of a class's submissions with each other.
 *
 * <p>What the release gives to all, and what many write alike because there is one way to write it, tells nothing: it is
 * left out. A likeness is a reason to look, not a verdict.
 */
public final class Similarity {
    /** From so many students on, what a fifth of them share is common. */
    private static final int LARGE = 10;

    private static final double COMMON = 0.2;

    private final Set<Long> given = new HashSet<>();

    /**
     * A comparison.
     *
     * @param given code that everybody was given
     */
    public Similarity(Collection<String> given) {
        given.forEach(code -> this.given.addAll(everyRun(code)));
    }

    /** The pairs that share the most, first those that are the most alike. */
    public List<Likeness> of(List<Work> works, int most) {
        var prints = works.stream().map(this::prints).toList();
        var counts = new HashMap<Long, Integer>();
        prints.forEach(each -> each.keySet().forEach(print -> counts.merge(print, 1, Integer::sum)));
        int common = works.size() < LARGE ? Integer.MAX_VALUE : Math.max(2, (int) Math.ceil(COMMON * works.size()));
        var owners = new HashMap<Long, List<Integer>>();
        for (int i = 0; i < works.size(); i++) {
            for (Long print : prints.get(i).keySet()) {
                if (isTelling(print, counts, common)) {
                    owners.computeIfAbsent(print, none -> new ArrayList<>()).add(i);
                }
            }
        }
        var pairs = new HashMap<Long, Integer>();
        owners.values().forEach(each -> count(each, pairs));
        int[] sizes = IntStream.range(0, works.size())
                .map(i -> (int) prints.get(i).keySet().stream()
                        .filter(print -> isTelling(print, counts, common))
                        .count())
                .toArray();
        return pairs.entrySet().stream()
                .map(pair -> likeness(pair.getKey(), pair.getValue(), works, prints, sizes, counts, common))
                .sorted(Comparator.comparingDouble((Likeness each) -> -each.similarity())
                        .thenComparingInt(each -> -each.shared())
                        .thenComparing(
                                each -> each.first().student() + each.second().student()))
                .limit(most)
                .toList();
    }

    private static void count(List<Integer> owners, Map<Long, Integer> pairs) {
        for (int i = 0; i < owners.size(); i++) {
            for (int j = i + 1; j < owners.size(); j++) {
                pairs.merge((long) owners.get(i) << 32 | owners.get(j), 1, Integer::sum);
            }
        }
    }

    /** A fingerprint's place: a cell and its lines. */
    private record Place(String cell, Fingerprints.Span lines) {}

    private Map<Long, Place> prints(Work work) {
        var prints = new HashMap<Long, Place>();
        work.code().forEach((cell, code) -> Fingerprints.of(Tokens.of(code)).forEach((print, lines) -> {
            if (!given.contains(print)) {
                prints.putIfAbsent(print, new Place(cell, lines));
            }
        }));
        return prints;
    }

    private static Likeness likeness(
            long pair,
            int shared,
            List<Work> works,
            List<Map<Long, Place>> prints,
            int[] sizes,
            Map<Long, Integer> counts,
            int common) {
        int a = (int) (pair >>> 32);
        int b = (int) pair;
        Map<String, Set<Integer>> first = new TreeMap<>();
        Map<String, Set<Integer>> second = new TreeMap<>();
        prints.get(a).forEach((print, place) -> {
            var other = prints.get(b).get(print);
            if (other != null && isTelling(print, counts, common)) {
                mark(place, first);
                mark(other, second);
            }
        });
        double similarity = shared / (double) Math.max(1, Math.min(sizes[a], sizes[b]));
        return new Likeness(
                works.get(a),
                works.get(b),
                similarity,
                shared,
                identical(works.get(a), works.get(b), first),
                first,
                second);
    }

    private static void mark(Place place, Map<String, Set<Integer>> lines) {
        var marked = lines.computeIfAbsent(place.cell(), none -> new TreeSet<>());
        for (int line = place.lines().from(); line <= place.lines().to(); line++) {
            marked.add(line);
        }
    }

    private static List<String> identical(Work a, Work b, Map<String, Set<Integer>> shared) {
        return shared.keySet().stream()
                .filter(cell -> plain(a.code().getOrDefault(cell, ""))
                        .equals(plain(b.code().getOrDefault(cell, ""))))
                .toList();
    }

    /** Whether few enough have a fingerprint for it to tell something. */
    private static boolean isTelling(long print, Map<Long, Integer> counts, int common) {
        return counts.getOrDefault(print, 0) < common;
    }

    private static String plain(String code) {
        return code.replaceAll("\\s+", "");
    }

    /** Of what was given every run counts, so that no window of a student's can choose another one. */
    private static Set<Long> everyRun(String code) {
        return Fingerprints.all(Tokens.of(code));
    }
}
