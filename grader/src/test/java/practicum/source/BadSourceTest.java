package practicum.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each test spoils one thing in a right source and expects the line, the rule and the remedy. */
class BadSourceTest {
    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    // END SOLUTION\\n}            | return 0; }          | This solution block is never closed. Put // END SOLUTION
                    // BEGIN SOLUTION              |                      | A solution block ends here that never began.
                    why?\\n```                     | why?                 | This fence is never closed. Put a line ``` after
                    floor: 1\\n---                 | floor: 1             | The options of the front matter are never closed.
                    :check: plus                   | :check: minus        | This check belongs to "minus", which is no exercise here. Known are: plus.
                    :check: plus                   | :check: pluss        | which is no exercise here. Did you mean "plus"?
                    :check: plus                   | :chekc: plus         | A demo has no option "chekc". Did you mean "check"?
                    hidden: plus                   | hidden: times        | This hidden check belongs to "times"
                    mistake: plus                  | mistake: times       | This mistake belongs to "times"
                    mistake: plus                  | alternative: times   | This alternative belongs to "times"
                    points: 4                      | point: 4             | This exercise has no option "point". Did you mean "points"?
                    points: 4                      |                      | This exercise has no points. Add the option "points: 4".
                    points: 4                      | points: many         | The option "points" is "many", which is no number
                    points: 4                      | points: -1           | which is no number from 0 on
                    minutes: 5                     | minutes: 5.5         | Write a whole number.
                    difficulty: easy               | difficulty: nasty    | Unknown difficulty "nasty". Write one of easy, medium, hard.
                    hint: "What                    | hnt: "What           | This exercise has no hint.
                    hint: "What is the sign for: sum?" | hint: What: sum: | are no YAML
                    answer("plus.small"            | answer("sum.small"   | does not begin with its exercise's, "plus."
                    answer("plus.small"            | answer(name          | The id of this check's answer is not written out.
                    answer("plus.small", plus(start, 2)); | plus(1, 2);   | This check calls answer 0 times.
                    plus(start, 2));               | 1); answer("plus.x", 2); | This check calls answer 2 times.
                    plus.negative                  | plus.small           | The id "plus.small" is taken by line
                    written: why                   | written: plus        | The id "plus" is taken by line
                    [plus.small]                   | [plus.smal]          | Did you mean "plus.small"?
                    says: You multiply.            | id: m                | This mistake has no says.
                    var start = 40;                | %maven a:b:1         | This line begins with %
                    var start = 40;                | // BEGIN SOLUTION    | A marker of a solution in a demo cell.
                    var start = 40;                | answer("x.y", 1);    | A demo hands over an answer
                    compare: equal                 | compare: equl        | equl
                    java\\nvar start                | java\\n:id: setup\\nvar start | "setup" is no id for a demo.
                    {code-cell} java\\nvar         | {code-cel} java\\nvar | Unknown directive {code-cel}: a notebook would show it as raw text. Did you mean "code-cell"?
                    {code-cell} java\\nvar         | {code-cell} python\\nvar | A code cell in "python"
                    says: You multiply.            | says: a\\nsays: b    | The option "says" is given twice.
                    says: You multiply.            | check: plus\\nsays: b | This cell has two roles: check and mistake.
                    number: 3                      | number: 4            | The number is 4, but the file is named 03_two_numbers.
                    title: Two numbers             |                      | The front matter has no title.
                    rubric:\\n                     | tags:\\n             | has no rubric
                    - names another              | - 1 point. Another  | Some sentences of this rubric name their points, and others do not.
                    """)
    void namesTheRuleAndTheRemedy(String right, String wrong, String message) {
        String from = right.replace("\\n", "\n");
        String source = Sources.SMALL.replace("Why do **both** give four?", "why?");
        assertThat(source).contains(from);
        String to = wrong == null ? "" : wrong.replace("\\n", "\n");
        String spoiled =
                source.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
        assertThatThrownBy(() -> Sources.parse(spoiled))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining(message)
                .message()
                .matches("(?s)solutions/03_two_numbers\\.md:\\d+: .*");
    }

    @Test
    void namesTheLineOfAnOptionAndOfACodeLine() {
        String spoiled = Sources.SMALL.replace("minutes: 5", "minuts: 5").replace("    return a + b;", "%time");
        assertThatThrownBy(() -> Sources.parse(spoiled))
                .satisfies(thrown -> assertThat(((SourceException) thrown).problems())
                        .extracting(Problem::line)
                        .contains(line(spoiled, "minuts: 5"))
                        .contains(line(spoiled, "%time")));
    }

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        String spoiled = Sources.SMALL.replace("points: 4", "").replace("says: You multiply.", "id: m");
        assertThatThrownBy(() -> Sources.parse(spoiled))
                .satisfies(thrown ->
                        assertThat(((SourceException) thrown).problems()).hasSize(2));
    }

    @Test
    void refusesACheckAboveItsExercise() {
        String check = "```{code-cell} java\n:check: plus\nanswer(\"plus.early\", 1);\n```\n";
        String spoiled = Sources.SMALL.replace("+++\n", check);
        assertThatThrownBy(() -> Sources.parse(spoiled))
                .hasMessageContaining("This check stands above its exercise \"plus\". Move it below.");
    }

    @Test
    void refusesAnExerciseWithoutASolutionBlock() {
        String spoiled = Sources.SMALL.replace("    // BEGIN SOLUTION\n", "").replace("    // END SOLUTION\n", "");
        assertThatThrownBy(() -> Sources.parse(spoiled)).hasMessageContaining("This exercise has no solution block");
    }

    @Test
    void refusesASourceWithoutFrontMatter() {
        assertThatThrownBy(() -> Sources.parse("# Title\n"))
                .hasMessageContaining("does not begin with its front matter");
    }

    @Test
    void refusesAFileThatIsNotUtf8OrNotNamedAsAPracticum(@TempDir Path folder) throws Exception {
        Path latin = folder.resolve("01_latin.md");
        Files.write(latin, new byte[] {'-', (byte) 0xe4, '-'});
        assertThatThrownBy(() -> PracticumParser.parse(latin, "01_latin.md")).hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> PracticumParser.parse(folder.resolve("notes.md"), "notes.md"))
                .hasMessageContaining("NN_name.md");
        assertThatThrownBy(() -> PracticumParser.parse(folder.resolve("02_none.md"), "02_none.md"))
                .hasMessageContaining("no such file");
    }

    private static int line(String text, String line) {
        return text.lines().toList().indexOf(line) + 1;
    }
}
