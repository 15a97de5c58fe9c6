package practicum.world.picture;

/** A mark that is inside a line: its edge is smoothed by how far a pixel's middle is from that. */
sealed interface OutlinedMark extends Mark permits ShapeMark, CurveMark {
    /** How far a point is from the edge, in pixels; negative inside. */
    double distance(double x, double y);

    @Override
    default double coverage(double x, double y) {
        return Outline.share(distance(x, y));
    }

    @Override
    default boolean covers(double x, double y) {
        return distance(x, y) <= 0;
    }
}
