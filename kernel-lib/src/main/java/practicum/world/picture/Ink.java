package practicum.world.picture;

import java.util.Random;

/** A colour; each part is 0 to 1. Grey has three equal parts, and a grey picture shows their mean. */
public record Ink(double red, double green, double blue) {
    public Ink {
        if (!(Math.min(red, Math.min(green, blue)) >= 0 && Math.max(red, Math.max(green, blue)) <= 1)) {
            throw new IllegalArgumentException(
                    "An ink's red, green and blue are 0 to 1; got " + red + ", " + green + " and " + blue + ".");
        }
    }

    /** A grey, from 0 for black to 1 for white. */
    public static Ink grey(double brightness) {
        return new Ink(brightness, brightness, brightness);
    }

    /** The mean of its parts. */
    public double brightness() {
        return (red + green + blue) / 3;
    }

    /** What a channel of a picture shows of it. */
    double channel(int channel, int channels) {
        if (channels == 1) {
            return brightness();
        }
        return channel == 0 ? red : channel == 1 ? green : blue;
    }

    /** A random ink that differs from another by so much, at most 0.5, in at least one part. */
    static Ink unlike(Ink other, double contrast, boolean colored, Random random) {
        while (true) {
            double red = random.nextDouble();
            Ink ink = colored ? new Ink(red, random.nextDouble(), random.nextDouble()) : grey(red);
            double difference = Math.max(
                    Math.abs(ink.red - other.red),
                    Math.max(Math.abs(ink.green - other.green), Math.abs(ink.blue - other.blue)));
            if (difference >= contrast) {
                return ink;
            }
        }
    }
}
