package practicum.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.load.SafetensorsWriter.Precision;
import practicum.tensor.Tensor;

class SafetensorsWriterTest {
    private static final String HEADER = "{\"__metadata__\":{\"format\":\"pt\"},"
            + "\"a\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]},"
            + "\"b\":{\"dtype\":\"F16\",\"shape\":[1,1],\"data_offsets\":[4,6]}}";

    @TempDir
    Path folder;

    @Test
    void theBytesAreTheFormats() throws Exception {
        int padded = (HEADER.length() + 7) / 8 * 8;
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.write(new byte[] {(byte) padded, 0, 0, 0, 0, 0, 0, 0});
        expected.write((HEADER + " ".repeat(padded - HEADER.length())).getBytes(StandardCharsets.UTF_8));
        expected.write(HexFormat.of().parseHex("003c" + "00c0" + "0038")); // 1, −2, ½, little-endian halves

        assertThat(SafetensorsWriter.bytes(two(), Precision.FLOAT16)).isEqualTo(expected.toByteArray());
    }

    @Test
    void whatWasWrittenIsRead() {
        Path file = folder.resolve("x.safetensors");
        Tensor values = Tensor.randn(3, 4, 5);
        SafetensorsWriter.write(file, Map.of("w", values), Precision.FLOAT32);
        Tensor read = Safetensors.open(file).get("w");
        assertThat(read.shape()).containsExactly(4, 5);
        assertThat(read.toFloatArray()).isEqualTo(values.toFloatArray());
    }

    @Test
    void anOlderFileIsReplacedAndNothingElseIsLeft() throws Exception {
        Path file = folder.resolve("x.safetensors");
        Files.writeString(file, "older");
        SafetensorsWriter.write(file, two(), Precision.FLOAT32);
        assertThat(Safetensors.open(file).names()).containsExactlyInAnyOrder("a", "b");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void aNumberTooLargeForHalfPrecisionIsRefusedByName() {
        Map<String, Tensor> large = Map.of("w", Tensor.of(70_000.0));
        assertThatThrownBy(() -> SafetensorsWriter.bytes(large, Precision.FLOAT16))
                .isInstanceOf(LoadException.class)
                .hasMessage("w holds 70000.0, which half precision cannot: write FLOAT32.");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path file = folder.resolve("missing/x.safetensors");
        assertThatThrownBy(() -> SafetensorsWriter.write(file, two(), Precision.FLOAT32))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining(file.toString());
    }

    private static Map<String, Tensor> two() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("a", Tensor.of(1.0, -2.0));
        tensors.put("b", Tensor.of(new float[] {0.5f}, 1, 1));
        return tensors;
    }
}
