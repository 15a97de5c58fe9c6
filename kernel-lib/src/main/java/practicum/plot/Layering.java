package practicum.plot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The parts of a circuit in rows, so that every link runs upward, in an order within each row that lets few links cross
 * (the method of Sugiyama, Tagawa and Toda 1981). A link over several rows has a bend in each of them.
 *
 * @param rows from the lowest to the highest, what stands in each from left to right
 * @param routes per link, what it runs through: the part it begins at, its bends, the part it ends at
 */
record Layering(List<List<Stop>> rows, List<List<Stop>> routes) {
    private static final int SWEEPS = 12;

    /** A part, or a bend of a long link; two bends in a row are two, so this is no record. */
    static final class Stop {
        /** The part's name, or "" for a bend. */
        final String part;

        final int row;

        Stop(String part, int row) {
            this.part = part;
            this.row = row;
        }

        boolean isBend() {
            return part.isEmpty();
        }
    }

    /**
     * Lays links out; parts that no layer is given for stand just above the highest that they read from, or, where
     * nothing reads them, in the highest row.
     */
    static Layering of(List<Link> links, Map<String, Integer> layers) {
        Map<String, Integer> rowOf = compact(rowsOf(links, layers));
        List<List<Stop>> rows = new ArrayList<>();
        rowOf.values().stream().distinct().forEach(row -> rows.add(new ArrayList<>()));
        Map<String, Stop> stops = new LinkedHashMap<>();
        rowOf.forEach((part, row) -> stops.put(part, add(rows, new Stop(part, row))));
        List<List<Stop>> routes = new ArrayList<>();
        for (Link link : links) {
            Stop from = stop(stops, link.from());
            Stop to = stop(stops, link.to());
            List<Stop> route = new ArrayList<>(List.of(from));
            for (int row = from.row + 1; row < to.row; row++) {
                route.add(add(rows, new Stop("", row)));
            }
            route.add(to);
            routes.add(route);
        }
        untangle(rows, routes);
        return new Layering(rows, routes);
    }

    private static Stop stop(Map<String, Stop> stops, String part) {
        return Objects.requireNonNull(stops.get(part));
    }

    private static Stop add(List<List<Stop>> rows, Stop stop) {
        rows.get(stop.row).add(stop);
        return stop;
    }

