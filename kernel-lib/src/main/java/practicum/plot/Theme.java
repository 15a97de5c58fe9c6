package practicum.plot;

/** The house style: one paper, two inks, a few sizes. The paper is drawn, so that a figure reads on any page. */
final class Theme {
    static final Rgb PAPER = Rgb.WHITE;
    static final Rgb RIM = Rgb.of("#d9dee5");
    static final Rgb INK = Rgb.of("#1c2530");
    static final Rgb MUTED = Rgb.of("#586473");
    static final Rgb GRID = Rgb.of("#e6eaef");
    static final Rgb AXIS = Rgb.of("#9aa5b1");

    static final Font TITLE = Font.sans(15).toBold();
    static final Font CAPTION = Font.sans(12);
    static final Font LABEL = Font.sans(12);
    static final Font TOKEN = Font.mono(11.5);
    static final Font SMALL = Font.sans(11);

    /** What fits a notebook column; only what cannot be made smaller is wider, and scrolls. */
    static final double WIDTH = 760;

    static final double PADDING = 16;
    static final double CONTENT = WIDTH - 2 * PADDING;

    private Theme() {}
}
