package practicum.gradebook;

import java.util.List;

/**
 * What a person gave for an answer in words.
 *
 * @param question the question's id
 * @param answer the digest of the answer that was read; a mark counts for no other
 * @param points what it earned
 * @param met which sentences of the rubric it met, counted from 0
 * @param comment what the student reads
 * @param grader who read it
 */
public record Mark(String question, String answer, double points, List<Integer> met, String comment, String grader) {
    /** Keeps a copy. */
    public Mark {
        met = List.copyOf(met);
    }
}
