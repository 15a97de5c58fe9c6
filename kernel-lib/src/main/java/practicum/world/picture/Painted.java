package practicum.world.picture;

/**
 * An object on a picture.
 *
 * @param mark its form and place
 * @param ink its colour
 * @param label the number of its class
 */
public record Painted(Mark mark, Ink ink, int label) {}
