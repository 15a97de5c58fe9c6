package practicum.answer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;

/**
 * One of the versions of a practicum that differ in a seed, so that neighbours have other numbers. Which one a student has
 * follows from the student's id alone: the first eight bytes of the SHA-256 digest of {@code stem/id}, as an unsigned
 * number, modulo the number of variants. Case, white space around it and the encoding of accents do not matter in an id.
 *
 * @param stem the practicum's stem
 * @param index which one, from 0
 */
public record Variant(String stem, int index) {
    /** Refuses a negative index. */
    public Variant {
        if (index < 0) {
            throw new AnswerException("Variants count from 0, but this is " + index + ".");
        }
    }

    /** The variant of a student, one of {@code count}. */
    public static Variant of(String stem, String student, int count) {
        if (count < 1) {
            throw new AnswerException("There is at least 1 variant, but here are " + count + ".");
        }
        String id = Normalizer.normalize(student, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
        return new Variant(stem, (int) Long.remainderUnsigned(number(stem + "/" + id), count));
    }

    /** What randomness starts from in this variant: not negative, and the same on every machine. */
    public long seed() {
        return number(stem + "#" + index) >>> 1;
    }

    /** The name, without its ending, of the file of this variant's visible expectations. */
    public String fileName() {
        return stem + "-" + index;
    }

    private static long number(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256, but this one has not.", e);
        }
    }
}
