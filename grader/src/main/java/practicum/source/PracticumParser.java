package practicum.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the text source of a practicum: a MyST notebook whose cells carry roles. */
public final class PracticumParser {
    private static final Set<String> FRONT = Set.of("title", "number", "claim", "seed", "floor", "variants");
    /** What jupytext writes, to know the format and the kernel; nothing here depends on it. */
    private static final Set<String> JUPYTEXT = Set.of("jupytext", "kernelspec", "language_info");

    private static final int MOST_VARIANTS = 64;

    private PracticumParser() {}

    /** Reads a source; {@code shown} is the file's name in messages. */
    public static Practicum parse(Path file, String shown) {
        String name = file.getFileName().toString();
        String stem = name.endsWith(".md") ? name.substring(0, name.length() - 3) : name;
        if (!Stem.isStem(stem)) {
            throw new SourceException(shown + ": a source is named NN_name.md, such as 09_logit_lens.md. Rename it.");
        }
        return parse(read(file, shown), stem, shown);
    }

    /** Reads the text of a source. */
    public static Practicum parse(String text, String stem, String shown) {
        Problems problems = new Problems(shown);
        List<String> lines = lines(text);
        int cellsFrom = 0;
        FrontMatter about = new FrontMatter("", Stem.number(stem), "", 0, 0, 0);
        if (!lines.isEmpty() && lines.get(0).matches("---\\s*")) {
            OptionsReader.Read front = OptionsReader.read(lines, 1, "the front matter", problems);
            problems.throwIfAny();
            about = frontMatter(front.options().of("The front matter"), stem, problems);
            cellsFrom = front.end();
        } else {
            problems.add(
                    1,
                    "The source does not begin with its front matter.",
                    "Begin with a line ---, then title, number and claim, then a line ---.");
        }
        List<Cell> cells = new ArrayList<>();
        for (Block block : BlockReader.read(lines, cellsFrom, problems)) {
            new CellParser(block, problems).parse().ifPresent(cells::add);
        }
        PracticumRules.check(cells, problems);
        problems.throwIfAny();
        return new Practicum(shown, stem, about, cells);
    }

    private static String read(Path file, String shown) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SourceException(shown + ": the file is not UTF-8. Save it as UTF-8.");
        } catch (NoSuchFileException e) {
            throw new SourceException(shown + ": there is no such file.");
        } catch (IOException e) {
            throw new SourceException(shown + ": the file cannot be read (" + e.getMessage() + ").");
        }
    }

    /** Lines without byte-order mark, carriage returns, or tabs in the indentation. */
    private static List<String> lines(String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return plain.lines().map(PracticumParser::expandTabs).toList();
    }

    private static String expandTabs(String line) {
        String text = line.stripLeading();
        return line.substring(0, line.length() - text.length()).replace("\t", "    ") + text;
    }

    private static FrontMatter frontMatter(Options options, String stem, Problems problems) {
        Set<String> known = new java.util.HashSet<>(FRONT);
        known.addAll(JUPYTEXT);
        options.allow(known);
        long number = options.whole("number", Stem.number(stem));
        if (number != Stem.number(stem)) {
            problems.add(
                    options.line("number"),
                    "The number is " + number + ", but the file is named " + stem + ".",
                    "Write \"number: " + Stem.number(stem) + "\" or rename the file.");
        }
        return new FrontMatter(
                options.required("title", "Reading a network layer by layer"),
                (int) number,
                options.required("claim", "What a student can defend after this practicum."),
                options.whole("seed", 0),
                options.number("floor", 0),
                variants(options, problems));
    }

    /** One variant would be none, and each costs a run of the solution and of all mistakes. */
    private static int variants(Options options, Problems problems) {
        long variants = options.whole("variants", 0);
        if (options.has("variants") && (variants < 2 || variants > MOST_VARIANTS)) {
            problems.add(
                    options.line("variants"),
                    "There are " + variants + " variants.",
                    "Write a number from 2 to " + MOST_VARIANTS + ", such as \"variants: 8\", or delete the option.");
        }
        return (int) variants;
    }
}
