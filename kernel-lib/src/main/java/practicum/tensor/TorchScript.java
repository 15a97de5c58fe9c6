package practicum.tensor;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.pytorch.jni.ModuleCalls;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A module of tensor functions compiled by PyTorch from source text, with no Python at build or run time.
 *
 * <p>A TorchScript archive is a stored zip of four small entries whose code is plain text, so Java can write one. The
 * functions reach what DJL does not expose (einsum, SVD, gradients of any tensor, a whole optimiser step in one call).
 * They run on libtorch's own kernels, and their results can be differentiated.
 */
public final class TorchScript {
    private static final String HEADER =
            """
            class Ops(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
            """;

    private final PtSymbolBlock module;

    private TorchScript(PtSymbolBlock module) {
        this.module = module;
    }

    /**
     * Compiles functions written as methods of {@code __torch__.Ops}, indented by two spaces.
     *
     * @throws TensorException if PyTorch cannot compile them; the message holds PyTorch's
     */
    public static TorchScript compile(String methods) {
        try {
            InputStream archive = new ByteArrayInputStream(archive(HEADER + methods));
            return new TorchScript(JniUtils.loadModule(Torch.manager(), archive, true, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (EngineException e) {
            throw new TensorException("PyTorch could not compile the functions: " + e.getMessage(), e);
        }
    }

    /** Compiles the functions in a class-path resource beside {@code owner}. */
    public static TorchScript resource(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return compile(new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Calls a function that returns one tensor.
     *
     * @param arguments {@link Tensor}, {@code List<Tensor>}, {@code Integer}, {@code Long}, {@code Double},
     *     {@code Boolean}, {@code String} or {@code long[]}, as the function declares them
     */
    public Tensor call(String function, Object... arguments) {
        return Tensor.own(array(function, arguments));
    }

    /** As {@link #call}, but the caller says whose memory the result is. */
    PtNDArray array(String function, Object... arguments) {
        return invoke(function, arguments, result -> result.toTensor(Torch.manager()));
    }

    boolean flag(String function, Object... arguments) {
        return invoke(function, arguments, IValue::toBoolean);
    }

    /** Calls a function that returns a list of tensors; arguments as for {@link #call}. */
    public List<Tensor> callList(String function, Object... arguments) {
        return invoke(function, arguments, result -> Arrays.stream(result.toTensorArray(Torch.manager()))
                .map(Tensor::own)
                .toList());
    }

    private <T> T invoke(String function, Object[] arguments, java.util.function.Function<IValue, T> unwrap) {
        IValue[] values = new IValue[arguments.length];
        try {
            for (int i = 0; i < values.length; i++) {
                if (arguments[i] == null) {
                    throw new TensorException(function + " got null as its argument " + i + ".");
                }
                values[i] = wrap(arguments[i]);
            }
            try (IValue result = ModuleCalls.run(module, function, values)) {
                return unwrap.apply(result);
            }
        } catch (EngineException e) {
            throw new TensorException(function + " failed: " + firstLine(e), e);
        } finally {
            for (IValue value : values) {
                if (value != null) {
                    value.close();
                }
            }
            java.lang.ref.Reference.reachabilityFence(arguments);
        }
    }

    private static IValue wrap(Object argument) {
        if (argument instanceof Tensor t) {
            return IValue.from(t.pt());
        } else if (argument instanceof Bfloat16Matrix m) {
            return IValue.from(m.array());
        } else if (argument instanceof List<?> list) {
            return IValue.listFrom(list.stream().map(t -> ((Tensor) t).pt()).toArray(PtNDArray[]::new));
        } else if (argument instanceof Integer i) {
            return IValue.from(i.longValue());
        } else if (argument instanceof Long l) {
            return IValue.from(l);
        } else if (argument instanceof Double d) {
            return IValue.from(d);
        } else if (argument instanceof Boolean b) {
            return IValue.from(b);
        } else if (argument instanceof String s) {
            return IValue.from(s);
        } else if (argument instanceof long[] longs) {
            return IValue.listFrom(longs);
        }
        throw new TensorException(
                "A TorchScript function cannot take a " + argument.getClass().getName()
                        + "; use Tensor, List<Tensor>, int, long, double, boolean, String or long[].");
    }

    /** PyTorch's message without its stack of C++ frames: the last line of a script error, else the first. */
    static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        int error = message.indexOf("RuntimeError: ");
        String tail = error >= 0 ? message.substring(error + "RuntimeError: ".length()) : message;
        return tail.strip().lines().findFirst().orElse(message);
    }

    private static byte[] archive(String source) throws IOException {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.write(
                new byte[] {(byte) 0x80, 2}); // protocol 2, then: the global __torch__.Ops, built, {training: True}
        pickle.write("c__torch__\nOps\n)".getBytes(StandardCharsets.US_ASCII));
        pickle.write(new byte[] {(byte) 0x81, '}', '(', 'X', 8, 0, 0, 0});
        pickle.write("training".getBytes(StandardCharsets.US_ASCII));
        pickle.write(new byte[] {(byte) 0x88, 'u', 'b', '.'});

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "ops/data.pkl", pickle.toByteArray());
            store(zip, "ops/code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
            store(zip, "ops/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            // Version 10: with an older one PyTorch picks old operator schemas, and gelu has no `approximate`.
            store(zip, "ops/version", "10\n".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
