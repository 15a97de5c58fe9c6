package practicum.world.language.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import practicum.world.Draw;
import practicum.world.Prompt;
import practicum.world.Template;

/**
 * A list, and all of it but one again: the missing one is asked for, and the others must be inhibited ("laundry lists",
 * Merullo et al. 2024, "Talking heads", arXiv 2406.09519).
 *
 * @param list what is wanted, in order
 * @param found what is found, in another order
 */
public record Recall(List<String> list, List<String> found) {
    public Recall {
        list = List.copyOf(list);
        found = List.copyOf(found);
    }

    /** The words up to the answer. */
    public List<String> words() {
        List<String> words = new ArrayList<>(Template.split("to bring :"));
        words.addAll(commas(list));
        words.addAll(Template.split(". here already :"));
        words.addAll(commas(found));
        words.addAll(Template.split(". still missing :"));
        return words;
    }

    private static List<String> commas(List<String> items) {
        return Template.split(String.join(" , ", items));
    }

    /** The one that is not found. */
    public String missing() {
        return list.stream().filter(item -> !found.contains(item)).findFirst().orElseThrow();
    }

    /** Its place in the list, from 0: the index that the model has to carry. */
    public int place() {
        return list.indexOf(missing());
    }

    /** The question, with one that is found as foil; its group says how long the list is. */
    public Prompt prompt(Random random) {
        return new Prompt("recall " + list.size(), String.join(" ", words()), missing(), Draw.one(found, random));
    }
}
