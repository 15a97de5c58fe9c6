package practicum.notebook;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about an exception, in one sentence, for those that are met most in notebooks. */
final class RunAdvice {
    private static final Pattern NULL_VARIABLE = Pattern.compile("because \"(?:REPL\\.[^\"]*\\.)?(\\w+)\" is null");
    private static final Pattern NULL_RETURN = Pattern.compile("because the return value of \"([\\w.]+)\\(");
    private static final Pattern NATIVE_MEMORY = Pattern.compile("tried to allocate (\\d+) bytes");
    private static final Map<String, String> BY_TYPE = Map.ofEntries(
            Map.entry(
                    "ConcurrentModificationException",
                    "A list cannot be changed by the loop that goes through it: use"
                            + " list.removeIf(…), or go through a copy, new ArrayList<>(list)."),
            Map.entry(
                    "NumberFormatException",
                    "The text is no such number: Double.parseDouble reads decimals,"
                            + " text.strip() takes spaces away."),
            Map.entry("StackOverflowError", "A method calls itself without end: it needs a case in which it does not."),
            Map.entry(
                    "ClassCastException",
                    "The value is of another class than the cast says: ask with instanceof first."),
            Map.entry("NegativeArraySizeException", "A size is 0 or more."),
            Map.entry("ArrayStoreException", "The array holds values of another class."),
            Map.entry("AssertionError", "What this line asserts does not hold: print what it compares."),
            Map.entry(
                    "HookException", "model.hooks() lists the hooks of a model; Hook. and the Tab key complete them."),
            Map.entry("NoClassDefFoundError", "A part of the installation is missing: ./practicum doctor says which."),
            Map.entry("UnsatisfiedLinkError", "A part of the installation is missing: ./practicum doctor says which."));

    private RunAdvice() {}

    /** The advice for an exception of this class with this message. */
    static Optional<String> of(String className, String message) {
        String type = className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
        return switch (type) {
            case "NullPointerException" -> ofNull(message);
            case "ArrayIndexOutOfBoundsException", "IndexOutOfBoundsException", "StringIndexOutOfBoundsException" ->
                Optional.of("Counting begins at 0 and ends at the length − 1.");
            case "UnsupportedOperationException" ->
                message.isEmpty()
                        ? Optional.of("What List.of, Map.of and toList() make cannot be changed; new ArrayList<>(list)"
                                + " makes a list that can.")
                        : Optional.empty();
            case "NoSuchElementException" ->
                Optional.of(
                        message.equals("No line found")
                                ? "A cell cannot ask for input: write the value into the code, as in String name ="
                                        + " \"Ada\";"
                                : "There is nothing to take: ask isPresent(), isEmpty() or hasNext() first.");
            case "NoSuchFileException", "FileNotFoundException" ->
                Optional.of(
                        "Paths begin at this notebook's folder, " + Path.of("").toAbsolutePath() + ".");
            case "TensorException" -> ofTensor(message);
            case "ArithmeticException" ->
                message.equals("/ by zero")
                        ? Optional.of("Whole numbers cannot be divided by 0; with decimals, x / 0.0 is infinite.")
                        : Optional.empty();
            case "IllegalStateException" ->
                message.startsWith("stream has already")
                        ? Optional.of("A stream can be gone through once: make it again for the second time.")
                        : Optional.empty();
            case "OutOfMemoryError" -> Optional.of(outOfMemory());
            case "IllegalArgumentException" ->
                message.contains("[query, key]")
                        ? Optional.of("One head is pattern.select(1, 0); Plot.attentionGrid(…) shows all of a layer.")
                        : Optional.empty();
            case "EngineException" -> ofEngine(message);
            case "IllegalFormatConversionException",
                    "MissingFormatArgumentException",
                    "UnknownFormatConversionException" ->
                Optional.of("In a format %d takes a whole number, %.2f a decimal one, %s anything, and %% is the sign"
                        + " itself; there must be a value for each.");
            default -> Optional.ofNullable(BY_TYPE.get(type));
        };
    }

    private static Optional<String> ofNull(String message) {
        Matcher variable = NULL_VARIABLE.matcher(message);
        Matcher returned = NULL_RETURN.matcher(message);
        if (returned.find()) {
            return Optional.of(
                    returned.group(1).equals("Map.get")
                            ? "The map has no such key: ask containsKey(…) first, or take getOrDefault(key, 0)."
                            : "%s() gave null: look at what it returns.".formatted(returned.group(1)));
        }
        return Optional.of(
                variable.find()
                        ? "‘%s’ holds nothing. If a cell sets it, run that cell again: a variable is emptied when the class of its value is defined anew."
                                .formatted(variable.group(1))
                        : "Something that was never set is used here.");
    }

    private static Optional<String> ofTensor(String message) {
        boolean shapes =
                message.contains("size of tensor") || message.contains("dimension") || message.contains("shape");
        return shapes
                ? Optional.of("A tensor alone on a cell's last line shows its shape; t, permute, unsqueeze and reshape"
                        + " change it.")
                : Optional.empty();
    }

    private static Optional<String> ofEngine(String message) {
        Matcher bytes = NATIVE_MEMORY.matcher(message);
        return bytes.find()
                ? Optional.of(("A tensor of %.1f GB does not fit into what this machine has left: take smaller batches,"
                                + " record fewer hooks; model.plan(…) says beforehand what a run needs.")
                        .formatted(Double.parseDouble(bytes.group(1)) / 1e9))
                : Optional.empty();
    }

    private static String outOfMemory() {
        long megabytes = Runtime.getRuntime().maxMemory() / 1_000_000;
        return "Java may use %,d MB here, and what earlier cells hold counts: take smaller batches, record fewer hooks, or restart the kernel."
                .formatted(megabytes);
    }
}
