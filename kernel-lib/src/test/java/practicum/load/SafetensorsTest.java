package practicum.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.load.SafetensorsWriter.Precision;
import practicum.tensor.Autograd;
import practicum.tensor.GradMode;
import practicum.tensor.NativeMemory;
import practicum.tensor.Scope;
import practicum.tensor.Tensor;

class SafetensorsTest {
    @TempDir
    private Path folder;

    private Tensor read(String dtype, int beyond, ByteBuffer data) throws IOException {
        long count = data.capacity()
                / Math.max(
                        1,
                        switch (dtype) {
                            case "F64", "I64" -> 8;
                            case "F32", "I32" -> 4;
                            case "F16", "BF16", "I16" -> 2;
                            default -> 1;
                        });
        String header = SafetensorsBytes.header(dtype, "[" + count + "]", data.capacity(), beyond);
        return Safetensors.open(SafetensorsBytes.write(folder.resolve(dtype + beyond), header, data.array()))
                .get("x");
    }

    private static ByteBuffer data(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writers that do not pad the header leave numbers at any byte. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 6})
    void everyTypeIsReadAtEveryAlignment(int beyond) throws IOException {
        assertThat(read("F32", beyond, data(8).putFloat(1.5f).putFloat(-3e38f)).toFloatArray())
                .containsExactly(1.5f, -3e38f);
        assertThat(read("F64", beyond, data(16).putDouble(0.1).putDouble(-2)).toFloatArray())
                .containsExactly(0.1f, -2);
        assertThat(read("F16", beyond, data(4).putShort((short) 0x3c00).putShort((short) 0x0001))
                        .toFloatArray())
                .containsExactly(1, 0x1p-24f);
        assertThat(read("BF16", beyond, data(4).putShort((short) 0x3f80).putShort((short) 0xc040))
                        .toFloatArray())
                .containsExactly(1, -3);
        assertThat(read("I64", beyond, data(16).putLong(Long.MAX_VALUE).putLong(-7))
                        .toLongArray())
                .containsExactly(Long.MAX_VALUE, -7);
        assertThat(read("I32", beyond, data(8).putInt(16_777_217).putInt(-7)).toLongArray())
                .containsExactly(16_777_217, -7); // float32 would lose the 1
        assertThat(read("I16", beyond, data(4).putShort((short) -300).putShort((short) 300))
                        .toLongArray())
                .containsExactly(-300, 300);
        assertThat(read("I8", beyond, data(2).put((byte) -1).put((byte) 127)).toLongArray())
                .containsExactly(-1, 127);
        assertThat(read("U8", beyond, data(2).put((byte) -1).put((byte) 127)).toLongArray())
                .containsExactly(255, 127);
        Tensor flags = read("BOOL", beyond, data(3).put((byte) 0).put((byte) 1).put((byte) 2));
        assertThat(flags.dtype()).isEqualTo("bool");
        assertThat(flags.toLongArray()).containsExactly(0, 1, 1);
    }

    @Test
    void everyHalfAndEveryBfloatIsWidenedExactly() throws IOException {
        ByteBuffer all = data(2 << 16);
        float[] halves = new float[1 << 16];
        float[] bfloats = new float[1 << 16];
        for (int bits = 0; bits < 1 << 16; bits++) {
            all.putShort((short) bits);
            halves[bits] = HalfFloat.toFloat((short) bits);
            bfloats[bits] = Float.intBitsToFloat(bits << 16);
        }
        assertThat(read("F16", 0, all).toFloatArray()).isEqualTo(halves);
        assertThat(read("BF16", 0, all).toFloatArray()).isEqualTo(bfloats);
    }

    @Test
    void scalarsAndEmptyTensorsAreTensorsToo() throws IOException {
        String header = "{" + SafetensorsBytes.entry("none", "F32", "[0,3]", 0, 0) + ","
                + SafetensorsBytes.entry("one", "F32", "[]", 0, 4) + "}";
        Safetensors file = Safetensors.open(SafetensorsBytes.write(
                folder.resolve("x"), header, data(4).putFloat(5).array()));
        assertThat(file.get("none").shape()).containsExactly(0, 3);
        assertThat(file.get("one").shape()).isEmpty();
        assertThat(file.get("one").item()).isEqualTo(5);
        assertThat(file.shape("none")).containsExactly(0, 3);
    }

    @Test
    void floatsAreNotCopiedAndDoNotCount() throws IOException {
        Path file = folder.resolve("large");
        String header = SafetensorsBytes.header("F32", "[8192,2048]", 64 << 20, 0);
        SafetensorsBytes.write(file, header, new byte[64 << 20]);
        long before = NativeMemory.liveBytes();
        Tensor x = Safetensors.open(file).get("x");
        assertThat(x.sum().item()).isZero();
        Tensor reshaped = x.reshape(4096, 4096).t();
        assertThat(NativeMemory.liveBytes() - before).isLessThan(1 << 20);
        assertThat(reshaped.item(1, 1)).isZero();
    }

    /** The trap of mapping: PyTorch must not read pages that have been unmapped. */
    @Test
    void viewsAndGraphsOutliveTheFileAndItsTensor() throws Exception {
        Path path = folder.resolve("w");
        float[] values = Tensor.randn(1, 100_000).toFloatArray();
        SafetensorsWriter.write(path, Map.of("w", Tensor.of(values)), Precision.FLOAT32);
        List<Tensor> views = new ArrayList<>();
        Tensor x = Tensor.ones(100_000).requiresGrad();
        List<Tensor> losses = new ArrayList<>();
        try (GradMode on = GradMode.on()) {
            for (int i = 0; i < 50; i++) {
                Tensor w = Safetensors.open(path).get("w");
                views.add(w.reshape(100, 1000).t());
                losses.add(x.mul(w).sum());
            }
        }
        Files.delete(path);
        for (int round = 0; round < 3; round++) {
            System.gc();
            Thread.sleep(20);
            Tensor.zeros(1 << 20);
        }
        for (int i = 0; i < 50; i++) {
            assertThat(views.get(i).t().reshape(-1).toFloatArray()).isEqualTo(values);
            assertThat(Autograd.grad(losses.get(i), List.of(x)).get(0).toFloatArray())
                    .isEqualTo(values);
        }
    }

    @Test
    void aFileThatWasOpenedInAScopeStaysOpenAfterIt() throws IOException {
        Path path = folder.resolve("w");
        SafetensorsWriter.write(path, Map.of("w", Tensor.of(1, 2)), Precision.FLOAT32);
        Safetensors file;
        try (Scope scope = Scope.open()) {
            file = Safetensors.open(path);
        }
        assertThat(file.get("w").toFloatArray()).containsExactly(1, 2);
    }

    @Test
    void whatIsWrittenInPlaceBesideTheLibraryDoesNotReachTheFile() throws IOException {
        Path path = folder.resolve("w");
        SafetensorsWriter.write(path, Map.of("w", Tensor.of(1, 2)), Precision.FLOAT32);
        byte[] before = Files.readAllBytes(path);
        Safetensors.open(path).get("w").array().addi(1);
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
        assertThat(Safetensors.open(path).get("w").toFloatArray()).containsExactly(1, 2);
    }

    /** A sparse file: it takes no room on the disk, and only the pages that are looked at come into memory. */
    @Test
    void tensorsBeyondTwoGigabytesAreRead() throws IOException {
        long floats = 700_000_000;
        long end = 4 * floats;
        String header = "{" + SafetensorsBytes.entry("large", "F32", "[7,100000000]", 0, end) + ","
                + SafetensorsBytes.entry("after", "F16", "[2]", end, end + 4) + "}";
        header += " ".repeat(8 - header.length() % 8);
        Path path = folder.resolve("sparse");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(SafetensorsBytes.bytes(header, new byte[0]));
            long begin = file.getFilePointer();
            file.setLength(begin + end + 4);
            file.seek(begin + end - 4);
            file.write(data(8).putFloat(42)
                    .putShort((short) 0x3c00)
                    .putShort((short) 0xc000)
                    .array());
        }
        Safetensors file = Safetensors.open(path);
        assertThat(file.get("large").item(6, -1)).isEqualTo(42);
        assertThat(file.get("large").item(6, 0)).isZero();
        assertThat(file.get("after").toFloatArray()).containsExactly(1, -2);
    }

    @Test
    void namesOfFilesMayHaveAnyLetters() throws IOException {
        Path path = folder.resolve("modèle 模型 😀.safetensors");
        SafetensorsWriter.write(path, Map.of("größe", Tensor.of(1, 2)), Precision.FLOAT32);
        assertThat(Safetensors.open(path).get("größe").toFloatArray()).containsExactly(1, 2);
    }

    @Test
    void filesInsideAJarAreRead() throws IOException {
        Path jar = folder.resolve("models.jar");
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Path file = inside.getPath("/m.safetensors");
            SafetensorsBytes.write(
                    file,
                    SafetensorsBytes.header("F32", "[2]", 8, 0),
                    data(8).putFloat(1).putFloat(2).array());
            Tensor x = Safetensors.open(file).get("x");
            assertThat(x.toFloatArray()).containsExactly(1, 2);
        }
    }

    @Test
    void aFileThatWasReadMayBeReplacedWhileItsTensorsAreInUse() throws IOException {
        Path path = folder.resolve("w");
        SafetensorsWriter.write(path, Map.of("w", Tensor.of(1, 2)), Precision.FLOAT32);
        Tensor first = Safetensors.read(path).get("w");
        Files.write(path, new byte[0]);
        assertThat(first.toFloatArray()).containsExactly(1, 2);
    }

    @Test
    void aTensorThatIsNotThereIsAnErrorThatSaysWhatIs() throws IOException {
        Path path = folder.resolve("w");
        SafetensorsWriter.write(path, Map.of("w", Tensor.of(1, 2)), Precision.FLOAT32);
        assertThatThrownBy(() -> Safetensors.open(path).get("v"))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("no tensor v")
                .hasMessageContaining("[w]");
        assertThatThrownBy(() -> Safetensors.open(folder.resolve("nowhere")))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("nowhere");
    }
}
