package practicum.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkCheckTest {
    private static List<String> problems(String index, String... others) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("index.html", index.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < others.length; i += 2) {
            files.put(others[i], others[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return LinkCheck.of(files);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            textBlock =
                    """
            <a href="a.html">             @ leads nowhere
            <a href=a.html>               @ leads nowhere
            <A HREF='A.html'>             @ leads nowhere
            <a href="x/">                 @ leads nowhere
            <a href="x/b.html#two">       @ leads to no id
            <a href="X/b.html">           @ leads nowhere
            <a href="../index.html">      @ leads nowhere
            <a href="/x/b.html">          @ leads nowhere
            <a href="file:///x/b.html">   @ leads nowhere
            <a href="x/b.html?q">         @ leads nowhere
            <a href="#up">                @ leads to no id
            <img alt="" src="p.png">      @ is not there
            <img alt="" src="https://p/p.png"> @ is not there
            <img alt="" src="//p/p.png">  @ is not there
            <img src="data:,">            @ has no text
            <img alt="" src="data:," usemap="#m"> @ leads to no id
            <p id="a"><b id="a">          @ more than once
            <p id="">                     @ more than once or is empty
            """)
    void whatDoesNotHoldIsNamed(String html, String problem) {
        assertThat(problems(html + "<a href=\"x/b.html#one\">", "x/b.html", "<p id=\"one\">"))
                .singleElement()
                .asString()
                .startsWith("index.html: ")
                .contains(problem);
    }

    @Test
    void whatHoldsIsNotNamed() {
        assertThat(problems(
                        "<a href=\"x/b.html#gr%C3%BC%C3%9Fe\"><a href=\"#top\"><p id=top><a href=\"https://else.where\">"
                                + "<img alt=\"a > b\" src=\"data:image/png;base64,AA==\" usemap=\"#m\"><map name=\"m\"></map>"
                                + "<!-- <a href=\"none\"> --><style>a > b { }</style><a href=\"x&amp;y.html\">",
                        "x/b.html", "<p id=\"grüße\"><a href=\"../index.html\">", "x&y.html", ""))
                .isEmpty();
    }

    @Test
    void aPageThatNoLinkLeadsToIsNamed() {
        assertThat(problems("", "a.html", "<a href=\"b.html\">", "b.html", "<a href=\"a.html\">"))
                .containsExactly(
                        "a.html: no link leads there from index.html.", "b.html: no link leads there from index.html.");
    }
}
