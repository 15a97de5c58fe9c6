package practicum.plot;

import java.util.PrimitiveIterator;

/** A type face at a size; widths are estimates on the safe side, since each reader's machine brings its own fonts. */
record Font(Face face, double size, boolean bold) {
    /** The type faces of a figure: tokens and code are mono, all else is sans. */
    enum Face {
        SANS("'Helvetica Neue',Helvetica,Arial,'Liberation Sans','DejaVu Sans',sans-serif", "SansSerif"),
        MONO("Menlo,Consolas,'Liberation Mono','DejaVu Sans Mono',monospace", "Monospaced");

        final String css;
        final String java;

        Face(String css, String java) {
            this.css = css;
            this.java = java;
        }
    }

    static Font sans(double size) {
        return new Font(Face.SANS, size, false);
    }

    static Font mono(double size) {
        return new Font(Face.MONO, size, false);
    }

    Font toBold() {
        return new Font(face, size, true);
    }

    /** The width of a text in pixels, not less than it will be in the usual fonts. */
    double width(String text) {
        double em = 0;
        for (PrimitiveIterator.OfInt it = text.codePoints().iterator(); it.hasNext(); ) {
            em += face == Face.MONO ? monoWidth(it.nextInt()) : sansWidth(it.nextInt());
        }
        return em * size * (bold && face == Face.SANS ? 1.1 : 1);
    }

    /** The text, or as much of its beginning as fits with an ellipsis. */
    String fit(String text, double width) {
        if (width(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…") > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static double monoWidth(int c) {
        return wide(c) ? 1.2 : 0.605;
    }

    /** Widths of DejaVu Sans, the widest of the usual fonts, by kind of letter. */
    private static double sansWidth(int c) {
        if (wide(c)) {
            return 1.05;
        }
        if ("ijl.,:;'|![]() ·".indexOf(c) >= 0) {
            return 0.36;
        }
        if ("mwMW%@—…→←".indexOf(c) >= 0) {
            return 0.96;
        }
        if ("frtIJ-\"/\\".indexOf(c) >= 0) {
            return 0.43;
        }
        return Character.isUpperCase(c) ? 0.74 : c > 0x7f ? 0.8 : 0.62;
    }

    private static boolean wide(int c) {
        return c >= 0x1100
                && (Character.isIdeographic(c)
                        || c >= 0x1f000
                        || c >= 0xac00 && c < 0xd7b0
                        || c >= 0x3040 && c < 0x3100);
    }
}
