package practicum.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ByteSearchTest {
    @Test
    void itFindsWhatASearchForEachPatternFinds() throws IOException {
        var random = new Random(3);
        for (int round = 0; round < 200; round++) {
            byte[] text = letters(random, 300);
            Map<String, List<byte[]>> patterns = new HashMap<>();
            for (int i = 0; i < 40; i++) {
                patterns.put("p" + i, List.of(letters(random, 4 + random.nextInt(5))));
            }
            assertThat(new ByteSearch(patterns).in(new ByteArrayInputStream(text)))
                    .isEqualTo(oneByOne(patterns, new String(text, StandardCharsets.ISO_8859_1)));
        }
    }

    private static Set<String> oneByOne(Map<String, List<byte[]>> patterns, String text) {
        var found = new TreeSet<String>();
        patterns.forEach((name, each) -> {
            if (text.contains(new String(each.get(0), StandardCharsets.ISO_8859_1))) {
                found.add(name);
            }
        });
        return found;
    }

    /** Of three letters, so that patterns overlap and occur. */
    private static byte[] letters(Random random, int length) {
        byte[] letters = new byte[length];
        for (int i = 0; i < length; i++) {
            letters[i] = (byte) ('a' + random.nextInt(3));
        }
        return letters;
    }

    @Test
    void aPatternAcrossTheEndOfAChunkIsFound() throws IOException {
        byte[] large = new byte[(1 << 25) + 100];
        byte[] secret = "return the solution;".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(secret, 0, large, (1 << 25) - 7, secret.length);
        var search = new ByteSearch(Map.of("it", List.of(secret)));
        assertThat(search.in(new ByteArrayInputStream(large))).containsExactly("it");
        large[1 << 25] = 0;
        assertThat(search.in(new ByteArrayInputStream(large))).isEmpty();
    }

    @Test
    void aPatternThatIsEverywhereIsRefused() {
        assertThatThrownBy(() -> new ByteSearch(Map.of("x", List.of(new byte[3]))))
                .hasMessageContaining("3 bytes");
    }

    @Test
    void runsOfSpacesAreOneHoweverTheStreamIsRead() throws IOException {
        String text = "a \t\n b\r\n\r\nc  ";
        var stream = new CollapsedSpaces(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        var one = new StringBuilder();
        for (int c = stream.read(); c >= 0; c = stream.read()) {
            one.append((char) c);
        }
        assertThat(one.toString()).isEqualTo("a b c ");
    }
}
