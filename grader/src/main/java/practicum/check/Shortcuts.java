package practicum.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import practicum.source.Cell;
import practicum.source.CellIds;
import practicum.source.Practicum;
import practicum.syntax.ForbiddenUse;
import practicum.syntax.Program;

/** Which checks look at code that uses what they forbid; read off the code, before it runs and apart from it. */
public final class Shortcuts {
    private final Practicum practicum;
    private final Attempt attempt;
    private @Nullable Program code;

    /** The shortcuts of one attempt; its code is read when the first check asks. */
    public Shortcuts(Practicum practicum, Attempt attempt) {
        this.practicum = practicum;
        this.attempt = attempt;
    }

    /**
     * What a check objects to.
     *
     * @param flag what a person may want to look at; empty where the code cannot be read
     * @param sentence what the student reads
     */
    public record Shortcut(Optional<Flag> flag, String sentence) {}

    /** What a check objects to in the code that it leads to, if anything. */
    public Optional<Shortcut> of(Cell.Check check) {
        List<String> forbidden = practicum.forbidden(check);
        if (forbidden.isEmpty()) {
            return Optional.empty();
        }
        if (code == null) {
            code = read();
        }
        return code.forbiddenUse(check.exercise(), check.code(), forbidden).map(use -> shortcut(check, use));
    }

    private static Shortcut shortcut(Cell.Check check, ForbiddenUse use) {
        String detail = "in the cell " + use.cell() + ", " + PlainText.of(use.code(), 120);
        if (use.kind() == ForbiddenUse.Kind.REFLECTION) {
            return new Shortcut(
                    Optional.of(new Flag(Flag.Kind.REFLECTION, detail)),
                    "This exercise is to be done without " + use.name() + ". Your code looks types or methods up by"
                            + " their names, so that nobody can tell what it uses: " + detail + ".");
        } else if (use.kind() == ForbiddenUse.Kind.UNREADABLE) {
            return new Shortcut(
                    Optional.empty(),
                    "This exercise is to be done without " + use.name() + ". Your code cannot be read, because it is"
                            + " no Java, or too long or too deeply nested, so that nobody can tell what it uses: "
                            + detail + ".");
        }
        return new Shortcut(
                Optional.of(new Flag(Flag.Kind.FORBIDDEN, check.exercise() + " uses " + use.name())),
                "This exercise is to be done without " + use.name() + ", but your code uses it: " + detail + ".");
    }

    /** The release's demos and the student's own cells, each cell under its name. */
    private Program read() {
        Map<String, String> released = new LinkedHashMap<>();
        Map<String, String> own = new LinkedHashMap<>();
        List<String> ids = CellIds.of(practicum);
        List<String> places = new ArrayList<>(List.of(""));
        for (int i = 0; i < ids.size(); i++) {
            Cell cell = practicum.cells().get(i);
            places.add(ids.get(i));
            if (cell instanceof Cell.Demo demo) {
                released.put(ids.get(i), demo.code());
            } else if (cell instanceof Cell.Exercise exercise) {
                own.put(exercise.id(), attempt.code().getOrDefault(exercise.id(), exercise.stub()));
            }
        }
        places.addAll(attempt.added().keySet());
        for (String place : places.stream().distinct().toList()) {
            int number = 0;
            for (String code : attempt.added().getOrDefault(place, List.of())) {
                own.put(
                        "after " + (place.isEmpty() ? "the beginning" : place) + (number++ == 0 ? "" : " #" + number),
                        code);
            }
        }
        return Program.of(released, own);
    }
}
