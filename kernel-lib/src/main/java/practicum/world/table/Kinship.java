package practicum.world.table;

import java.util.List;

/**
 * A question about a family: whose what?
 *
 * @param person who is asked about
 * @param relation what they are to that person
 * @param answers who is it, at least one
 */
public record Kinship(String person, String relation, List<String> answers) {
    public Kinship {
        answers = List.copyOf(answers);
    }
}
