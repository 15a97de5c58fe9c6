package practicum.plot;

/** A colour in Oklab, where equal distances look equal (Ottosson 2020, bottosson.github.io/posts/oklab). */
record Oklab(double lightness, double a, double b) {

    static Oklab of(Rgb color) {
        double r = Rgb.linear(color.red());
        double g = Rgb.linear(color.green());
        double b = Rgb.linear(color.blue());
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new Oklab(
                0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    Oklab mix(Oklab other, double t) {
        return new Oklab(lightness + t * (other.lightness - lightness), a + t * (other.a - a), b + t * (other.b - b));
    }

    /** The nearest colour of sRGB, channel by channel. */
    Rgb toRgb() {
        double[] linear = linear();
        return new Rgb(channel(linear[0]), channel(linear[1]), channel(linear[2]));
    }

    /** Whether sRGB has this colour. */
    boolean inSrgb() {
        for (double channel : linear()) {
            if (channel < -1e-4 || channel > 1 + 1e-4) {
                return false;
            }
        }
        return true;
    }

    /** Relative luminance (WCAG 2). */
    double luminance() {
        double[] linear = linear();
        return Rgb.luminance(linear[0], linear[1], linear[2]);
    }

    /** Linear red, green and blue; outside 0 to 1 where sRGB has no such colour. */
    private double[] linear() {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static double cube(double x) {
        return x * x * x;
    }

    private static int channel(double linear) {
        double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.min(1, Math.max(0, c)));
    }
}
