package practicum.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The characters that TeX's commands stand for, read from {@code tex-symbols.txt}. */
final class TexSymbols {
    /** A character, and the MathML element for it: an identifier, an operator or an operator with limits. */
    record Symbol(String element, String text) {}

    private static final Map<String, Symbol> SYMBOLS = read();

    private TexSymbols() {}

    static Optional<Symbol> of(String command) {
        return Optional.ofNullable(SYMBOLS.get(command));
    }

    private static Map<String, Symbol> read() {
        try (InputStream stream = Objects.requireNonNull(
                        TexSymbols.class.getResourceAsStream("tex-symbols.txt"), "tex-symbols.txt is missing");
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(fields -> fields[1], fields -> new Symbol(fields[0], fields[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
