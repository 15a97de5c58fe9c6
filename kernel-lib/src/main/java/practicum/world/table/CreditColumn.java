package practicum.world.table;

import java.util.List;

/**
 * A column of the credit table, and how it adds to the risk: by so many points at every threshold that is passed, which
 * are never below 0; so the risk never falls where it should rise.
 *
 * @param name what it is called
 * @param low the least value
 * @param high the greatest
 * @param rising whether the risk rises with the value; else it falls
 * @param thresholds in rising order: points are added from this value on, or below it where the risk falls
 * @param points for each threshold, at least 0
 */
public record CreditColumn(
        String name, int low, int high, boolean rising, List<Integer> thresholds, List<Double> points) {
    public CreditColumn {
        thresholds = List.copyOf(thresholds);
        points = List.copyOf(points);
        if (thresholds.size() != points.size() || points.stream().anyMatch(each -> !(each >= 0)) || low >= high) {
            throw new IllegalArgumentException("A column has points of at least 0 for each threshold, and a range; got "
                    + name + " from " + low + " to " + high + " with thresholds " + thresholds + " and points " + points
                    + ".");
        }
    }

    /** The points of a value. */
    public double points(int value) {
        double sum = 0;
        for (int i = 0; i < thresholds.size(); i++) {
            boolean passed = rising ? value >= thresholds.get(i) : value < thresholds.get(i);
            sum += passed ? points.get(i) : 0;
        }
        return sum;
    }

    /** The value as a part of the range, 0 to 1. */
    double scaled(int value) {
        return (double) (value - low) / (high - low);
    }
}
