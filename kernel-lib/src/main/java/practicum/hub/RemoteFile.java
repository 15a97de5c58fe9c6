package practicum.hub;

/**
 * One file of a model on the hub, at one commit.
 *
 * @param name its path in the model, as in {@code config.json}
 * @param commit the commit, in 40 hexadecimal digits
 * @param etag what names the content: its SHA-256 or git's SHA-1, as a rule
 * @param size its length in bytes
 */
record RemoteFile(String name, String commit, String etag, long size) {
    Checksum checksum() {
        return new Checksum(etag, size);
    }

    /** The value of an {@code ETag} header without its quotes and its mark of weakness. */
    static String plain(String etag) {
        return etag.strip().replaceFirst("^[Ww]/", "").replace("\"", "");
    }
}
