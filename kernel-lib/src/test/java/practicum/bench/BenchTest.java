package practicum.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.tensor.Processor;

class BenchTest {
    private static Bench.Settings quick(String model, String... only) {
        return new Bench.Settings(model, List.of(only), 2, 1, true);
    }

    @Test
    void everyWayToDoTheSameComesToTheSame() {
        for (String model : List.of("gpt2-shape", "world")) {
            Report report = Bench.of(
                            quick(model, "forward", "record", "edit", "gradient", "generate", "sweep", "dictionary"))
                    .run();
            List<Result> results = report.results().stream()
                    .filter(r -> !r.benchCase().name().endsWith("in bf16"))
                    .toList();
            assertThat(results).hasSize(11);
            List<Result> comparable =
                    results.stream().filter(r -> r.disagreement().isPresent()).toList();
            assertThat(comparable).hasSize(8);
            for (Result result : comparable) {
                assertThat(result.disagreement().orElseThrow())
                        .as("%s of %s", result.benchCase().name(), model)
                        .isLessThan(1e-5);
            }
        }
    }

    @Test
    void bfloat16IsMeasuredBesideFloat32WhereTheProcessorHasIt() {
        assumeTrue(
                Processor.lacksBfloat16().isEmpty(),
                () -> Processor.lacksBfloat16().orElse("") + " Run this test on a machine that has them.");
        List<Result> results = Bench.of(quick("gpt2-shape", "bf16")).run().results();
        assertThat(results)
                .extracting(r -> r.benchCase().name())
                .containsExactly("forward 1×12 in bf16", "generate 5 in bf16");
        assertThat(results.get(0).disagreement().orElseThrow()).isBetween(1e-5, 2e-2);
    }

    @Test
    void theTableHasALineForEachCaseAndTheFileEverything(@TempDir Path folder) throws IOException {
        Report report = Bench.of(quick("gpt2-shape", "forward 2×12", "GENERATE 5 AFTER", "start"))
                .run();
        assertThat(report.table())
                .contains("gpt2-shape, 1 thread, 2 rounds")
                .containsPattern("GFLOP/s; of those that can be differentiated: \\d+\\.\\d\\.")
                .containsPattern("forward 2×12 +\\d+\\.\\d")
                .containsPattern("generate 5 after 6 .*≤ 1\\.05 × limit")
                .contains("start to first operation");

        report.write(folder.resolve("bench.json"));
        JsonObject json = JsonParser.parseString(Files.readString(folder.resolve("bench.json")))
                .getAsJsonObject();
        assertThat(json.get("bestGflops").getAsDouble()).isCloseTo(report.bestRate(), within(1e-9));
        assertThat(json.get("differentiableGflops").getAsDouble()).isPositive();
        assertThat(json.getAsJsonArray("cases")).hasSize(3);
        JsonObject forward = json.getAsJsonArray("cases").get(0).getAsJsonObject();
        assertThat(forward.getAsJsonArray("oursMs")).hasSize(2);
        assertThat(forward.getAsJsonArray("naiveMs")).hasSize(2);
        // two layers: 12·32² weights and 2·12·32 numbers of attention a position; 101·32 weights of the unembedding
        double flops = 2 * 2.0 * 12 * (2 * (12 * 32 * 32 - 4 * 32 * 32 + 2 * 12 * 32) + 101 * 32);
        assertThat(forward.get("flops").getAsDouble()).isEqualTo(flops);
        assertThat(forward.get("limitMedianMs").getAsDouble()).isCloseTo(flops / report.bestRate() / 1e6, within(1e-9));
    }

    @Test
    void ratiosAreOfMediansAndAimsAreComparedWithThem() {
        BenchCase sweep = BenchCase.of("sweep", () -> new float[0]).aiming(Aim.fasterThanNaiveBy(7));
        Result result = new Result(
                sweep,
                Map.of(
                        Role.NAIVE, List.of(new Timing(80, 1), new Timing(60, 1), new Timing(500, 1)),
                        Role.OURS, List.of(new Timing(12, 3), new Timing(10, 2), new Timing(8, 1))),
                OptionalDouble.of(5),
                OptionalDouble.empty(),
                false);
        assertThat(result.ratio(Role.NAIVE)).hasValue(8);
        assertThat(result.ratio(Role.LIMIT)).hasValue(2);
        assertThat(result.meetsAim()).contains(true);
        assertThat(result.spread()).isEqualTo(0.4);
        assertThat(Aim.atMostTheLimitTimes(1.9).isMet(2)).isFalse();
        assertThat(Timing.median(List.of(new Timing(1, 4), new Timing(3, 2)))).isEqualTo(new Timing(2, 3));
    }

    @Test
    void numbersThatDisagreeAreSeen() {
        assertThat(Difference.relative(new float[] {1, -4}, new float[] {1, -3}))
                .isEqualTo(0.25);
        assertThatThrownBy(() -> Difference.relative(new float[1], new float[2]))
                .hasMessageContaining("1 and 2 numbers");
    }

    @Test
    void aNameThatNoCaseHasIsRefusedAndTheNamesAreGiven() {
        assertThatThrownBy(() -> Bench.of(quick("gpt2-shape", "fourier")))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("[fourier]")
                .hasMessageContaining("forward 1×12");
        assertThatThrownBy(() -> new Bench.Settings("world", List.of(), 0, 1, true))
                .hasMessageContaining("at least 1 round");
    }
}
