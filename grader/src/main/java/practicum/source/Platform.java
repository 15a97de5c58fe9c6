package practicum.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A kind of machine for which PyTorch's native libraries exist. */
public enum Platform {
    LINUX_X86_64("linux-x86_64"),
    LINUX_AARCH64("linux-aarch64"),
    OSX_AARCH64("osx-aarch64"),
    WIN_X86_64("win-x86_64");

    private final String classifier;

    Platform(String classifier) {
        this.classifier = classifier;
    }

    /** Its name, as the native libraries' files carry it. */
    public String classifier() {
        return classifier;
    }

    /** The one of this name. */
    public static Platform of(String classifier) {
        return Arrays.stream(values())
                .filter(platform -> platform.classifier.equals(classifier))
                .findFirst()
                .orElseThrow(() -> new SourceException(
                        "No platform " + classifier + ": there are " + String.join(", ", names()) + "."));
    }

    /** The one of this machine. */
    public static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String system, String processor) {
        boolean arm = List.of("aarch64", "arm64").contains(processor.toLowerCase(Locale.ROOT));
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("win")) {
            return WIN_X86_64;
        } else if (name.startsWith("mac")) {
            return OSX_AARCH64;
        }
        return arm ? LINUX_AARCH64 : LINUX_X86_64;
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(Platform::classifier).toList();
    }

    @Override
    public String toString() {
        return classifier;
    }
}
