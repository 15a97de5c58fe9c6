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
    private static final int PER_COUNTRY = 2;

    /** How far away another is. */
    public double distance(Spot other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /** Its row on the map, from the south, of which each country has two: 1 to 8. */
    public int row() {
        return 1 + (int) (PER_COUNTRY * y);
    }

    /** Its column on the map, from the west, of which each country has two: 1 to 10. */
    public int column() {
        return 1 + (int) (PER_COUNTRY * x);
    }

    /** How it is named in a sentence: "Rome", "the Silver Tower". */
    public String phrase() {
        return isCity ? name : "the " + name;
    }
}
