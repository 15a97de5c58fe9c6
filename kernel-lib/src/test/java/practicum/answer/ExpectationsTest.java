package practicum.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectationsTest {
    private static final Expectations EXPECTATIONS = new Expectations(
            "09_lens",
            "Reading <early> & \"often\"",
            List.of(new Expectations.Exercise("lens", 4, "What stands between?", 2)),
            List.of(new Expectations.Check(
                    "lens.top",
                    "lens",
                    "close(rtol=1e-3)",
                    Value.of(new float[] {1, 2, 3}),
                    List.of(
                            new Expectations.Mistake("You forgot the norm.", Value.of(new float[] {2, 2, 3})),
                            new Expectations.Mistake("Never said.", Value.of(new float[] {1, 2, 3}))))));

    @Test
    void jsonKeepsEverything(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("09_lens.json"), EXPECTATIONS.toJson());
        assertThat(Expectations.read(file)).isEqualTo(EXPECTATIONS);
    }

    @Test
    void aWrongAnswerThatANamedMistakeGivesIsDiagnosedByItsName() {
        var check = EXPECTATIONS.check("lens.top").orElseThrow();
        assertThat(check.judge(Value.of(new float[] {2, 2, 3})).diagnosis()).isEqualTo("You forgot the norm.");
        assertThat(check.judge(Value.of(new float[] {1, 2, 3})).passed()).isTrue();
        assertThat(check.judge(Value.of(new float[] {9, 2, 4})).diagnosis()).isEmpty();
    }

    @Test
    void aBrokenFileIsRefusedByNameWithTheRemedy(@TempDir Path folder) throws Exception {
        var file = Files.writeString(
                folder.resolve("x.json"), EXPECTATIONS.toJson().substring(0, 200));
        assertThatThrownBy(() -> Expectations.read(file))
                .isInstanceOf(AnswerException.class)
                .hasMessageContaining("x.json")
                .hasMessageContaining("./practicum build");
        assertThatThrownBy(() -> Expectations.fromJson("{\"stem\":{}}")).isInstanceOf(AnswerException.class);
        assertThatThrownBy(() -> Expectations.fromJson("[]")).isInstanceOf(AnswerException.class);
    }
}
