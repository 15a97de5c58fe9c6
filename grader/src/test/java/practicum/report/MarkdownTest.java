package practicum.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in words come from strangers: none may end the grader, or keep it for ever. */
final class MarkdownTest {
    private static final int LONG = 20_000;
    private static final Duration FOR_EVER = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "* a\\n  ",
                "[",
                "![",
                "*a ",
                "**a_",
                "$a ",
                "$$a ",
                "`",
                "<",
                "|a|\\n|-|\\n",
                "{",
                "\\\\{",
                "$x_{",
                "1. ",
                "~~~\\n",
                "&",
                "](",
                "[a](<b",
                "<a ",
                "$\\\\frac{"
            })
    void aTextOfNothingButMarksIsShownAllTheSame(String mark) {
        String text = mark.replace("\\n", "\n").repeat(LONG / mark.length());
        String html = Assertions.assertTimeoutPreemptively(FOR_EVER, () -> Markdown.untrusted(text));
        assertThat(html).isNotEmpty().doesNotContain("<a ", "<script");
    }

    @Test
    void formulasCloseAsBefore() {
        assertThat(Markdown.untrusted("costs $ 5 and $6")).doesNotContain("<math");
        assertThat(Markdown.untrusted("$x$ and $y$").split("<math", -1)).hasSize(3);
        assertThat(Markdown.untrusted("$a\\$b$")).contains("title=\"a\\$b\"");
        assertThat(Markdown.untrusted("$$a$ b$$")).contains("display=\"block\"", "title=\"a$ b\"");
        assertThat(Markdown.untrusted("$a $ b$")).contains("title=\"a $ b\"");
    }
}
