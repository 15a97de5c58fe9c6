package practicum.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the safetensors format, byte by byte as a test wants them, right or wrong. */
final class SafetensorsBytes {
    private SafetensorsBytes() {}

    /** A file of a header as it is, unpadded, and data. */
    static Path write(Path file, String header, byte[] data) throws IOException {
        return Files.write(file, bytes(header, data));
    }

    static byte[] bytes(String header, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .put(data)
                .array();
    }

    /** A header's entry of one tensor. */
    static String entry(String name, String dtype, String shape, long begin, long end) {
        return "\"" + name + "\":{\"dtype\":\"" + dtype + "\",\"shape\":" + shape + ",\"data_offsets\":[" + begin + ","
                + end + "]}";
    }

    /** A header of one tensor, padded so that its data begins {@code beyond} bytes after a multiple of eight. */
    static String header(String dtype, String shape, long bytes, int beyond) {
        String header = "{" + entry("x", dtype, shape, 0, bytes) + "}";
        return header + " ".repeat((8 - header.length() % 8) % 8 + beyond);
    }
}
