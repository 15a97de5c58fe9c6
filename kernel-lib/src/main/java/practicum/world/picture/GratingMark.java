package practicum.world.picture;

/**
 * A sinusoidal grating over the whole picture, such as physiologists show to find what a cell is tuned to.
 *
 * @param wavelength from bar to bar, in pixels, at least 2
 * @param angle across the bars, in degrees, clockwise from the right; a grating turned by 180 is the same but for its phase
 * @param phase in degrees
 */
public record GratingMark(double wavelength, double angle, double phase) implements Mark {
    public GratingMark {
        if (!(wavelength >= 2) || !Double.isFinite(wavelength + angle + phase)) {
            throw new IllegalArgumentException("A grating's wavelength is at least 2 pixels, or pixels cannot show it;"
                    + " got wavelength " + wavelength + ", angle " + angle + ", phase " + phase + ".");
        }
    }

    @Override
    public String name() {
        return "grating";
    }

    @Override
    public double coverage(double x, double y) {
        double across = x * StrictMath.cos(Math.toRadians(angle)) + y * StrictMath.sin(Math.toRadians(angle));
        return 0.5 + 0.5 * StrictMath.cos(2 * Math.PI * across / wavelength + Math.toRadians(phase));
    }

    @Override
    public boolean covers(double x, double y) {
        return coverage(x, y) > 0.5;
    }
}
