package practicum.release;

import java.io.IOException;
import java.io.InputStream;

/** A stream in which every run of spaces, tabs and line ends is one space, however a text is indented. */
final class CollapsedSpaces extends InputStream {
    private final InputStream source;
    private boolean inSpace;

    CollapsedSpaces(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count = read(one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (true) {
            int count = source.read(bytes, offset, length);
            if (count <= 0) {
                return count;
            }
            int kept = collapse(bytes, offset, count);
            if (kept > 0) {
                return kept;
            }
        }
    }

    private int collapse(byte[] bytes, int offset, int count) {
        int out = offset;
        for (int i = offset; i < offset + count; i++) {
            boolean space = bytes[i] == ' ' || bytes[i] >= '\t' && bytes[i] <= '\r';
            if (!space) {
                bytes[out++] = bytes[i];
            } else if (!inSpace) {
                bytes[out++] = ' ';
            }
            inSpace = space;
        }
        return out - offset;
    }
}
