package practicum.world.language.atlas;

import java.util.Optional;

/** What the text says of the way from one spot to another, where it is clear. */
final class Bearing {
    /** Nearer than this along an axis is neither north nor south, neither east nor west. */
    static final double CLEAR = 0.2;
    /** Nearer than this is near. */
    static final double NEAR = 1.2;
    /** Farther than this is far; between the two nothing is said. */
    static final double FAR = 2.0;
    /** The main direction must be so many times the other. */
    private static final double DOMINANT = 1.5;

    private Bearing() {}

    static Optional<String> northOrSouth(Spot from, Spot to) {
        return clear(to.y() - from.y(), "north", "south");
    }

    static Optional<String> eastOrWest(Spot from, Spot to) {
        return clear(to.x() - from.x(), "east", "west");
    }

    /** The direction in which it mostly lies. */
    static Optional<String> mainly(Spot from, Spot to) {
        double east = Math.abs(to.x() - from.x());
        double north = Math.abs(to.y() - from.y());
        if (east > DOMINANT * north) {
            return eastOrWest(from, to);
        }
        return north > DOMINANT * east ? northOrSouth(from, to) : Optional.empty();
    }

    static Optional<String> nearOrFar(Spot from, Spot to) {
        double distance = from.distance(to);
        if (distance < NEAR) {
            return Optional.of("near");
        }
        return distance > FAR ? Optional.of("far") : Optional.empty();
    }

    private static Optional<String> clear(double difference, String positive, String negative) {
        if (Math.abs(difference) < CLEAR) {
            return Optional.empty();
        }
        return Optional.of(difference > 0 ? positive : negative);
    }
}
