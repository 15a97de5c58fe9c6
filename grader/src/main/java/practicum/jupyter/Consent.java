package practicum.jupyter;

import java.io.Console;
import java.util.Locale;

/** Whether software may be installed on this machine: an option, CI, or the person at the terminal says so. */
public final class Consent {
    private final boolean given;

    /** One that is given beforehand, by {@code --yes}, or else has to be asked for. */
    public Consent(boolean given) {
        this.given = given || "true".equals(System.getenv("CI"));
    }

    /** Asks; where nobody can be asked, root agrees (a container), and anyone else does not. */
    boolean to(String what) {
        if (given) {
            return true;
        }
        Console console = System.console();
        if (console == null) {
            return System.getProperty("user.name").equals("root");
        }
        String answer = console.readLine("%s [Y/n] ", what);
        return answer != null && !answer.strip().toLowerCase(Locale.ROOT).startsWith("n");
    }
}
