package practicum.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SimilarityTest {
    private static final String STUB =
            """
            /** Softmax along a row. */
            double[] softmax(double[] row) {
                throw new NotImplemented("softmax");
            }
            """;
    private static final String ADA =
            """
            double[] softmax(double[] row) {
                double top = Double.NEGATIVE_INFINITY;
                for (double x : row) { top = Math.max(top, x); }
                double sum = 0;
                double[] out = new double[row.length];
                for (int i = 0; i < row.length; i++) {
                    out[i] = Math.exp(row[i] - top); // stable
                    sum += out[i];
                }
                for (int i = 0; i < out.length; i++) { out[i] /= sum; }
                return out;
            }
            """;
    private static final String STREAMS =
            """
            double[] softmax(double[] row) {
                var e = DoubleStream.of(row).map(Math::exp).toArray();
                var total = DoubleStream.of(e).sum();
                return DoubleStream.of(e).map(v -> v / total).toArray();
            }
            """;

    private static Work work(String student, String code) {
        return new Work(student, Map.of("softmax", code));
    }

    private static String disguised(String code) {
        return code.replace("double top", "double  biggest")
                .replace("top", "biggest")
                .replace("sum", "s")
                .replace("out", "result")
                .replace("// stable", "/* so that\n nothing overflows */")
                .replace("row", "xs")
                .replace(" i ", " k ");
    }

    @Test
    void renamingReformattingAndCommentingHideNothing() {
        var found = new Similarity(List.of(STUB))
                .of(List.of(work("ada", ADA), work("bob", disguised(ADA)), work("eve", STREAMS)), 10);
        assertThat(found).first().satisfies(pair -> {
            assertThat(pair.first().student() + pair.second().student()).isEqualTo("adabob");
            assertThat(pair.similarity()).isEqualTo(1);
            assertThat(pair.identical()).isEmpty();
            assertThat(pair.firstLines().get("softmax")).contains(2, 6);
        });
        assertThat(found.stream().skip(1))
                .allSatisfy(pair -> assertThat(pair.similarity()).isLessThan(0.2));
    }

    @Test
    void whatEverybodyWasGivenIsNoLikeness() {
        assertThat(new Similarity(List.of(ADA)).of(List.of(work("ada", ADA), work("bob", ADA)), 10))
                .isEmpty();
        assertThat(new Similarity(List.of()).of(List.of(work("ada", ADA), work("bob", ADA)), 10))
                .singleElement()
                .satisfies(pair -> assertThat(pair.identical()).containsExactly("softmax"));
    }

    @Test
    void inALargeClassTheOneWayThatManyFindIsNoLikenessButACopyIs() {
        var works = new ArrayList<Work>();
        for (int i = 0; i < 20; i++) {
            works.add(work("s" + i, ADA));
        }
        works.add(work("x", STREAMS));
        works.add(work("y", STREAMS));
        assertThat(new Similarity(List.of()).of(works, 10)).singleElement().satisfies(pair -> assertThat(
                        pair.first().student() + pair.second().student())
                .isEqualTo("xy"));
    }

    /** The guarantee of the paper, tried on random sequences in which a passage of that length is planted. */
    @Test
    void aSharedPassageOfRunAndWindowTokensIsAlwaysFound() {
        var random = new Random(5);
        for (int round = 0; round < 300; round++) {
            var passage = tokens(random, Fingerprints.RUN + Fingerprints.WINDOW - 1, "p");
            var first = new ArrayList<>(tokens(random, random.nextInt(40), "a"));
            var second = new ArrayList<>(tokens(random, random.nextInt(40), "b"));
            first.addAll(random.nextInt(first.size() + 1), passage);
            second.addAll(random.nextInt(second.size() + 1), passage);
            assertThat(Fingerprints.of(first).keySet())
                    .containsAnyElementsOf(Fingerprints.of(second).keySet());
        }
    }

    @Test
    void sequencesWithoutASharedRunShareNoFingerprint() {
        var random = new Random(6);
        assertThat(Fingerprints.of(tokens(random, 500, "a")).keySet())
                .hasSizeLessThan(250)
                .doesNotContainAnyElementsOf(
                        Fingerprints.of(tokens(random, 500, "b")).keySet());
    }

    private static List<Token> tokens(Random random, int count, String name) {
        var tokens = new ArrayList<Token>();
        for (int i = 0; i < count; i++) {
            tokens.add(new Token(name + random.nextInt(7), i));
        }
        return tokens;
    }

    @Test
    void javaIsReadToItsEndWhateverStandsThere() {
        assertThat(Tokens.of("x -> \"a\\\"b\" + 'c' + 1.5e-3f /* open"))
                .extracting(Token::kind)
                .containsExactly("N", "->", "T", "+", "C", "+", "0");
        assertThat(Tokens.of("\"never closed\n\"\"\"also not"))
                .extracting(Token::kind)
                .containsExactly("T", "T");
        assertThat(Tokens.of("final var a = 0x1F; double b"))
                .extracting(Token::kind)
                .containsExactly("N", "N", "N", "=", "0", ";", "double", "N");
    }

    @Test
    void noLiteralIsTooLongToBeCompared() {
        for (String literal : List.of(
                "\"" + "x".repeat(300_000) + "\"",
                "\"" + "\\n".repeat(150_000),
                "'" + "y".repeat(300_000),
                "1" + "e+".repeat(150_000),
                "/*" + "*".repeat(300_000),
                "\"\"\"" + "\"".repeat(300_000))) {
            var found = new Similarity(List.of(STUB))
                    .of(List.of(work("ada", ADA + literal), work("bob", ADA + "\n" + literal)), 10);
            assertThat(found).as(literal.substring(0, 5)).hasSize(1);
        }
    }
}
