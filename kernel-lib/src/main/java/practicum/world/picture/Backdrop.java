package practicum.world.picture;

/**
 * What is behind objects, and the noise over everything.
 *
 * @param darkest the least brightness of a picture's ground, 0 to 1
 * @param brightest the greatest
 * @param texture by how much smooth clouds brighten or darken the ground, 0 to 1
 * @param noise by how much each pixel is off, at most, 0 to 1
 */
public record Backdrop(double darkest, double brightest, double texture, double noise) {
    public Backdrop {
        boolean ground = darkest >= 0 && brightest >= darkest && brightest <= 1;
        if (!ground || !(texture >= 0 && texture <= 1) || !(noise >= 0 && noise <= 1)) {
            throw new IllegalArgumentException("A backdrop's ground is from darkest to brightest within 0 to 1, its"
                    + " texture and noise are 0 to 1; got ground " + darkest + " to " + brightest + ", texture "
                    + texture + ", noise " + noise + ".");
        }
    }

    /** Black, without texture or noise. */
    public static Backdrop plain() {
        return new Backdrop(0, 0, 0, 0);
    }

    /** A ground of any middle brightness with clouds and noise. */
    public static Backdrop textured() {
        return new Backdrop(0.2, 0.8, 0.12, 0.06);
    }

    /** The same but with other noise. */
    public Backdrop noise(double most) {
        return new Backdrop(darkest, brightest, texture, most);
    }

    /** The same but with other clouds. */
    public Backdrop texture(double most) {
        return new Backdrop(darkest, brightest, most, noise);
    }
}
