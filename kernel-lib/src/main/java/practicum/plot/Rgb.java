package practicum.plot;

import java.util.Locale;

/** An opaque sRGB colour, each channel 0–255. */
public record Rgb(int red, int green, int blue) {
    static final Rgb BLACK = new Rgb(0, 0, 0);
    static final Rgb WHITE = new Rgb(255, 255, 255);

    public Rgb {
        if (((red | green | blue) & ~0xff) != 0) {
            throw new IllegalArgumentException(
                    "A colour channel runs from 0 to 255, not (%d, %d, %d).".formatted(red, green, blue));
        }
    }

    /** The colour written as {@code #rrggbb}. */
    public static Rgb of(String hex) {
        if (!hex.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("A colour is written #rrggbb, not \"%s\".".formatted(hex));
        }
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return new Rgb(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** This colour as {@code #rrggbb}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
    }

    /** The channels in one number, as image files have them. */
    int packed() {
        return red << 16 | green << 8 | blue;
    }

    /** Relative luminance, 0 for black to 1 for white (WCAG 2). */
    public double luminance() {
        return luminance(linear(red), linear(green), linear(blue));
    }

    static double luminance(double linearRed, double linearGreen, double linearBlue) {
        return 0.2126 * linearRed + 0.7152 * linearGreen + 0.0722 * linearBlue;
    }

    /** The contrast ratio to another colour, 1 to 21 (WCAG 2); text is readable from 4.5 on. */
    public double contrast(Rgb other) {
        double mine = luminance();
        double theirs = other.luminance();
        return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
    }

    /** Black or white, whichever reads better on this colour. */
    public Rgb ink() {
        return contrast(BLACK) >= contrast(WHITE) ? BLACK : WHITE;
    }

    /**
     * What stands for this colour on dark paper: a colour of its hue, with the contrasts to black and to white
     * exchanged. What is pale on white is dim there, what stands out stands out, and what is readable stays so.
     */
    public Rgb onDark() {
        return Night.of(this);
    }

    /** The colour a fraction of the way to another one, in equal steps for the eye. */
    Rgb mix(Rgb other, double fraction) {
        return Oklab.of(this).mix(Oklab.of(other), fraction).toRgb();
    }

    static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
