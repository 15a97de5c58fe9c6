package practicum.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of text, in hexadecimal. */
public final class Digest {
    private Digest() {}

    /** The SHA-256 digest of a text. */
    public static String sha256(String text) {
        return hex("SHA-256", text);
    }

    /** No secret depends on it: nbgrader tells with it whether a cell was changed. */
    public static String md5(String text) {
        return hex("MD5", text);
    }

    private static String hex(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm + ", but this one has not.", e);
        }
    }
}
