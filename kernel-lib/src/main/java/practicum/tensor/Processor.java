package practicum.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What this machine's processor can do, as Linux describes it. */
public final class Processor {
    private static final Path DESCRIPTION = Path.of("/proc/cpuinfo");
    private static final Set<String> MULTIPLIES_BFLOAT16 = Set.of("avx512_bf16", "amx_bf16");
    private static final Optional<String> NO_BFLOAT16 = lacksBfloat16(description());

    private Processor() {}

    /**
     * Why bfloat16 would not be faster than float32 here, in a sentence; empty where it is. PyTorch computes it anywhere,
     * but without instructions of the processor's own (AVX512-BF16 or AMX-BF16) more slowly than float32.
     */
    public static Optional<String> lacksBfloat16() {
        return NO_BFLOAT16;
    }

    static void requireBfloat16() {
        NO_BFLOAT16.ifPresent(reason -> {
            throw new TensorException(reason + " Use the model as it is, in float32.");
        });
    }

    static Optional<String> lacksBfloat16(List<String> description) {
        if (description.isEmpty()) {
            return Optional.of("Whether this processor multiplies bfloat16 numbers can be told on Linux only.");
        }
        boolean has = description.stream()
                .filter(line -> line.startsWith("flags"))
                .flatMap(line -> List.of(line.split("\\s+")).stream())
                .anyMatch(MULTIPLIES_BFLOAT16::contains);
        return has
                ? Optional.empty()
                : Optional.of("This processor does not multiply bfloat16 numbers: it has neither AVX512-BF16 nor"
                        + " AMX-BF16, and without them it would be slower than float32.");
    }

    private static List<String> description() {
        try {
            return Files.isReadable(DESCRIPTION) ? Files.readAllLines(DESCRIPTION) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
