package practicum.nbformat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads notebooks: nbformat 4.0 to 4.5, and 3 without its outputs.
 *
 * <p>A notebook may come from a stranger: size, depth and number of cells are bounded, and what does not fit the format
 * is an error that says where, or is left out where it is only decoration, as outputs are. Cells of a type that a later
 * minor version of nbformat 4 may bring are text that nobody runs.
 */
public final class NotebookReader {
    private static final long MAX_BYTES = 64L << 20;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_CELLS = 10_000;
    private static final int NEWEST_MINOR = 5;

    private final String shown;
    private final Set<String> ids = new HashSet<>();

    private NotebookReader(String shown) {
        this.shown = shown;
    }

    /** Reads a file; {@code shown} is its name in messages. */
    public static Notebook read(Path file, String shown) {
        try {
            long bytes = Files.size(file);
            if (bytes > MAX_BYTES) {
                throw new NotebookException(
                        shown,
                        "the file has " + (bytes >> 20) + " MiB, more than the " + (MAX_BYTES >> 20)
                                + " that a notebook may have. Clear its outputs and save it again.");
            }
            return parse(decode(Files.readAllBytes(file), shown), shown);
        } catch (NoSuchFileException e) {
            throw new NotebookException(shown, "there is no such file.");
        } catch (IOException e) {
            throw new NotebookException(shown, "the file cannot be read (" + e.getMessage() + ").");
        }
    }

    /** Reads a notebook's JSON. */
    public static Notebook parse(String json, String shown) {
        String text = json.startsWith("\uFEFF") ? json.substring(1) : json;
        if (text.isBlank()) {
            throw new NotebookException(shown, "the file is empty.");
        }
        return new NotebookReader(shown).notebook(StrictJson.parse(text, shown, MAX_DEPTH));
    }

    private static String decode(byte[] bytes, String shown) {
        if (isWide(bytes)) {
            throw new NotebookException(shown, "the file is UTF-16 or UTF-32 text. Save it as UTF-8, as Jupyter does.");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            String before = out.flip().toString();
            int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
            int column = before.length() - before.lastIndexOf('\n');
            throw new NotebookException(
                    shown, "line " + line + ", column " + column + ": the file is not UTF-8 text from here on.");
        }
        return out.flip().toString();
    }

    /** Whether every character takes two or four bytes: no JSON begins with a zero byte or has one second. */
    private static boolean isWide(byte[] bytes) {
        boolean marked = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE && bytes[0] != bytes[1];
        return marked || bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0);
    }

    private Notebook notebook(JsonElement root) {
        if (!(root instanceof JsonObject object)) {
            throw failure("the JSON is no object, so it is no notebook");
        }
        int major = number(object, "nbformat");
        JsonObject current =
                switch (major) {
                    case 3 -> Version3.upgrade(object, shown);
                    case 4 -> object;
                    default ->
                        throw failure(
                                object.has("nbformat")
                                        ? "this is nbformat " + major
                                                + "; known are 3 and 4. Open it in Jupyter and save it there"
                                        : "there is no \"nbformat\", so it is no notebook");
                };
        if (!(current.get("cells") instanceof JsonArray array)) {
            throw failure("there is no list \"cells\"");
        }
        if (array.size() > MAX_CELLS) {
            throw failure("it has " + array.size() + " cells, more than " + MAX_CELLS);
        }
        boolean newer = major == 4 && number(object, "nbformat_minor") > NEWEST_MINOR;
        List<NotebookCell> cells = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            cells.add(cell(array.get(i), i + 1, newer));
        }
        return new Notebook(object(current, "metadata"), cells);
    }

    private NotebookCell cell(JsonElement element, int place, boolean newer) {
        if (!(element instanceof JsonObject cell)) {
            throw failure("cell " + place + " is no object");
        }
        NotebookCell.Kind kind =
                switch (string(cell, "cell_type")) {
                    case "code" -> NotebookCell.Kind.CODE;
                    case "markdown" -> NotebookCell.Kind.MARKDOWN;
                    case "raw" -> NotebookCell.Kind.RAW;
                    default -> {
                        if (newer) {
                            yield NotebookCell.Kind.RAW;
                        }
                        throw failure("cell " + place + " has the unknown type \"" + string(cell, "cell_type")
                                + "\"; known are code, markdown and raw");
                    }
                };
        boolean mayLackText = newer && kind == NotebookCell.Kind.RAW && !cell.has("source");
        return new NotebookCell(
                id(string(cell, "id"), place),
                kind,
                mayLackText ? "" : text(cell.get("source"), place),
                object(cell, "metadata"),
                object(cell, "attachments"),
                kind == NotebookCell.Kind.CODE ? outputs(cell) : List.of(),
                Math.max(0, number(cell, "execution_count")));
    }

    /** Ids came with 4.5; a missing, malformed or repeated one is made from the cell's place. */
    private String id(String given, int place) {
        if (given.matches("[A-Za-z0-9_-]{1,64}") && ids.add(given)) {
            return given;
        }
        String made = "cell-" + place;
        while (!ids.add(made)) {
            made += "x";
        }
        return made;
    }

    /** Outputs are made anew wherever they count: one that cannot be read is left out. */
    private static List<Output> outputs(JsonObject cell) {
        List<Output> outputs = new ArrayList<>();
        if (cell.get("outputs") instanceof JsonArray array) {
            for (JsonElement element : array) {
                if (element instanceof JsonObject output) {
                    OutputJson.read(output).ifPresent(outputs::add);
                }
            }
        }
        return outputs;
    }

    private String text(@Nullable JsonElement element, int place) {
        if (element == null || element.isJsonNull()) {
            throw failure("the text of cell " + place + " is missing");
        }
        return text(element)
                .orElseThrow(() -> failure("the text of cell " + place + " holds something other than text"));
    }

    /** A text in one piece, or in lines; nothing where it is neither. */
    static Optional<String> text(@Nullable JsonElement element) {
        if (element instanceof JsonPrimitive one && one.isString()) {
            return Optional.of(one.getAsString());
        }
        if (!(element instanceof JsonArray lines)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (JsonElement line : lines) {
            if (!(line instanceof JsonPrimitive part && part.isString())) {
                return Optional.empty();
            }
            text.append(line.getAsString());
        }
        return Optional.of(text.toString());
    }

    private NotebookException failure(String what) {
        return new NotebookException(shown, what + ".");
    }

    static String string(JsonObject object, String name) {
        return object.get(name) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : "";
    }

    private static JsonObject object(JsonObject parent, String name) {
        return parent.get(name) instanceof JsonObject object ? object : new JsonObject();
    }

    /** A whole number; 0 where there is none that fits. */
    static int number(JsonObject object, String name) {
        try {
            return object.get(name) instanceof JsonPrimitive value && value.isNumber() ? value.getAsInt() : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
