package practicum.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of a cell, or of the front matter: texts by name, each with its line. */
final class Options {
    /** One option: its text, or its list of texts. */
    record Option(int line, List<String> values) {}

    private final String owner;
    private final int line;
    private final Map<String, Option> byName;
    private final Problems problems;

    Options(String owner, int line, Map<String, Option> byName, Problems problems) {
        this.owner = owner;
        this.line = line;
        this.byName = byName;
        this.problems = problems;
    }

    /** The same options, called by another name in messages. */
    Options of(String newOwner) {
        return new Options(newOwner, line, byName, problems);
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    Set<String> names() {
        return byName.keySet();
    }

    int line(String name) {
        Option option = byName.get(name);
        return option == null ? line : option.line();
    }

    /** Reports every option that is not among the known ones. */
    void allow(Set<String> known) {
        byName.forEach((name, option) -> {
            if (!known.contains(name)) {
                problems.add(option.line(), owner + " has no option \"" + name + "\".", Spelling.suggest(name, known));
            }
        });
    }

    /** The text of an option that must be there; reported and empty where it is not. */
    String required(String name, String example) {
        String text = text(name);
        if (text.isBlank()) {
            problems.add(
                    line(name), owner + " has no " + name + ".", "Add the option \"" + name + ": " + example + "\".");
        }
        return text;
    }

    /** The text of an option; empty where it is not there. */
    String text(String name) {
        Option option = byName.get(name);
        if (option == null) {
            return "";
        }
        if (option.values().size() > 1) {
            problems.add(option.line(), "The option \"" + name + "\" is a list.", "Give it one value.");
        }
        return option.values().isEmpty() ? "" : option.values().get(0).strip();
    }

    /** The texts of an option; empty where it is not there. */
    List<String> list(String name) {
        Option option = byName.get(name);
        return option == null
                ? List.of()
                : option.values().stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    /** The option's text, which is one of these; the first where it is not there, and reported where it is another. */
    String choice(String name, String... texts) {
        String text = has(name) ? text(name) : texts[0];
        if (!List.of(texts).contains(text)) {
            problems.add(
                    line(name),
                    "The option \"" + name + "\" is \"" + text + "\".",
                    "Write one of " + String.join(", ", texts) + ".");
        }
        return text;
    }

    /** A number that is not negative; reported where it is something else. */
    double number(String name, double otherwise) {
        String text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        Optional<Double> number = parse(text).filter(value -> Double.isFinite(value) && value >= 0);
        if (number.isEmpty()) {
            problems.add(
                    line(name),
                    "The option \"" + name + "\" is \"" + text + "\", which is no number from 0 on.",
                    "Write a number, such as \"" + name + ": 4\".");
        }
        return number.orElse(otherwise);
    }

    /** A whole number that is not negative; reported where it is something else. */
    long whole(String name, long otherwise) {
        double number = number(name, otherwise);
        if (number != Math.rint(number)) {
            problems.add(line(name), "The option \"" + name + "\" is " + number + ".", "Write a whole number.");
        }
        return (long) number;
    }

    private static Optional<Double> parse(String text) {
        try {
            return Optional.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
