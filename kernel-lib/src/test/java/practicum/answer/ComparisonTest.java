package practicum.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ComparisonTest {
    private static Verdict compare(String comparison, Object expected, Object actual) {
        return Comparison.parse(comparison).compare(Value.of(expected), Value.of(actual));
    }

    @Test
    void closeNumbersPassAndOthersFailWithPlaceAndSize() {
        assertThat(compare("close(rtol=1e-3)", 100.0, 100.05).passed()).isTrue();
        assertThat(compare("close(rtol=1e-3, atol=0)", 100.0, 100.2).passed()).isFalse();
        assertThat(compare("close(rtol=0, atol=0.5)", 0, 0.4).passed()).isTrue();
        assertThat(compare("", 1, 2.5).rationale()).isEqualTo("Expected 1, got 2.5000: an error of 1.5000.");
        var verdict = compare("", new double[][] {{1, 2}, {4, 8}}, new double[][] {{1, 2}, {5, 7.5}});
        assertThat(verdict.rationale())
                .isEqualTo("2 of 4 numbers differ, the first at [1, 0]: expected 4, got 5."
                        + " The largest error is 1 (relative 0.25000).");
        assertThat(verdict.score()).isEqualTo(0.5);
    }

    @Test
    void aNumberIsTheSameHoweverItIsHandedOver() {
        assertThat(compare("", new float[] {1, 2}, List.of(1L, 2.0)).passed()).isTrue();
        assertThat(compare("", List.of(new int[] {1, 2}, new int[] {3, 4}), new float[][] {{1, 2}, {3, 4}})
                        .passed())
                .isTrue();
        assertThat(compare("", 3, 3f).passed()).isTrue();
        assertThat(compare("equal", 0.0, -0.0).passed()).isTrue();
        assertThat(compare("equal", 0.1, Math.nextUp(0.1)).passed()).isFalse();
    }

    @Test
    void everyFaultHasItsOwnSentence() {
        var expected = new double[] {1, 2};
        var faults = new LinkedHashMap<Fault, Object>();
        faults.put(Fault.NULL, null);
        faults.put(Fault.KIND, "text");
        faults.put(Fault.EMPTY, new double[0]);
        faults.put(Fault.SHAPE, new double[] {1, 2, 3});
        faults.put(Fault.NAN, new double[] {1, Double.NaN});
        faults.put(Fault.INFINITE, new double[] {1, Double.POSITIVE_INFINITY});
        faults.put(Fault.DIFFERENT, new double[] {1, 3});
        var sentences = new LinkedHashSet<String>();
        faults.forEach((fault, actual) -> {
            for (String comparison : List.of("", "close", "equal", "sign")) {
                assertThat(compare(comparison, expected, actual).fault())
                        .as(comparison)
                        .isEqualTo(fault);
            }
            var verdict = compare("", expected, actual);
            assertThat(verdict.passed()).isFalse();
            sentences.add(verdict.rationale());
            sentences.add(verdict.discreet().rationale());
        });
        assertThat(sentences).hasSize(2 * faults.size());
    }

    @Test
    void anExpectedInfinityIsNoFaultButAnotherOneIs() {
        var masked = new double[] {0.5, Double.NEGATIVE_INFINITY};
        assertThat(compare("", masked, masked.clone()).passed()).isTrue();
        assertThat(compare("", masked, new double[] {0.5, 1}).fault()).isEqualTo(Fault.DIFFERENT);
        assertThat(compare("", masked, new double[] {0.5, Double.POSITIVE_INFINITY})
                        .passed())
                .isFalse();
    }

    @Test
    void noComparisonLetsNanNullOrAnEmptyThingPass() {
        var expected = Map.of(
                "close",
                1.0,
                "equal",
                1.0,
                "sign",
                1.0,
                "interval(lo=0)",
                1.0,
                "ranking",
                List.of(1),
                "set",
                Set.of(1),
                "text",
                "a",
                "",
                1.0);
        expected.forEach((comparison, value) -> {
            for (Object bad : Arrays.asList(Double.NaN, null, List.of(), "", Map.of(), new float[0])) {
                assertThat(compare(comparison, value, bad).passed())
                        .as(comparison + " " + bad)
                        .isFalse();
            }
        });
    }

    @Test
    void mapsAndListsAreComparedPartByPart() {
        var expected = Map.of("a", List.of("x", 1.0), "b", 2);
        assertThat(compare("", expected, Map.of("b", 2.0000001, "a", List.of("x", 1)))
                        .passed())
                .isTrue();
        assertThat(compare("", expected, Map.of("b", 2, "a", List.of("x", 3))).rationale())
                .isEqualTo("At \"a\": At item 1: Expected 1, got 3: an error of 2.");
        assertThat(compare("", expected, Map.of("b", 2, "c", 1)).rationale())
                .isEqualTo("Missing: a. Not asked for: c.");
    }

    @Test
    void aRankingCountsItsPlaces() {
        var expected = List.of(" Mary", " John", " the", " a");
        assertThat(compare("ranking", expected, expected).passed()).isTrue();
        assertThat(compare("ranking(topk=2)", expected, List.of(" Mary", " John", " x"))
                        .passed())
                .isTrue();
        assertThat(compare("ranking", expected, List.of(" Mary", " John", " a", " the"))
                        .rationale())
                .isEqualTo("Place 3 is \" a\", but \" the\" was expected; 2 of 4 places are right.");
        assertThat(compare("ranking", expected, List.of(" a", " the", " John", " Mary"))
                        .diagnosis())
                .contains("reversed");
        assertThat(compare("ranking(topk=2)", expected, List.of(" John", " the", " a"))
                        .passed())
                .isFalse();
        assertThat(compare("ranking", expected, List.of(" Mary")).fault()).isEqualTo(Fault.SHAPE);
        assertThat(compare("ranking", new long[] {3, 1}, List.of(3, 1)).passed())
                .isTrue();
        assertThat(compare("ranking", expected, new LinkedHashSet<>(expected)).fault())
                .isEqualTo(Fault.KIND);
    }

    @Test
    void aSetHasNoOrder() {
        assertThat(compare("set", List.of(1, 2, 3), List.of(3, 2, 1, 1)).passed())
                .isTrue();
        assertThat(compare("", Set.of("a", "b"), Set.of("b", "c")).rationale())
                .isEqualTo("Missing: \"a\". Not expected: \"c\".");
    }

    @Test
    void textsAgreeUpToWhiteSpaceAndOnRequestCase() {
        assertThat(compare("", "a  b", " a b").passed()).isTrue();
        assertThat(compare("text", "é", "e\u0301").passed()).isTrue();
        assertThat(compare("text", "Mary", "mary").diagnosis()).contains("upper and lower case");
        assertThat(compare("text(case=ignore)", "Mary", "mary").passed()).isTrue();
        assertThat(compare("equal", " Mary", "Mary").diagnosis()).contains("white space");
        assertThat(compare("text", "Yes, it is.", "Yes it is").passed()).isFalse();
        assertThat(compare("text(punctuation=ignore)", "Yes, it is.", "Yes it is!")
                        .passed())
                .isTrue();
        assertThat(compare("text(punctuation=ignore)", "Yes, it is.", "yes it is")
                        .passed())
                .isFalse();
        assertThat(compare("text(punctuation=ignore, case=ignore)", "Rome.", "").fault())
                .isEqualTo(Fault.EMPTY);
    }

    @Test
    void anIntervalTakesAnyNumberInside() {
        assertThat(compare("interval(lo=0.8, hi=1)", 0.9, 0.85).passed()).isTrue();
        assertThat(compare("interval(lo=0.8)", 0.9, 0.5).rationale()).isEqualTo("0.50000 is not from 0.80000 to ∞.");
        assertThat(compare("interval(lo=0)", new double[] {1, 2}, new double[] {1, 2, 3})
                        .fault())
                .isEqualTo(Fault.SHAPE);
    }

    @Test
    void aDirectionMayPointEitherWay() {
        assertThat(compare("sign", new double[] {1, -2}, new double[] {-1, 2}).passed())
                .isTrue();
        assertThat(compare("sign", new double[] {1, -2}, new double[] {1, 2}).passed())
                .isFalse();
    }

    @Test
    void tablesAgreeByColumnNameAndInAnyRowOrder() {
        var expected = Table.create(StringColumn.create("t", "a", "b"), IntColumn.create("n", 1, 2));
        var shuffled = Table.create(IntColumn.create("n", 2, 1), StringColumn.create("t", "b", "a"));
        assertThat(compare("", expected, shuffled).passed()).isTrue();
        assertThat(compare("table(rows=ordered)", expected, shuffled).passed()).isFalse();
        var crossed = Table.create(IntColumn.create("n", 2, 1), StringColumn.create("t", "a", "b"));
        assertThat(compare("table", expected, crossed).rationale())
                .isEqualTo("No row is (\"a\", 1), which was expected.");
        assertThat(compare("table", expected, Table.create(StringColumn.create("t", "a", "b")))
                        .rationale())
                .contains("no column \"n\"");
        var twice = Table.create(StringColumn.create("t", "a", "a"), IntColumn.create("n", 1, 1));
        assertThat(compare("table", expected, twice).passed()).isFalse();
    }

    @Test
    void chartsAgreeInTheirDataAndNameTheirAxes() {
        assertThat(compare("", chart("layer", 1, 2), chart("Layer l", 1, 2)).passed())
                .isTrue();
        assertThat(compare("chart", chart("layer", 1, 2), chart("", 1, 2)).rationale())
                .contains("x axis has no title");
        assertThat(compare("chart", chart("layer", 1, 2), chart("layer", 1, 3)).rationale())
                .contains("In series \"s\", y: ");
        assertThat(compare("chart", chart("layer", 1, 2), "chart").fault()).isEqualTo(Fault.KIND);
        var titled = chart("layer", 1, 2);
        titled.setTitle("Logit by layer");
        assertThat(compare("chart", titled, chart("layer", 1, 2)).rationale()).contains("The chart has no title");
        var other = chart("layer", 1, 2);
        other.setTitle("My chart");
        assertThat(compare("chart", titled, other).passed()).isTrue();
        assertThat(compare("chart(words=same)", titled, other).rationale())
                .isEqualTo("The title of the chart is \"My chart\", but \"Logit by layer\" was expected.");
        assertThat(compare("chart(words=free)", titled, chart("", 1, 2)).passed())
                .isTrue();
    }

    private static XYChart chart(String xLabel, double... y) {
        var chart = new XYChartBuilder().xAxisTitle(xLabel).yAxisTitle("logit").build();
        chart.addSeries("s", y);
        return chart;
    }

    @Test
    void anUnknownComparisonOrOptionIsRefusedWithTheKnownOnes() {
        for (String bad : List.of(
                "clsoe",
                "close(rtl=1)",
                "close(rtol=x)",
                "close(rtol=NaN)",
                "close(rtol=-1)",
                "close(rtol)",
                "close(rtol=1,rtol=2)",
                "equal(x=1)",
                "ranking(topk=0)",
                "text(case=upper)",
                "close(",
                "interval(lo=2, hi=1)")) {
            assertThatThrownBy(() -> Comparison.parse(bad)).as(bad).isInstanceOf(AnswerException.class);
        }
        assertThatThrownBy(() -> Comparison.parse("clsoe"))
                .hasMessage("No comparison is called \"clsoe\". Known: chart, close, distribution, equal, interval,"
                        + " kendall, largest, metric, monotone, order, property, ranking, rotation, scale,"
                        + " set, sign, subspace, table, text.");
        assertThatThrownBy(() -> Comparison.parse("close(rtl=1)")).hasMessageContaining("Known: rtol, atol.");
    }

    @Test
    void aDiscreetVerdictSaysNothingOfTheExpectedValue() {
        var secrets = new ArrayList<String>();
        for (Object actual : List.of(1234.5, new double[] {1}, "x", Double.NaN)) {
            var verdict = compare("", 9876.5, actual).discreet();
            secrets.add(verdict.expected() + verdict.actual() + verdict.rationale() + verdict.diagnosis());
        }
        assertThat(secrets).noneMatch(text -> text.contains("9876"));
    }
}
