package practicum.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What a file's etag says of its content: the SHA-256 of a large file, git's SHA-1 of a small one; an etag of any other
 * form says nothing.
 *
 * @param etag the etag
 * @param size the content's length in bytes, which git hashes too
 */
record Checksum(String etag, long size) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern GIT_SHA1 = Pattern.compile("[0-9a-f]{40}");

    /** A digest that wants the content. */
    MessageDigest start() {
        if (!GIT_SHA1.matcher(etag).matches()) {
            return digest("SHA-256");
        }
        MessageDigest digest = digest("SHA-1");
        digest.update(("blob " + size + "\0").getBytes(StandardCharsets.UTF_8));
        return digest;
    }

    /** Whether the content that a digest has seen is the right one. */
    boolean matches(MessageDigest digest) {
        boolean known = SHA256.matcher(etag).matches() || GIT_SHA1.matcher(etag).matches();
        return !known || HexFormat.of().formatHex(digest.digest()).equals(etag);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }
}
