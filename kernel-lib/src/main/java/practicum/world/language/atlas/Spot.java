package practicum.world.language.atlas;

/**
 * A named spot on the map: a city, or a sight such as "Silver Tower".
 *
 * @param name one or two words; no single word names a sight
 * @param isCity whether it is a city
 * @param country the country whose block of the map it stands in
 * @param x how far east, in widths of a country
 * @param y how far north, in heights of a country
 */
public record Spot(String name, boolean isCity, String country, double x, double y) {
    /** How far away another is. */
    public double distance(Spot other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** How it is named in a sentence: "Rome", "the Silver Tower". */
    String phrase() {
        return isCity ? name : "the " + name;
    }
}
