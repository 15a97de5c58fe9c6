package practicum.inbox;

/** Names of strangers as names of files. */
final class FolderName {
    private static final int LONGEST = 100;

    private FolderName() {}

    /** The name without what leads to another folder, hides a file or cannot be seen; empty where nothing is left. */
    static String of(String name) {
        String plain = name.strip()
                .replaceAll("[^\\p{L}\\p{M}\\p{N}._@+ -]", "-")
                .replaceAll("^[. -]+", "")
                .replaceAll("[. ]+$", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
