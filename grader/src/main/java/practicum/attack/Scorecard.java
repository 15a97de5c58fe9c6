package practicum.attack;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What became of all attacks on this host.
 *
 * @param sandbox where submissions run here
 * @param outcomes one for each attack, by rows
 */
public record Scorecard(String sandbox, List<Outcome> outcomes) {
    private static final Gson GSON = new GsonBuilder()
            .setFormattingStyle(FormattingStyle.PRETTY)
            .disableHtmlEscaping()
            .create();

    /** Puts the outcomes into the order of the rows. */
    public Scorecard {
        outcomes =
                outcomes.stream().sorted(Comparator.comparingInt(Outcome::row)).toList();
    }

    /**
     * Carries out all attacks.
     *
     * @param sandbox a line that says where
     * @param only the rows to try; all where it is empty
     * @param jobs how many at a time
     */
    public static Scorecard of(Range range, String sandbox, Set<Integer> only, int jobs) throws IOException {
        IntPredicate wanted = row -> only.isEmpty() || only.contains(row);
        Sabotage before = Sabotage.state(range.kernel());
        List<Attack> attacks = attacks(only);
        List<Outcome> outcomes = new ArrayList<>();
        if (!attacks.isEmpty()) {
            outcomes.addAll(range.carryOut(attacks, jobs));
        }
        for (ClassAttack attack : ClassAttacks.all()) {
            if (wanted.test(attack.row())) {
                outcomes.add(carriedOut(attack, range));
            }
        }
        Sabotage.state(range.kernel()).since(before).stream()
                .filter(outcome -> wanted.test(outcome.row()))
                .forEach(outcomes::add);
        return new Scorecard(sandbox, outcomes);
    }

    /**
     * Carries out what somebody else wrote: each submission of {@code folder} against this practicum.
     *
     * @param sandbox a line that says where
     * @param jobs how many at a time
     */
    public static Scorecard ofStrangers(Range range, String sandbox, Path folder, int jobs) throws IOException {
        Sabotage before = Sabotage.state(range.kernel());
        List<Outcome> outcomes = new ArrayList<>(Strangers.carryOut(range, folder, jobs));
        outcomes.addAll(Sabotage.state(range.kernel()).since(before));
        return new Scorecard(sandbox, outcomes);
    }

    /** Whether a folder holds submissions against the practicum that is attacked. */
    public static boolean hasStrangers(Path folder) throws IOException {
        return Strangers.areIn(folder);
    }

    /**
     * Writes the submissions of the catalogue, aimed at this host, to a new folder, where they can be read and changed.
     *
     * @return how many there are
     */
    public static int write(Range range, Set<Integer> only, Path folder) throws IOException {
        List<Attack> attacks = attacks(only);
        range.handIn(attacks, Files.createDirectory(folder));
        return attacks.size();
    }

    private static List<Attack> attacks(Set<Integer> only) {
        return Catalogue.all().stream()
                .filter(attack -> only.isEmpty() || only.contains(attack.row()))
                .toList();
    }

    private static Outcome carriedOut(ClassAttack attack, Range range) throws IOException {
        long start = System.nanoTime();
        String wrong = attack.deed().commit(range);
        return new Outcome(
                attack.row(),
                attack.title(),
                attack.expected(),
                wrong.isEmpty() ? attack.expected() : wrong,
                wrong.isEmpty(),
                (System.nanoTime() - start) / 1e9);
    }

    /** Whether every attack met with what it should. */
    public boolean isWithstood() {
        return outcomes.stream().allMatch(Outcome::ok);
    }

    /** One line for each attack, and a last one for all. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Outcome outcome : outcomes) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s %2s  %-52s %s%n",
                    outcome.ok() ? "✓" : "✗",
                    outcome.row() == 0 ? "" : outcome.row(),
                    outcome.title(),
                    outcome.ok() ? outcome.seen() : "expected " + outcome.expected() + "; seen " + outcome.seen()));
        }
        long rows = outcomes.stream()
                .mapToInt(Outcome::row)
                .filter(row -> row > 0)
                .distinct()
                .count();
        long failed = outcomes.stream().filter(outcome -> !outcome.ok()).count();
        return text.append(String.format(
                        Locale.ROOT,
                        "%d attacks of %d %s in %s: %s.%n",
                        outcomes.size(),
                        rows,
                        rows == 1 ? "row" : "rows",
                        sandbox,
                        failed == 0 ? "all withstood" : failed + " not withstood"))
                .toString();
    }

    /** The same for programs. */
    public String json() {
        JsonArray all = new JsonArray();
        for (Outcome outcome : outcomes) {
            JsonObject each = new JsonObject();
            each.addProperty("row", outcome.row());
            each.addProperty("attack", outcome.title());
            each.addProperty("expected", outcome.expected());
            each.addProperty("seen", outcome.seen());
            each.addProperty("ok", outcome.ok());
            each.addProperty("seconds", outcome.seconds());
            all.add(each);
        }
        JsonObject json = new JsonObject();
        json.addProperty("sandbox", sandbox);
        json.addProperty("withstood", isWithstood());
        json.add("attacks", all);
        return GSON.toJson(json) + "\n";
    }
}
