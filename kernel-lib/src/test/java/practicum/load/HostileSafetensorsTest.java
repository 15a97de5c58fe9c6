package practicum.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static practicum.load.SafetensorsBytes.entry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file from a stranger breaks a rule of the format: it is refused, and the rule and the tensor are named. */
class HostileSafetensorsTest {
    @TempDir
    private Path folder;

    private void assertRefused(String header, int dataBytes, String... messages) throws IOException {
        assertRefused(SafetensorsBytes.bytes(header, new byte[dataBytes]), messages);
    }

    private void assertRefused(byte[] bytes, String... messages) throws IOException {
        Path file = Files.write(folder.resolve("hostile.safetensors"), bytes);
        var thrown = assertThatThrownBy(() -> Safetensors.open(file))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("hostile.safetensors");
        for (String message : messages) {
            thrown.hasMessageContaining(message);
        }
    }

    private static String header(String... entries) {
        return "{" + String.join(",", entries) + "}";
    }

    @Test
    void tensorsThatOverlapAreRefused() throws IOException {
        assertRefused(
                header(entry("a", "F32", "[2]", 0, 8), entry("b", "F32", "[2]", 4, 12)), 12, "b", "inside another");
        assertRefused(header(entry("a", "F32", "[2]", 0, 8), entry("b", "F32", "[2]", 0, 8)), 8, "inside another");
    }

    @Test
    void bytesThatNoTensorOwnsAreRefused() throws IOException {
        assertRefused(
                header(entry("a", "F32", "[1]", 0, 4), entry("b", "F32", "[1]", 8, 12)),
                12,
                "no tensor owns",
                "4–8",
                "b");
        assertRefused(header(entry("a", "F32", "[1]", 4, 8)), 8, "no tensor owns", "0–4");
        assertRefused(header(entry("a", "F32", "[1]", 0, 4)), 9, "need 4 bytes", "has 9");
    }

    @Test
    void tensorsOutsideTheFileAreRefused() throws IOException {
        assertRefused(header(entry("a", "F32", "[1000]", 0, 4000)), 8, "cut off", "4000");
        assertRefused(header(entry("a", "F32", "[1]", -4, 0)), 8, "data_offsets of a", "-4");
        assertRefused(header(entry("a", "F32", "[1]", 8, 4)), 8, "a lies at bytes 8–4");
    }

    @Test
    void shapesThatDoNotFitTheirBytesAreRefused() throws IOException {
        assertRefused(header(entry("a", "F32", "[3]", 0, 8)), 8, "[3] needs 12");
        assertRefused(header(entry("a", "F32", "[-1]", 0, 4)), 4, "shape of a", "-1");
        assertRefused(header(entry("a", "F32", "[1.5]", 0, 4)), 4, "shape of a", "1.5");
        assertRefused(header(entry("a", "F32", "[\"1\"]", 0, 4)), 4, "shape of a");
        assertRefused(
                header(entry("a", "F32", "[4294967296,4294967296]", 0, 0)), 0, "no memory holds"); // 2⁶⁴ wraps to 0
        assertRefused(header(entry("a", "F32", "[99999999999999999999]", 0, 0)), 0, "shape of a");
    }

    @Test
    void namesThatStandTwiceAreRefused() throws IOException {
        assertRefused(header(entry("a", "F32", "[1]", 0, 4), entry("a", "F32", "[1]", 0, 4)), 4, "key a twice");
        assertRefused(
                "{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4, "dtype twice");
        assertRefused("{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}", 0, "k twice");
    }

    @Test
    void typesThatAreNotReadAreNamedWithTheirTensor() throws IOException {
        for (String type : new String[] {"F8_E4M3", "F8_E5M2", "U16", "C64", "f32", "HUGE"}) {
            assertRefused(header(entry("layer.weight", type, "[4]", 0, 4)), 4, "layer.weight", type, "BF16");
        }
    }

    @Test
    void whatIsNotWholeIsRefused() throws IOException {
        assertRefused(new byte[0], "not a safetensors file");
        assertRefused(new byte[7], "not a safetensors file");
        assertRefused(size(-1), "not a safetensors file", "-1");
        assertRefused(size(Long.MAX_VALUE), "not a safetensors file");
        assertRefused(size(1000), "not a safetensors file", "1000 bytes of 10");
        assertRefused("<html>Too many requests</html>".getBytes(StandardCharsets.US_ASCII), "not a safetensors file");
        assertRefused("{\"a\":{\"dtype\":\"F32\"}}", 0, "a lacks");
        assertRefused("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]}}", 4, "a lacks");
    }

    @Test
    void anAbsurdHeaderIsRefusedBeforeItIsRead() throws IOException {
        Path file = folder.resolve("hostile.safetensors");
        Files.write(file, size(150_000_000));
        try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), 200_000_000); // sparse
        }
        assertThatThrownBy(() -> Safetensors.open(file))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("100 MB");
    }

    @Test
    void whatIsNotStrictJsonIsRefused() throws IOException {
        for (String header : new String[] {
            "[]",
            "{} {}",
            "{}x",
            "{'a':1}",
            "{\"a\":}",
            "{\"a\":3}",
            "{\"a\":null}",
            "{\"__metadata__\":{\"k\":1}}",
            "\"x\"",
            "nul",
            "{\"a\":{\"dtype\":7,\"shape\":[],\"data_offsets\":[0,0]}}",
            "{\"a\":".repeat(5000)
        }) {
            assertRefused(header, 0, "not a valid safetensors file");
        }
        byte[] bytes = SafetensorsBytes.bytes("{\"__metadata__\":{\"k\":\"?\"}}", new byte[0]);
        bytes[8 + 22] = (byte) 0xff; // not UTF-8
        assertRefused(bytes, "cannot be read");
    }

    @Test
    void anEmptyFileOfTheFormatAndUnknownKeysOfATensorAreAllowed() throws IOException {
        Path file = SafetensorsBytes.write(folder.resolve("ok"), "{}  ", new byte[0]);
        assertThat(Safetensors.open(file).names()).isEmpty();
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"new\":{\"k\":[1]}}}";
        assertThat(Safetensors.open(SafetensorsBytes.write(file, header, new byte[4]))
                        .names())
                .containsExactly("a");
    }

    /** Whatever bytes change, the file is read or refused, and never anything else. */
    @Test
    void damagedBytesNeverDoWorseThanARefusal() throws IOException {
        byte[] good = SafetensorsBytes.bytes(
                header(entry("a", "F32", "[2,2]", 0, 16), entry("b", "I64", "[1]", 16, 24)), new byte[24]);
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = good.clone();
            bytes[random.nextInt(good.length - 24)] = (byte) random.nextInt(256);
            Path file = Files.write(folder.resolve("damaged"), bytes);
            try {
                Safetensors opened = Safetensors.open(file);
                opened.names()
                        .forEach(name -> assertThat(opened.get(name).count()).isPositive());
            } catch (LoadException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1000, 1999);
    }

    private static byte[] size(long headerSize) {
        return ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(headerSize)
                .put("{}".getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
