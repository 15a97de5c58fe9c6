package practicum.load;

/** Checks how heads divide a model's width. */
final class Widths {
    private Widths() {}

    static int head(ConfigReader json, int width, int heads) {
        if (heads < 1 || width % heads != 0) {
            throw new LoadException(
                    json.where() + ": a width of " + width + " does not divide into " + heads + " heads.");
        }
        return width / heads;
    }
}
