package practicum.world.arithmetic;

import java.util.List;
import practicum.tensor.Tensor;

/**
 * Things that come round again, in order: weekdays, months. Language models hold such concepts as circles (Engels et al.
 * 2024, arXiv 2405.14860); {@link #circle} is the circle to compare with.
 *
 * @param name what the members are, such as "weekdays"
 * @param step what lies between neighbours, in singular: "day"
 * @param members all of them, in order
 */
public record Cycle(String name, String step, List<String> members) {
    public static final Cycle WEEKDAYS = new Cycle(
            "weekdays", "day", List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"));

    public static final Cycle MONTHS = new Cycle(
            "months",
            "month",
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December"));

    public Cycle {
        members = List.copyOf(members);
        if (members.size() < 3 || members.stream().distinct().count() < members.size()) {
            throw new IllegalArgumentException(
                    "A cycle has at least three members, all different; got " + members + ".");
        }
    }

    /** How many members there are. */
    public int size() {
        return members.size();
    }

    /** The place of a member, from 0. */
    public int index(String member) {
        int index = members.indexOf(member);
        if (index < 0) {
            throw new IllegalArgumentException("\"" + member + "\" is none of the " + name + " " + members + ".");
        }
        return index;
    }

    /** The member so many steps after another; before it, if negative. */
    public String after(String member, int steps) {
        return members.get(Math.floorMod(index(member) + steps, size()));
    }

    /** The members' points on the unit circle [member, 2]: cos and sin of 2π times the place over the size. */
    public Tensor circle() {
        double[][] points = new double[size()][2];
        for (int i = 0; i < size(); i++) {
            double angle = 2 * Math.PI * i / size();
            points[i] = new double[] {Math.cos(angle), Math.sin(angle)};
        }
        return Tensor.of(points).named("member", "coordinate");
    }
}
