package practicum.verify;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import practicum.build.MutantRun;
import practicum.build.MutantRun.Fate;
import practicum.source.Cell;

/** How many small mistakes in its solutions a practicum's checks notice, and which they do not. */
public final class MutationReport {
    private final String stem;
    private final List<MutantRun> runs;
    private final ToIntFunction<MutantRun> lines;

    /**
     * A report on runs.
     *
     * @param lines the line of the source that a mutant changes
     */
    public MutationReport(String stem, List<MutantRun> runs, ToIntFunction<MutantRun> lines) {
        this.stem = stem;
        this.runs = List.copyOf(runs);
        this.lines = lines;
    }

    /** The share of mutants that were noticed, of those that compile and are not known to compute the same. */
    public double killRate() {
        return rate(count(runs));
    }

    /** The mutants that no check notices. */
    public List<MutantRun> survivors() {
        return runs.stream().filter(run -> run.fate() == Fate.SURVIVED).toList();
    }

    private static Map<Fate, Integer> count(List<MutantRun> runs) {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        runs.forEach(run -> counts.merge(run.fate(), 1, Integer::sum));
        return counts;
    }

    private static double rate(Map<Fate, Integer> counts) {
        int killed = counts.getOrDefault(Fate.KILLED, 0);
        int all = killed + counts.getOrDefault(Fate.SURVIVED, 0);
        return all == 0 ? 1 : killed / (double) all;
    }

    /** A table of the exercises, and under each the mutants that survive it, with their lines. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(line(stem, runs));
        runs.stream().map(MutantRun::exercise).distinct().forEach(exercise -> append(text, exercise));
        return text.toString();
    }

    private void append(StringBuilder text, Cell.Exercise exercise) {
        List<MutantRun> own = runs.stream()
                .filter(run -> run.exercise().id().equals(exercise.id()))
                .toList();
        text.append("  ").append(line(exercise.id(), own));
        own.stream().filter(run -> run.fate() == Fate.SURVIVED).forEach(run -> text.append("      line ")
                .append(lines.applyAsInt(run))
                .append(" survives: ")
                .append(run.mutant())
                .append('\n'));
    }

    private static String line(String name, List<MutantRun> runs) {
        Map<Fate, Integer> counts = count(runs);
        int equivalent = counts.getOrDefault(Fate.EQUIVALENT, 0);
        return String.format(
                Locale.ROOT,
                "%s: %d of %d noticed, %.0f %%%s%n",
                name,
                counts.getOrDefault(Fate.KILLED, 0),
                counts.getOrDefault(Fate.KILLED, 0) + counts.getOrDefault(Fate.SURVIVED, 0),
                100 * rate(counts),
                (equivalent == 0 ? "" : ", " + equivalent + " said to compute the same")
                        + (counts.containsKey(Fate.STILLBORN)
                                ? ", " + counts.get(Fate.STILLBORN) + " do not compile"
                                : ""));
    }
}
