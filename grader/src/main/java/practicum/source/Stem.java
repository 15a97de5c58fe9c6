package practicum.source;

/** The name that a practicum's files share: {@code NN_name}. */
final class Stem {
    private static final String PATTERN = "\\d\\d_[a-z0-9]+(_[a-z0-9]+)*";

    private Stem() {}

    static boolean isSource(String fileName) {
        return fileName.endsWith(".md") && isStem(fileName.substring(0, fileName.length() - ".md".length()));
    }

    static boolean isStem(String stem) {
        return stem.matches(PATTERN);
    }

    static int number(String stem) {
        return Integer.parseInt(stem.substring(0, 2));
    }
}
