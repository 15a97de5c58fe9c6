package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReceiverTest {
    @Test
    void theExpressionBeforeADotIsFound() {
        Map.of(
                        "Hook.", "Hook",
                        "var x = model.", "model",
                        "show(run.get(Hook.", "Hook",
                        "model.run(\"a (b\", 3).", "model.run(\"a (b\", 3)",
                        "rows[3].", "rows[3]",
                        "a + b.c().", "b.c()",
                        "model\n    .run(\"a\")\n    .", "model\n    .run(\"a\")",
                        "\"text\".", "\"text\"")
                .forEach((code, receiver) -> assertThat(Receiver.before(code, code.length()))
                        .as(code)
                        .contains(receiver));
    }

    @Test
    void withoutADotThereIsNone() {
        assertThat(Receiver.before("Logit", 0)).isEmpty();
        assertThat(Receiver.before("x = ", 4)).isEmpty();
        assertThat(Receiver.before(").", 2)).contains(")");
        assertThat(Receiver.before("", 0)).isEmpty();
    }

    @Test
    void aVariableThatTheCellDeclaresIsKnownByWhatItIsSetTo() {
        assertThat(Receiver.declaration("m", "var m = Models.load(\"world\");\nm."))
                .contains("Models.load(\"world\")");
        assertThat(Receiver.declaration("m", "System.out.println(m);")).isEmpty();
    }

    @Test
    void everyHookPointHasAPlaceByItsFactorysName() {
        assertThat(ForwardPass.camelCase("RESID_POST")).isEqualTo("residPost");
        assertThat(ForwardPass.camelCase("LN1_POST_SCALE")).isEqualTo("ln1PostScale");
        assertThat(ForwardPass.camelCase("Q")).isEqualTo("q");
    }
}
