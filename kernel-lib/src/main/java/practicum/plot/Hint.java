package practicum.plot;

/** What a pointer that rests on a part of a picture is told. */
record Hint(double x, double y, double width, double height, String text) {
    Hint moved(double dx, double dy) {
        return new Hint(x + dx, y + dy, width, height, text);
    }
}
