package practicum.notebook;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/**
 * What one cell can change for all that run after it: the standard streams, the locale, the time zone, and the
 * properties that the Java library itself asks. They are set back before each cell, so that no cell, and no check, runs
 * under what another left.
 */
final class Surroundings {
    private static final List<String> ASKED_BY_THE_LIBRARY = List.of(
            "file.encoding",
            "file.separator",
            "java.class.path",
            "java.home",
            "java.io.tmpdir",
            "line.separator",
            "path.separator",
            "user.country",
            "user.dir",
            "user.home",
            "user.language",
            "user.timezone");

    private final StreamBatch streams;
    private final Locale locale = Locale.getDefault();
    private final Locale display = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale format = Locale.getDefault(Locale.Category.FORMAT);
    private final TimeZone zone = TimeZone.getDefault();
    private final Map<String, String> properties = new HashMap<>();

    /** Remembers everything as it is now. */
    Surroundings(StreamBatch streams) {
        this.streams = streams;
        for (String name : ASKED_BY_THE_LIBRARY) {
            String value = System.getProperty(name);
            if (value != null) {
                properties.put(name, value);
            }
        }
    }

    /** Sets everything back. */
    void restore() {
        // New ones each time: a cell may have closed the old.
        streams.takeOver();
        Locale.setDefault(locale);
        Locale.setDefault(Locale.Category.DISPLAY, display);
        Locale.setDefault(Locale.Category.FORMAT, format);
        TimeZone.setDefault(zone);
        properties.forEach(System::setProperty);
    }
}
