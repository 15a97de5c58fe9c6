package practicum.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import practicum.answer.Value;
import practicum.source.Practicum;
import practicum.source.PracticumParser;

final class KeyCacheTest {
    @TempDir
    Path folder;

    private final AtomicInteger runs = new AtomicInteger();

    private AnswerKey get(KeyCache cache, Practicum practicum) {
        return cache.get(practicum, () -> {
            runs.incrementAndGet();
            return new AnswerKey(practicum.stem(), Map.of("plus.small", new Value.Num(Double.NaN)), List.of());
        });
    }

    @Test
    void aKeyIsComputedOnceUntilTheSourceTheLibraryOrAJarChanges() throws Exception {
        var library = Files.writeString(folder.resolve("library.jar"), "one");
        var jar = Files.writeString(folder.resolve("other.jar"), "12345");
        var cache = new KeyCache(folder.resolve("keys"), List.of(library, jar));
        var practicum = SmallPracticum.get();
        assertThat(cache.known(practicum)).isEmpty();
        assertThat(get(cache, practicum)).isEqualTo(get(cache, practicum));
        assertThat(cache.known(practicum)).contains(get(cache, practicum));
        assertThat(runs).hasValue(1);

        Files.writeString(library, "two");
        assertThat(cache.known(practicum)).isEmpty();
        get(cache, practicum);
        assertThat(runs).hasValue(2);
        Files.writeString(jar, "123456");
        get(cache, practicum);
        assertThat(runs).hasValue(3);
        var edited = SmallPracticum.SOURCE.replace("plus(2, 2)", "plus(2, 3)");
        get(cache, PracticumParser.parse(edited, practicum.stem(), practicum.file()));
        assertThat(runs).hasValue(4);
    }

    @Test
    void aBrokenFileIsComputedAgain() throws Exception {
        var library = Files.writeString(folder.resolve("library.jar"), "one");
        var cache = new KeyCache(folder.resolve("keys"), List.of(library));
        get(cache, SmallPracticum.get());
        try (var files = Files.list(folder.resolve("keys"))) {
            Files.writeString(files.findFirst().orElseThrow(), "{\"stem\":");
        }
        get(cache, SmallPracticum.get());
        get(cache, SmallPracticum.get());
        assertThat(runs).hasValue(2);
    }
}
