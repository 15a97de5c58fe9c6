package practicum.plot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The colours of every figure, safe for colour-blind readers: ordered ones, ones about zero, and distinct ones. */
public final class Palette {
    private static final List<Rgb> SEQUENTIAL =
            colors("#f4f7fb", "#cfe0ef", "#9cc4e0", "#5a9fcd", "#2b74b3", "#174c8c", "#0b2a5b");
    private static final List<Rgb> DIVERGING =
            colors("#184a8b", "#4384c2", "#9fc5e2", "#f7f7f5", "#f0b27f", "#c9651d", "#7d3304");
    /** Okabe and Ito (2008), the hues that read best on white first. */
    private static final List<Rgb> CATEGORICAL =
            colors("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#4d4d4d");
    /** The same hues where they read best on dark paper; contrasts exchanged, two of them would look alike to some. */
    private static final List<Rgb> CATEGORICAL_ON_DARK =
            colors("#2a8fd6", "#e8681a", "#17b386", "#e79fca", "#ffcf5a", "#a6dcff", "#7f868d");

    private Palette() {}

    /** Pale to dark as a fraction goes from 0 to 1; darker is always more, and on dark paper brighter. */
    public static Rgb sequential(double fraction) {
        return between(SEQUENTIAL, fraction);
    }

    /** Blue for −1, nearly white for 0, orange for 1; equally dark at equal distance from 0. */
    public static Rgb diverging(double signed) {
        return between(DIVERGING, (signed + 1) / 2);
    }

    /** The colour of the n-th category, from 0 on; after {@link #categories} they repeat. */
    public static Rgb categorical(int index) {
        return CATEGORICAL.get(Math.floorMod(index, CATEGORICAL.size()));
    }

    /** What stands on dark paper for the colour of a category; none for any other colour. */
    static Optional<Rgb> categoricalOnDark(Rgb day) {
        int index = CATEGORICAL.indexOf(day);
        return index < 0 ? Optional.empty() : Optional.of(CATEGORICAL_ON_DARK.get(index));
    }

    /** How many categories can be told apart. */
    public static int categories() {
        return CATEGORICAL.size();
    }

    private static Rgb between(List<Rgb> stops, double fraction) {
        double place = Math.min(1, Math.max(0, fraction)) * (stops.size() - 1);
        int below = (int) Math.min(stops.size() - 2, Math.floor(place));
        return stops.get(below).mix(stops.get(below + 1), place - below);
    }

    private static List<Rgb> colors(String... hex) {
        return Stream.of(hex).map(Rgb::of).toList();
    }
}
