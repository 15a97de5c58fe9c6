package practicum.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.nbformat.Output;

final class EventParserTest {
    @Test
    void everyKindOfEventIsRead() {
        assertThat(EventParser.parse("{\"event\":\"ready\"}")).isEqualTo(new CellEvent.Ready());
        assertThat(EventParser.parse("{\"event\":\"done\",\"id\":\"c7\",\"millis\":3}"))
                .isEqualTo(new CellEvent.Done("c7"));
        assertThat(EventParser.parse("{\"event\":\"stream\",\"name\":\"stderr\",\"text\":\"a\\nb\"}"))
                .isEqualTo(new CellEvent.Shown(new Output.Stream("stderr", "a\nb")));
        assertThat(EventParser.parse("{\"event\":\"result\",\"data\":{\"text/plain\":\"2\"}}"))
                .isEqualTo(new CellEvent.Shown(new Output.Result(Map.of("text/plain", new JsonPrimitive("2")))));
        assertThat(EventParser.parse(
                        "{\"event\":\"error\",\"ename\":\"E\",\"evalue\":\"v\",\"traceback\":[\"one\",\"two\"]}"))
                .isEqualTo(new CellEvent.Shown(new Output.Failure("E", "v", List.of("one", "two"))));
        assertThat(EventParser.parse("{\"event\":\"update\",\"display_id\":\"p\",\"data\":{}}"))
                .isEqualTo(new CellEvent.Display("p", new Output.Display(Map.of()), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PASS",
                "[]",
                "{}",
                "{\"event\":\"verdict\",\"passed\":true}",
                "{\"event\":1}",
                "{\"event\":\"done\"}",
                "{\"event\":\"done\",\"id\":null}",
                "{\"event\":\"stream\",\"name\":\"log\",\"text\":\"\"}",
                "{\"event\":\"result\",\"data\":[1]}",
                "{\"event\":\"result\"}",
                "{\"event\":\"ready\"} {\"event\":\"ready\"}",
                "{'event':'ready'}",
                "{\"event\":\"result\",\"data\":{\"x\":NaN}}",
            })
    void whatIsNoEventIsRefused(String line) {
        assertThatThrownBy(() -> EventParser.parse(line)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aDeepValueIsRefusedAndNotFollowed() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> EventParser.parse("{\"event\":\"result\",\"data\":{\"x\":" + deep + "}}"))
                .isInstanceOf(ProtocolException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void valuesWithoutNumberAreRefusedBeforeTheyAreMadeAndTextsMayHoldAnyNumberOfCommas() {
        String event = "{\"event\":\"result\",\"data\":{\"x\":%s}}";
        assertThatThrownBy(() -> EventParser.parse(event.formatted("[1" + ",1".repeat(600_000) + "]")))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("more than 500000 values");
        assertThatThrownBy(() -> EventParser.parse(event.formatted("[{}" + ",{}".repeat(300_000) + "]")))
                .isInstanceOf(ProtocolException.class);
        String text = "\"\\\"" + ",[{".repeat(600_000) + "\"";
        assertThat(EventParser.parse(event.formatted(text))).isInstanceOf(CellEvent.Shown.class);
    }
}
