package practicum.check;

import java.util.List;

/**
 * An answer in words, which a person grades.
 *
 * @param id the question's id
 * @param points what it is worth
 * @param prompt the question, in Markdown
 * @param rubric what earns the points
 * @param text the student's answer; empty where there is none
 */
public record WrittenResult(String id, double points, String prompt, List<String> rubric, String text) {
    public WrittenResult {
        rubric = List.copyOf(rubric);
    }
}
