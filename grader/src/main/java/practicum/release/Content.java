package practicum.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of one file of a release. */
sealed interface Content {
    /** The bytes, from the first. */
    InputStream open() throws IOException;

    /** Whether it is a program to start. */
    default boolean isProgram() {
        return false;
    }

    /** Bytes that were made for the release. */
    record Made(byte[] bytes) implements Content {
        static Made text(String text) {
            return new Made(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** A file that is taken as it is. */
    record Taken(Path file, boolean isProgram) implements Content {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }
}
