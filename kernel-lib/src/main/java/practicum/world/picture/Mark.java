package practicum.world.picture;

/**
 * Something drawn on a picture. Positions are in pixels from the upper left corner, x to the right and y down, so that the
 * middle of the first pixel is (0.5, 0.5); angles are in degrees, 0 to the right and clockwise from there.
 */
public sealed interface Mark permits OutlinedMark, GratingMark {
    /** What it is called in tables. */
    String name();

    /** How much of the pixel with this middle it covers, 0 to 1. */
    double coverage(double x, double y);

    /** Whether it covers this point: what its mask is made of. */
    boolean covers(double x, double y);
}
