package practicum.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.progress.ProgressState;
import practicum.progress.Watched;

class LoadingProgressTest {
    private static final Path GOLDEN = Path.of("src/test/resources/goldens/gpt2");
    private static final int MANY = 70_000_000;

    @TempDir
    private Path folder;

    @Test
    void aSmallModelIsLoadedInSilence() {
        assertThat(told(GOLDEN)).isEmpty();
        assertThat(told(Models.folder("world"))).isEmpty();
    }

    @Test
    void aLargeModelSaysHowFarItIsUpToItsEnd() throws IOException {
        Files.copy(GOLDEN.resolve("config.json"), folder.resolve("config.json"));
        enlarge(GOLDEN.resolve("model.safetensors"), folder.resolve("model.safetensors"));
        List<ProgressState> told = told(folder);
        assertThat(told).hasSizeGreaterThan(2);
        assertThat(told).extracting(ProgressState::what).containsOnly("Loading " + folder.getFileName());
        assertThat(told).extracting(ProgressState::done).isSorted();
        assertThat(told.get(told.size() - 1).complete()).isTrue();
    }

    private static List<ProgressState> told(Path model) {
        try (var watched = new Watched()) {
            Models.load(model);
            return watched.states();
        }
    }

    /** The same tensors, and behind them a stored mask that GPT-2's family leaves unread: a hole in the file, of zeros. */
    private static void enlarge(Path small, Path large) throws IOException {
        byte[] bytes = Files.readAllBytes(small);
        int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        String header = new String(bytes, 8, length, StandardCharsets.UTF_8).strip();
        int data = bytes.length - 8 - length;
        String mask =
                SafetensorsBytes.entry("transformer.h.0.attn.bias", "U8", "[" + MANY + "]", data, (long) data + MANY);
        String enlarged = header.substring(0, header.length() - 1) + "," + mask + "}";
        byte[] tensors = java.util.Arrays.copyOfRange(bytes, 8 + length, bytes.length);
        SafetensorsBytes.write(large, enlarged + " ".repeat((8 - enlarged.length() % 8) % 8), tensors);
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(file.length() + MANY);
        }
    }
}
