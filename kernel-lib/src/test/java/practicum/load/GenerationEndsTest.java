package practicum.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationEndsTest {
    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static Optional<long[]> ends(String generation, String config) {
        return GenerationEnds.of(generation.isEmpty() ? null : json(generation), json(config), "the folder");
    }

    @Test
    void theGenerationConfigurationDecides() {
        assertThat(ends("{'eos_token_id': [1, 106]}", "{'eos_token_id': 1}").orElseThrow())
                .containsExactly(1, 106);
        assertThat(ends("{'eos_token_id': 7}", "{}").orElseThrow()).containsExactly(7);
    }

    @Test
    void whereItIsSilentTheConfigurationDoes() {
        assertThat(ends("{'eos_token_id': null}", "{'eos_token_id': [2, 3]}").orElseThrow())
                .containsExactly(2, 3);
        assertThat(ends("", "{'eos_token_id': 0}").orElseThrow()).containsExactly(0);
        assertThat(ends("", "{'text_config': {'eos_token_id': 5}}").orElseThrow())
                .containsExactly(5);
    }

    @Test
    void whereNoFileSaysSoThereIsNone() {
        assertThat(ends("", "{'eos_token_id': null}")).isEmpty();
        assertThat(ends("{}", "{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'</s>'", "[1, '</s>']", "1.5", "{}", "[[1]]", "true", "1e40"})
    void whatIsNoTokenIsAnError(String value) {
        assertThatThrownBy(() -> ends("{'eos_token_id': " + value + "}", "{}"))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("the folder")
                .hasMessageContaining("must be the number of a token");
    }
}
