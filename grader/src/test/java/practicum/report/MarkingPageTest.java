package practicum.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkingPageTest {
    private static final MarkingPage.Item ITEM = new MarkingPage.Item(
            "a1b2",
            "why",
            "Why **so**?",
            List.of("names <a> pair"),
            2,
            "</script><script>alert(1)</script><img src=http://x onerror=alert(1)>",
            "digest",
            null,
            List.of(),
            "</script><!--");

    @Test
    void onlyThePagesOwnScriptMayRun() throws Exception {
        String page = MarkingPage.of("03_x", "Three", List.of(ITEM));
        String script = page.replaceFirst("(?s).*<script>(.*)</script>.*", "$1");
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(script.getBytes("UTF-8")));
        assertThat(page).contains("default-src 'none'", "script-src 'sha256-" + digest + "'");
        assertThat(page.split("<script", -1)).as("the data and the script").hasSize(3);
        assertThat(page.split("</script", -1)).hasSize(3);
        assertThat(page).doesNotContain("<img", "unsafe-eval").contains("<strong>so</strong>", "names &lt;a&gt; pair");
    }

    @Test
    void theSentencesOfARubricAreWorthWhatTheySayAndTheQuestionIsOpenWhereItIsNew() {
        var second = new MarkingPage.Item(
                "c3",
                "why",
                "Why **so**?",
                List.of("1 point. A claim.", "a control (2 points)"),
                3,
                "So.",
                "d2",
                null,
                List.of(),
                "");
        String page = MarkingPage.of("03_x", "Three", List.of(ITEM, second));
        assertThat(page).contains("\"rubric\":[2.0]", "\"rubric\":[1.0,2.0]");
        assertThat(page.split("<details open", -1)).hasSize(2);
        assertThat(page.split("<details", -1)).hasSize(3);
    }

    @Test
    void everythingCanBeReachedAndReadWithoutAMouse() {
        String page = MarkingPage.of("03_x", "Three", List.of(ITEM));
        assertThat(page)
                .contains("lang=\"en\"", "aria-live", "<label for=\"item0-0\">", "id=\"item0-0\"", "type=\"number\"")
                .contains("viewport", "\"format\":\"practicum-marks-1\"");
    }
}
