package practicum.grade;

import practicum.source.Digest;

/** A student's id as the name of a file or folder, whatever a learning management system allows in it. */
final class FileName {
    private static final int LONGEST = 100;

    private FileName() {}

    /** The id itself wherever a folder can have that name; else what is harmless of it, and a digest. */
    static String of(String id) {
        boolean plain = !id.isBlank()
                && id.length() <= LONGEST
                && !id.startsWith(".")
                && id.chars().noneMatch(c -> c < ' ' || c == '/' || c == '\\' || c == 0x7F);
        if (plain) {
            return id;
        }
        String harmless = id.replaceAll("[^\\p{L}\\p{N}_-]+", "_");
        return harmless.substring(0, Math.min(40, harmless.length())) + "-"
                + Digest.sha256(id).substring(0, 10);
    }
}
