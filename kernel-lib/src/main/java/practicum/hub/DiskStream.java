package practicum.hub;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Appends to a file; what goes wrong is the disk's fault, which no further try at the network mends. */
final class DiskStream extends OutputStream {
    private final Path path;
    private final FileChannel file;

    DiskStream(Path path) {
        this.path = path;
        try {
            this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw RepoFolder.unusable(path, e);
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
        try {
            while (rest.hasRemaining()) {
                file.write(rest);
            }
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw RepoFolder.unusable(path, e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
