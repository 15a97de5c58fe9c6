package practicum.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueJsonTest {
    @Test
    void numbersThatAreNotFiniteAreWrittenAsTexts() {
        assertThat(ValueJson.write(new Value.Num(Double.NaN))).isEqualTo("{\"kind\":\"number\",\"value\":\"NaN\"}");
        assertThat(ValueJson.write(Value.of(new float[] {0.1f, Float.NEGATIVE_INFINITY})))
                .isEqualTo("{\"kind\":\"array\",\"dtype\":\"float32\",\"shape\":[2],\"data\":[0.1,\"-Infinity\"],"
                        + "\"axes\":[]}");
    }

    @Test
    void aTextThatLooksLikeANumberStaysAText() {
        var table = new Value.Table(List.of(new Value.Column("c", "text", List.of(new Value.Text("Infinity")))));
        assertThat(ValueJson.read(ValueJson.write(table))).isEqualTo(table);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kind\":\"number\",\"value\":1} x | follows",
                "{\"kind\":\"number\",\"value\":1,\"value\":2} | stands twice",
                "{\"kind\":\"number\"} | \"value\" is missing",
                "{\"kind\":\"number\",\"value\":\"1\"} | A number was expected",
                "{\"kind\":\"number\",\"value\":NaN} | not JSON",
                "{\"kind\":\"number\",\"value\":1e999} | not JSON",
                "{\"kind\":\"number\",\"value\":1,\"class\":\"x\"} | no field",
                "{\"kind\":\"number\" | not JSON",
                "{'kind':'null'} | not JSON",
                "{\"kind\":\"thing\"} | no kind of value",
                "{\"kind\":\"bool\",\"value\":1} | true or false",
                "{\"kind\":\"array\",\"dtype\":\"float32\",\"shape\":[2],\"data\":[1],\"axes\":[]} | holds 2 numbers",
                "{\"kind\":\"array\",\"dtype\":\"float32\",\"shape\":[-1],\"data\":[],\"axes\":[]} | whole lengths",
                "{\"kind\":\"array\",\"dtype\":\"float32\",\"shape\":[0.5],\"data\":[],\"axes\":[]} | whole lengths",
                "{\"kind\":\"array\",\"dtype\":\"object\",\"shape\":[],\"data\":[1],\"axes\":[]} | no element type",
                "{\"kind\":\"array\",\"dtype\":\"int8\",\"shape\":[65536,65536],\"data\":[],\"axes\":[]} | holds 4294967296",
                "{\"kind\":\"list\",\"items\":{}} | JSON array",
                "[] | A JSON object",
                "`` | not JSON"
            })
    void whatIsNotExactlyAValueIsRefused(String json, String message) {
        assertThatThrownBy(() -> ValueJson.read(json))
                .isInstanceOf(AnswerException.class)
                .hasMessageContaining(message);
    }

    @Test
    void depthAndSizeAreLimited() {
        String open = "{\"kind\":\"list\",\"items\":[";
        assertThatThrownBy(() -> ValueJson.read(open.repeat(17) + "]}".repeat(17)))
                .isInstanceOf(AnswerException.class)
                .hasMessageContaining("deeper");
        assertThatThrownBy(() -> ValueJson.read("[".repeat(100_000))).isInstanceOf(AnswerException.class);
        assertThatThrownBy(() -> ValueJson.read("[" + "0,".repeat(300_000) + "0]"))
                .hasMessageContaining("250000");
        assertThatThrownBy(() -> ValueJson.read(" ".repeat(7_000_000))).hasMessageContaining("7000000 characters");
    }
}
