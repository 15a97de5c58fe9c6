package practicum.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PracticumParserTest {
    private final Practicum small = Sources.parse(Sources.SMALL);

    @Test
    void readsTheFrontMatter() {
        assertThat(small.about()).isEqualTo(new FrontMatter("Two numbers", 3, "Adding is not multiplying.", 7, 1, 0));
    }

    @Test
    void readsEveryKindOfCellInOrder() {
        assertThat(small.cells())
                .extracting(cell -> cell.getClass().getSimpleName())
                .containsExactly("Prose", "Prose", "Demo", "Exercise", "Check", "Check", "Mistake", "Written");
    }

    @Test
    void keepsAFencedBlockThatIsNoCellInItsProse() {
        assertThat(small.cells().get(0))
                .isEqualTo(
                        new Cell.Prose(
                                8,
                                """
                        # Two numbers

                        Some *prose* with `code`, and a block that is not run:

                        ```java
                        int x = 1;
                        ```"""));
    }

    @Test
    void readsAnExercise() {
        Cell.Exercise plus = small.exercise("plus");
        assertThat(plus.points()).isEqualTo(4);
        assertThat(plus.minutes()).isEqualTo(5);
        assertThat(plus.difficulty()).isEqualTo(Difficulty.EASY);
        assertThat(plus.hint()).isEqualTo("What is the sign for: sum?");
        assertThat(plus.paper()).isEqualTo("Peano (1889)");
        assertThat(plus.code())
                .startsWith("/** The sum")
                .contains("// BEGIN SOLUTION")
                .endsWith("}");
        assertThat(Sources.SMALL.lines().toList().get(plus.line() - 1)).isEqualTo("```{code-cell} java");
    }

    @Test
    void readsChecksMistakesAndQuestions() {
        Cell.Check visible = small.visibleChecks("plus").get(0);
        assertThat(visible.answer()).isEqualTo("plus.small");
        assertThat(visible.weight()).isEqualTo(1);
        Cell.Check hidden = small.hiddenChecks("plus").get(0);
        assertThat(hidden.compare()).isEqualTo("equal");
        assertThat(hidden.weight()).isEqualTo(2);
        assertThat(hidden.after()).containsExactly("plus.small");
        assertThat(small.mistakes("plus"))
                .extracting(Cell.Mistake::id, Cell.Mistake::says)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("plus.mistake-1", "You multiply."));
        assertThat(small.written().get(0).rubric()).hasSize(2);
        assertThat(small.points()).isEqualTo(6.5);
    }

    @Test
    void readsWhatItWritesAsTheSameCells() {
        String written = PracticumWriter.write(small);
        Practicum again = Sources.parse(written);
        assertThat(PracticumWriter.write(again)).isEqualTo(written);
        assertThat(again.about()).isEqualTo(small.about());
        assertThat(again.cells())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .isEqualTo(small.cells());
    }

    @Test
    void writesCodeThatHoldsAFenceInsideALongerOne() {
        String source = Sources.SMALL.replace(
                "```{code-cell} java\nvar start = 40;\n```", "````{code-cell} java\n// ```\nvar start = 40;\n````");
        Practicum practicum = Sources.parse(source);
        assertThat(Sources.parse(PracticumWriter.write(practicum)).cells())
                .filteredOn(Cell.Demo.class::isInstance)
                .extracting(cell -> ((Cell.Demo) cell).code())
                .containsExactly("// ```\nvar start = 40;");
    }

    @Test
    void toleratesWindowsLinesAByteOrderMarkAndTabs() {
        String windows = "\uFEFF" + Sources.SMALL.replace("\n    ", "\n\t").replace("\n", "\r\n");
        assertThat(Sources.parse(windows)).isEqualTo(small);
    }

    @Test
    void acceptsWhatJupytextAddsToTheFrontMatter() {
        String source = Sources.SMALL.replace("seed: 7\n", "seed: 7\nkernelspec:\n  name: practicum\n");
        assertThat(Sources.parse(source).cells()).hasSameSizeAs(small.cells());
    }

    @Test
    void findsAnswersInCodeButNotInCommentsOrTexts() {
        String code =
                """
                // answer("a.b", 1);
                var s = "answer(\\"c.d\\", 2)";
                question.answer();
                answer("e.f", 3);
                practicum.notebook.Answers.answer("g.h", 4);
                """;
        assertThat(AnswerCall.in(code)).isEqualTo(List.of(new AnswerCall("e.f"), new AnswerCall("g.h")));
    }
}
