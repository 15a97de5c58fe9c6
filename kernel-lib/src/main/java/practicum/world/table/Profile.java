package practicum.world.table;

import java.util.ArrayList;
import java.util.List;

/**
 * What an applicant can do: all that should count.
 *
 * @param skills one bit for each of {@link #SKILLS}
 * @param years worked, 0 to {@link #MOST_YEARS}
 * @param education which of {@link #EDUCATIONS}
 */
public record Profile(int skills, int years, int education) {
    /** What can be known. */
    public static final List<String> SKILLS = List.of("java", "statistics", "sql", "writing", "spanish");

    /** The merit points of each skill. */
    public static final List<Integer> SKILL_POINTS = List.of(3, 2, 2, 1, 1);

    /** From the least on; each is worth a point more than the one before. */
    public static final List<String> EDUCATIONS = List.of("school", "bachelor", "master", "doctorate");

    /** The longest work before. */
    public static final int MOST_YEARS = 12;

    private static final int YEARS_PER_POINT = 3;

    public Profile {
        if (skills < 0
                || skills >= 1 << SKILLS.size()
                || years < 0
                || years > MOST_YEARS
                || education < 0
                || education >= EDUCATIONS.size()) {
            throw new IllegalArgumentException("A profile has one bit for each of " + SKILLS + ", 0 to " + MOST_YEARS
                    + " years and an education of 0 to " + (EDUCATIONS.size() - 1) + "; got skills " + skills
                    + ", years " + years + " and education " + education + ".");
        }
    }

    /** Every profile that there is; all are equally likely. */
    static List<Profile> all() {
        List<Profile> all = new ArrayList<>();
        for (int skills = 0; skills < 1 << SKILLS.size(); skills++) {
            for (int years = 0; years <= MOST_YEARS; years++) {
                for (int education = 0; education < EDUCATIONS.size(); education++) {
                    all.add(new Profile(skills, years, education));
                }
            }
        }
        return List.copyOf(all);
    }

    /** Whether it has a skill. */
    public boolean has(int skill) {
        return (skills >> skill & 1) == 1;
    }

    /** The names of its skills. */
    public List<String> skillNames() {
        return SKILLS.stream().filter(skill -> has(SKILLS.indexOf(skill))).toList();
    }

    /** Its merit points: those of the skills, one for each education, and one for every three years. */
    public double merit() {
        double points = education + (double) years / YEARS_PER_POINT;
        for (int skill = 0; skill < SKILLS.size(); skill++) {
            points += has(skill) ? SKILL_POINTS.get(skill) : 0;
        }
        return points;
    }
}
