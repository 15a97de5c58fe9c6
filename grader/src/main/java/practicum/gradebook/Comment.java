package practicum.gradebook;

/**
 * What a person wrote to a student, or to all who gave the same answer.
 *
 * @param student whom it is for; empty where it is for all with this answer
 * @param topic the check or question that it is about; empty where it is about the whole submission
 * @param answer the digest of the answer that it is about, or empty
 * @param text what it says
 * @param author who wrote it
 */
public record Comment(String student, String topic, String answer, String text, String author) {}
