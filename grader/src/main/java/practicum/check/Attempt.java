package practicum.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import practicum.nbformat.Notebook;
import practicum.source.Cell;
import practicum.source.CellIds;
import practicum.source.Practicum;

/**
 * What a student made of a practicum: the code of its exercises, cells of their own, and answers in words.
 *
 * @param code per exercise what is run for it
 * @param added per id of a release's cell the code cells that follow it and are not the release's; those that stand
 *     before all of them are under the empty id
 * @param words per written question the text of the answer
 * @param flags what was found changed, moved or missing
 */
public record Attempt(
        Map<String, String> code, Map<String, List<String>> added, Map<String, String> words, List<Flag> flags) {
    public Attempt {
        code = Map.copyOf(code);
        added = Map.copyOf(added);
        words = Map.copyOf(words);
        flags = List.copyOf(flags);
    }

    /**
     * A student's notebook, its cells known by their ids; roles, points and checks are never taken from it.
     *
     * @throws practicum.nbformat.NotebookException where it is a notebook of something else
     */
    public static Attempt of(Practicum practicum, Notebook notebook) {
        return new Matching(practicum).match(notebook);
    }

    /** The same with other code for an exercise. */
    public Attempt with(String exercise, String other) {
        var changed = new HashMap<>(code);
        changed.put(exercise, other);
        return new Attempt(changed, added, words, flags);
    }

    /** The cells to run that a student may see, in the release's order. */
    List<Step> visible(Practicum practicum) {
        var ids = CellIds.of(practicum);
        var steps = new ArrayList<Step>();
        own("", steps);
        for (int i = 0; i < ids.size(); i++) {
            var cell = practicum.cells().get(i);
            if (cell instanceof Cell.Demo demo) {
                steps.add(new Step.Plain(ids.get(i), demo.code()));
            } else if (cell instanceof Cell.Exercise exercise) {
                steps.add(new Step.Solved(ids.get(i), exercise, code.getOrDefault(exercise.id(), exercise.stub())));
            } else if (cell instanceof Cell.Check check && !check.hidden()) {
                steps.add(new Step.Asked(ids.get(i), check));
            }
            own(ids.get(i), steps);
        }
        return steps;
    }

    /** The hidden checks, in the release's order; they are run after everything else. */
    static List<Step> hidden(Practicum practicum) {
        return practicum.checks().stream()
                .filter(Cell.Check::hidden)
                .<Step>map(check -> new Step.Asked(check.answer(), check))
                .toList();
    }

    private void own(String after, List<Step> steps) {
        for (String text : added.getOrDefault(after, List.of())) {
            steps.add(new Step.Plain("", text));
        }
    }
}
