package practicum.jupyter;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The browser that this machine's user has chosen. */
public final class Browser {
    private Browser() {}

    /** Opens a page, where there is a desktop to open it on. */
    public static void open(URI page) {
        List<String> command = command(System.getProperty("os.name"), System.getenv());
        if (command.isEmpty()) {
            return;
        }
        List<String> line = new java.util.ArrayList<>(command);
        line.add(page.toString());
        try {
            new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // The address has been printed; the reader opens it.
        }
    }

    static List<String> command(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler");
        }
        if (name.startsWith("mac")) {
            return List.of("open");
        }
        boolean desktop = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return desktop ? List.of("xdg-open") : List.of();
    }
}
