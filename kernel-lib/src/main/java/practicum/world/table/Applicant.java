package practicum.world.table;

import java.util.List;

/**
 * Somebody who applies. The name goes with the group, and mostly the club does too.
 *
 * @param profile what the applicant can do
 * @param group the protected attribute
 * @param typical whether the club is one of the applicant's group
 * @param pick which of the group's names and of the clubs, from 0
 */
public record Applicant(Profile profile, Group group, boolean typical, int pick) {
    private static final List<String> WOMEN =
            List.of("anna", "clara", "dana", "eva", "gina", "ida", "lena", "maria", "nora", "rosa");
    private static final List<String> MEN =
            List.of("adam", "carl", "david", "emil", "georg", "ivan", "leo", "martin", "noah", "robert");
    private static final List<String> WOMENS_CLUBS = List.of("netball", "ballet");
    private static final List<String> MENS_CLUBS = List.of("rugby", "boxing");

    /** How many names each group has. */
    static final int NAMES = WOMEN.size();

    public Applicant {
        if (pick < 0 || pick >= NAMES) {
            throw new IllegalArgumentException("A pick is 0 to " + (NAMES - 1) + "; got " + pick + ".");
        }
    }

    /** The names of a group. */
    public static List<String> names(Group group) {
        return group == Group.WOMAN ? WOMEN : MEN;
    }

    /** The clubs that are typical of a group. */
    public static List<String> clubs(Group group) {
        return group == Group.WOMAN ? WOMENS_CLUBS : MENS_CLUBS;
    }

    /** The first name. */
    public String name() {
        return names(group).get(pick);
    }

    /** The group that the club is typical of. */
    public Group clubOf() {
        return typical ? group : group.other();
    }

    /** The club. */
    public String club() {
        return clubs(clubOf()).get(pick % 2);
    }

    /** The same person in the other group, with all that follows from it: the name, and the club. */
    public Applicant flipped() {
        return new Applicant(profile, group.other(), typical, pick);
    }

    /** The same person in the other group but in the same club: what the direct path sees. */
    public Applicant flippedDirectly() {
        return new Applicant(profile, group.other(), !typical, pick);
    }

    /** The same person in the club that would have followed from the other group: what the path by proxy sees. */
    public Applicant flippedClub() {
        return new Applicant(profile, group, !typical, pick);
    }

    /** What is written in an application, word by word, up to the decision. */
    public List<String> words() {
        return ScreenText.words(this);
    }
}
