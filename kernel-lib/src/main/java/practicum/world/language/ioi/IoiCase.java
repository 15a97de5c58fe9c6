package practicum.world.language.ioi;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import practicum.world.Prompt;

/**
 * A sentence with its answer, and its counterparts for patching, which have the same words at the same positions but for
 * names.
 *
 * @param family how it ends, and so who the answer is
 * @param form which names stand between the pair and the question
 * @param order "ABBA" if the other person is named first of the pair, "BABA" if the acting one is
 * @param roles the sentence up to its answer, with roles in place of names
 * @param names who has which role
 * @param strangers other names, one for each role: the names of the ABC counterpart
 * @param answer the name that comes next
 */
public record IoiCase(
        IoiFamily family,
        IoiForm form,
        String order,
        List<String> roles,
        Map<IoiRole, String> names,
        Map<IoiRole, String> strangers,
        String answer) {
    public IoiCase {
        roles = List.copyOf(roles);
        names = Map.copyOf(names);
        strangers = Map.copyOf(strangers);
    }

    /** The words up to the answer. */
    public List<String> words() {
        return filled(names);
    }

    /** The question, with the other one of the pair as foil; its group is family and order, such as "giving ABBA". */
    public Prompt prompt() {
        return new Prompt(family.label() + " " + order, String.join(" ", words()), answer, foil());
    }

    /** The one of the pair that is not the answer. */
    public String foil() {
        return answer.equals(name(IoiRole.IO)) ? name(IoiRole.S) : name(IoiRole.IO);
    }

    /** Who has a role. */
    public String name(IoiRole role) {
        return find(role, names);
    }

    /** The first names in order, each as often as it is named. */
    public List<String> mentions() {
        return roles.stream()
                .filter(IoiCase::isSlot)
                .map(slot -> name(IoiRole.ofSlot(slot)))
                .toList();
    }

    /**
     * The counterpart of the paper's p_ABC: other names, and the one who acts was never named before, so nothing says who
     * of the pair is the answer.
     */
    public List<String> abc() {
        return filled(strangers);
    }

    /** The counterpart in which the other one acts: what was the answer is the foil, and the foil the answer. */
    public List<String> swapped() {
        Map<IoiRole, String> swapped = new EnumMap<>(names);
        swapped.put(IoiRole.S2, name(IoiRole.IO));
        swapped.put(IoiRole.IO2, name(IoiRole.S));
        return filled(swapped);
    }

    /**
     * Where a role stands, counted in words from 0; a model that puts {@code <bos>} in front has it one later.
     *
     * @throws IllegalArgumentException if nobody has the role here
     */
    public int position(IoiRole role) {
        int at = roles.indexOf(role.slot());
        if (at < 0) {
            throw new IllegalArgumentException(
                    "Nobody is " + role + " in \"" + String.join(" ", roles) + "\"; ask has(…) first.");
        }
        return at;
    }

    /** Whether somebody has the role. */
    public boolean has(IoiRole role) {
        return roles.contains(role.slot());
    }

    /** The last word before the answer. */
    public int end() {
        return roles.size() - 1;
    }

    private List<String> filled(Map<IoiRole, String> who) {
        return roles.stream()
                .map(word -> isSlot(word) ? find(IoiRole.ofSlot(word), who) : word)
                .toList();
    }

    private static boolean isSlot(String word) {
        return word.startsWith("{");
    }

    private static String find(IoiRole role, Map<IoiRole, String> names) {
        String name = names.get(role);
        if (name == null) {
            throw new IllegalArgumentException("Nobody is " + role + "; there are " + names.keySet() + ".");
        }
        return name;
    }

    @Override
    public String toString() {
        return String.join(" ", words()) + " → " + answer;
    }
}
