package practicum.jupyter;

import java.io.File;

/** The system's empty file: a program that reads it is at the end at once. */
final class Nothing {
    private Nothing() {}

    static File file() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
