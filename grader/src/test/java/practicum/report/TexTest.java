package practicum.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

final class TexTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            textBlock =
                    """
            x^2                    @ <msup><mrow><mi>x</mi></mrow><mrow><mn>2</mn></mrow></msup>
            W_{in}                 @ <msub><mrow><mi>W</mi></mrow><mrow><mrow><mi>i</mi><mi>n</mi></mrow></mrow></msub>
            \\alpha \\cdot \\beta  @ <mi>α</mi><mo>⋅</mo><mi>β</mi>
            \\frac{a}{b}           @ <mfrac><mrow><mrow><mi>a</mi></mrow></mrow><mrow><mrow><mi>b</mi></mrow></mrow></mfrac>
            \\mathbb{R}            @ <mi>ℝ</mi>
            \\text{for all } x     @ <mtext>for\u00a0all\u00a0</mtext><mi>x</mi>
            \\mathrm{softmax}      @ <mi>softmax</mi>
            3.14                   @ <mn>3.14</mn>
            \\frac12              @ <mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>
            x^10                   @ <mrow><mn>1</mn></mrow></msup><mn>0</mn>
            \\mathrm{LN_f}        @ <mi mathvariant="normal">L</mi><msub><mrow><mi mathvariant="normal">N</mi></mrow><mrow><mi mathvariant="normal">f</mi></mrow></msub>
            a < b                  @ <mo>&lt;</mo>
            \\left( x \\right.     @ <mo>(</mo><mi>x</mi></mrow>
            f(x)                   @ <mo stretchy="false">(</mo><mi>x</mi><mo stretchy="false">)</mo>
            \\unheard{x}           @ <mtext>\\unheard</mtext>
            """)
    void aFormulaIsMathMl(String source, String expected) {
        assertThat(Tex.html(source, false)).contains(expected);
    }

    @Test
    void aSumHasItsLimitsAboveAndBelow() {
        assertThat(Tex.html("\\sum_{i=1}^n i", true)).contains("<munderover>").contains("<mo>∑</mo>");
    }

    @Test
    void aMatrixIsATable() {
        assertThat(Tex.html("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}", true))
                .contains("<mo>(</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr><mtr>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "}",
                "{{{",
                "\\frac",
                "x^",
                "^",
                "\\begin{pmatrix} a &",
                "\\",
                "\\text{",
                "a}b{c",
                "\\hat",
                "&&"
            })
    void brokenFormulasAreStillWellFormed(String source) {
        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(Tex.html(source, false)))))
                .doesNotThrowAnyException();
    }

    @Test
    void aFormulaWithoutEndIsCutOffAndNotFollowed() {
        assertThat(Tex.html("{".repeat(100_000), false)).hasSizeLessThan(200_000);
        assertThat(Tex.html("\\hat".repeat(100_000), false)).startsWith("<math");
    }

    @Test
    void markupInAFormulaIsText() {
        assertThat(Tex.html("\\text{<script>} \"", false))
                .doesNotContain("<script>")
                .contains("&lt;script&gt;");
    }
}