    private static Map<String, Integer> rowsOf(List<Link> links, Map<String, Integer> layers) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        Map<String, Integer> waiting = new LinkedHashMap<>();
        for (Link link : links) {
            waiting.putIfAbsent(link.from(), 0);
            waiting.merge(link.to(), 1, Integer::sum);
        }
        var ready = new ArrayDeque<String>();
        waiting.forEach((part, count) -> {
            if (count == 0) {
                ready.add(part);
            }
        });
        Map<String, Integer> left = new HashMap<>(waiting);
        while (!ready.isEmpty()) {
            String part = ready.remove();
            int lowest = links.stream()
                    .filter(link -> link.to().equals(part))
                    .mapToInt(link -> 1 + rows.getOrDefault(link.from(), 0))
                    .max()
                    .orElse(0);
            rows.put(part, layers.getOrDefault(part, lowest));
            for (Link link : links) {
                if (link.from().equals(part) && left.merge(link.to(), -1, Integer::sum) == 0) {
                    ready.add(link.to());
                }
            }
        }
        raiseOutputs(links, layers, rows);
        requireUpward(links, waiting.keySet(), rows);
        List<String> strangers = layers.keySet().stream()
                .filter(part -> !waiting.containsKey(part))
                .toList();
        Require.that(strangers.isEmpty(), "Layers are given for %s, which no link joins.", strangers);
        return rows;
    }

    private static void raiseOutputs(List<Link> links, Map<String, Integer> layers, Map<String, Integer> rows) {
        int highest = rows.values().stream().mapToInt(row -> row).max().orElse(0);
        Set<String> read = links.stream().map(Link::from).collect(Collectors.toSet());
        rows.replaceAll((part, row) -> read.contains(part) || layers.containsKey(part) ? row : highest);
    }

    private static void requireUpward(List<Link> links, Collection<String> parts, Map<String, Integer> rows) {
        List<String> round =
                parts.stream().filter(part -> !rows.containsKey(part)).toList();
        Require.that(round.isEmpty(), "These links run in a circle, which no circuit does: they are among %s.", round);
        for (Link link : links) {
            int from = rows.getOrDefault(link.from(), 0);
            int to = rows.getOrDefault(link.to(), 0);
            Require.that(
                    from < to,
                    "The link from \"%s\" (layer %d) to \"%s\" (layer %d) does not run upward; give the reader a higher"
                            + " layer.",
                    link.from(),
                    from,
                    link.to(),
                    to);
        }
    }

    /** Rows without gaps. */
    private static Map<String, Integer> compact(Map<String, Integer> rows) {
        Map<Integer, Integer> dense = new TreeMap<>();
        rows.values().forEach(row -> dense.put(row, 0));
        int next = 0;
        for (Map.Entry<Integer, Integer> entry : dense.entrySet()) {
            entry.setValue(next++);
        }
        Map<String, Integer> compact = new LinkedHashMap<>();
        rows.forEach((part, row) -> compact.put(part, dense.getOrDefault(row, 0)));
        return compact;
    }

    /** Sweeps up and down, each time putting what stands in a row below the middle of its neighbours. */
    private static void untangle(List<List<Stop>> rows, List<List<Stop>> routes) {
        Map<Stop, List<Stop>> below = new HashMap<>();
        Map<Stop, List<Stop>> above = new HashMap<>();
        for (List<Stop> route : routes) {
            for (int i = 1; i < route.size(); i++) {
                below.computeIfAbsent(route.get(i), none -> new ArrayList<>()).add(route.get(i - 1));
                above.computeIfAbsent(route.get(i - 1), none -> new ArrayList<>())
                        .add(route.get(i));
            }
        }
        List<List<Stop>> best = copy(rows);
        int fewest = crossings(best, above);
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean upward = sweep % 2 == 0;
            for (int k = 1; k < rows.size(); k++) {
                int row = upward ? k : rows.size() - 1 - k;
                order(rows.get(row), rows.get(upward ? row - 1 : row + 1), upward ? below : above);
            }
            int count = crossings(rows, above);
            if (count < fewest) {
                fewest = count;
                best = copy(rows);
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).clear();
            rows.get(row).addAll(best.get(row));
        }
    }

    private static void order(List<Stop> row, List<Stop> fixed, Map<Stop, List<Stop>> neighbours) {
        Map<Stop, Double> middle = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            double here = (i + 0.5) / row.size() * fixed.size();
            middle.put(
                    row.get(i),
                    neighbours.getOrDefault(row.get(i), List.of()).stream()
                            .mapToDouble(other -> fixed.indexOf(other) + 0.5)
                            .average()
                            .orElse(here));
        }
        row.sort(Comparator.comparingDouble(stop -> middle.getOrDefault(stop, 0.0)));
    }

    private static int crossings(List<List<Stop>> rows, Map<Stop, List<Stop>> above) {
        int count = 0;
        for (int row = 0; row + 1 < rows.size(); row++) {
            List<Stop> upper = rows.get(row + 1);
            List<int[]> pairs = new ArrayList<>();
            for (int i = 0; i < rows.get(row).size(); i++) {
                for (Stop other : above.getOrDefault(rows.get(row).get(i), List.of())) {
                    pairs.add(new int[] {i, upper.indexOf(other)});
                }
            }
            count += crossings(pairs);
        }
        return count;
    }

    private static int crossings(List<int[]> pairs) {
        int count = 0;
        for (int[] a : pairs) {
            for (int[] b : pairs) {
                count += a[0] < b[0] && a[1] > b[1] ? 1 : 0;
            }
        }
        return count;
    }

    private static List<List<Stop>> copy(List<List<Stop>> rows) {
        List<List<Stop>> copy = new ArrayList<>();
        rows.forEach(row -> copy.add(new ArrayList<>(row)));
        return copy;
    }
}
