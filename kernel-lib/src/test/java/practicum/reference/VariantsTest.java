package practicum.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The variants test what they are named for: in the reference, switching it off moves the logits. */
class VariantsTest {
    @TempDir
    private Path folder;

    static Stream<Variant> all() {
        return Variants.all();
    }

    static Stream<Variant> switchable() {
        return Variants.all().filter(Variant::canBeSwitchedOff);
    }

    private double[] logits(Variant variant, Config config) {
        RandomModelFolder.writeConfig(config, folder);
        double[][] logits = ReferenceModel.open(folder).run(variant.prompt()).logits();
        return Arrays.stream(logits).flatMapToDouble(Arrays::stream).toArray();
    }

    @ParameterizedTest
    @MethodSource("switchable")
    void switchingTheFeatureOffMovesTheLogits(Variant variant) {
        RandomModelFolder.write(variant, folder);
        double[] on = logits(variant, variant.config());
        double[] off = logits(variant, variant.without());
        double largest = 0;
        for (int i = 0; i < on.length; i++) {
            largest = Math.max(largest, Math.abs(on[i] - off[i]));
        }
        assertThat(largest).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @MethodSource("all")
    void logitsAreFiniteAndPatternsAreDistributions(Variant variant) {
        RandomModelFolder.write(variant, folder);
        ReferenceRun run = ReferenceModel.open(folder).run(variant.prompt());
        assertThat(Arrays.stream(run.logits()).flatMapToDouble(Arrays::stream)).allMatch(Double::isFinite);
        assertThat(run.pattern().length).isEqualTo(variant.layers());
        for (double[][][] heads : run.pattern()) {
            double[][] rows = Arrays.stream(heads).flatMap(Arrays::stream).toArray(double[][]::new);
            for (double[] row : rows) {
                assertThat(Arrays.stream(row).sum()).isCloseTo(1, offset(1e-12));
            }
        }
    }

    @Test
    void everyFamilyHasVariantsAndNoNameComesTwice() {
        assertThat(Variants.all().map(Variant::architecture).distinct()).hasSize(15);
        assertThat(Variants.all().map(Variant::name)).doesNotHaveDuplicates().hasSizeGreaterThan(45);
    }
}
