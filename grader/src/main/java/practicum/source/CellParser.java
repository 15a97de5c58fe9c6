package practicum.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns one block of a source into the cell that its options say it is. */
final class CellParser {
    private static final List<String> ROLES = List.of("exercise", "check", "hidden", "mistake", "alternative");
    private static final Set<String> DEMO = Set.of("id", "tags");
    private static final Set<String> EXERCISE =
            Set.of("exercise", "points", "minutes", "difficulty", "hint", "paper", "credit", "forbids");
    private static final Set<String> CHECK =
            Set.of("check", "compare", "weight", "points", "credit", "truth", "forbids", "after");
    private static final Set<String> HIDDEN =
            Set.of("hidden", "compare", "weight", "points", "credit", "truth", "forbids", "after");
    private static final Set<String> MISTAKE = Set.of("mistake", "says", "id");
    private static final Set<String> ALTERNATIVE = Set.of("alternative", "says", "id");
    private static final Set<String> WRITTEN = Set.of("written", "points", "rubric");

    private final Block block;
    private final Problems problems;

    CellParser(Block block, Problems problems) {
        this.block = block;
        this.problems = problems;
    }

    /** The cell; none where its options contradict each other, which is reported. */
    Optional<Cell> parse() {
        return switch (block.kind()) {
            case PROSE -> Optional.of(new Cell.Prose(block.line(), String.join("\n", block.lines())));
            case WRITTEN -> Optional.of(written());
            case CODE -> code();
        };
    }

    private Cell written() {
        OptionsReader.Read read = options("this written question");
        Options options = read.options().of("This written question");
        options.allow(WRITTEN);
        String id = id(options, "written");
        if (options.list("rubric").isEmpty()) {
            problems.add(
                    block.line(),
                    "The written question \"" + id + "\" has no rubric.",
                    "Add the option \"rubric:\" with a list of what earns the points.");
        }
        return new Cell.Written(block.line(), id, points(options), options.list("rubric"), body(read.end()));
    }

    private Optional<Cell> code() {
        OptionsReader.Read read = options("this cell");
        Options options = read.options();
        List<String> roles = ROLES.stream().filter(options::has).toList();
        if (roles.size() > 1) {
            problems.add(
                    block.line(),
                    "This cell has two roles: " + String.join(" and ", roles) + ".",
                    "Give it one; a cell without a role is a demo.");
            return Optional.empty();
        }
        String code = body(read.end());
        int firstLine = block.bodyLine() + read.end();
        checkMagic(code, firstLine);
        String role = roles.isEmpty() ? "demo" : roles.get(0);
        if (!role.equals("exercise")) {
            checkNoMarkers(code, firstLine, role);
        }
        return Optional.of(
                switch (role) {
                    case "exercise" -> exercise(options.of("This exercise"), code, firstLine);
                    case "check" -> check(options.of("This check"), code, "check", CHECK);
                    case "hidden" -> check(options.of("This hidden check"), code, "hidden", HIDDEN);
                    case "mistake" -> mistake(options.of("This mistake"), code);
                    case "alternative" -> alternative(options.of("This alternative"), code);
                    default -> demo(options.of("A demo"), code);
                });
    }

    private Cell demo(Options options, String code) {
        Set<String> known = new TreeSet<>(DEMO);
        known.addAll(ROLES);
        options.allow(known);
        if (!AnswerCall.in(code).isEmpty()) {
            problems.add(
                    block.line(),
                    "A demo hands over an answer, which nothing would compare.",
                    "Make it a check with the option \"check: <exercise>\", or show the value instead.");
        }
        return new Cell.Demo(block.line(), options.text("id"), options.list("tags"), code);
    }

    private Cell exercise(Options options, String code, int firstLine) {
        options.allow(EXERCISE);
        SolutionBlocks.of(code).check(firstLine, problems);
        String id = id(options, "exercise");
        String hint = options.required("hint", "What stands between the last block and the unembedding?");
        options.required("minutes", "10");
        int minutes = (int) options.whole("minutes", 0);
        return new Cell.Exercise(
                block.line(),
                id,
                options.text("points").isEmpty() ? Worth.UNDECLARED : options.number("points", 0),
                minutes,
                difficulty(options),
                hint,
                options.text("paper"),
                options.choice("credit", "checks", "all-or-nothing").equals("all-or-nothing"),
                forbids(options),
                code);
    }

    private List<String> forbids(Options options) {
        List<String> names = options.list("forbids");
        for (String name : names) {
            if (!name.matches("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*")) {
                problems.add(
                        options.line("forbids"),
                        "\"" + name + "\" is no name of a type or method.",
                        "Write the option as \"forbids: [LogitLens, Tensor.softmax]\".");
            }
        }
        return names;
    }

    private Difficulty difficulty(Options options) {
        if (!options.has("difficulty")) {
            return Difficulty.MEDIUM;
        }
        String text = options.text("difficulty");
        Optional<Difficulty> difficulty = Difficulty.named(text);
        if (difficulty.isEmpty()) {
            problems.add(
                    options.line("difficulty"),
                    "Unknown difficulty \"" + text + "\".",
                    "Write one of " + String.join(", ", Difficulty.names()) + ".");
        }
        return difficulty.orElse(Difficulty.MEDIUM);
    }

    private double points(Options options) {
        options.required("points", "4");
        return options.number("points", 0);
    }

    private Cell check(Options options, String code, String role, Set<String> known) {
        options.allow(known);
        String exercise = id(options, role);
        List<AnswerCall> calls = AnswerCall.in(code);
        if (calls.size() != 1) {
            problems.add(
                    block.line(),
                    "This check calls answer " + calls.size() + " times.",
                    "Call answer(\"" + exercise + ".name\", value) exactly once; make two checks of two answers.");
        }
        String answer = calls.isEmpty() ? "" : calls.get(0).id();
        if (!calls.isEmpty() && !answer.matches(Pattern.quote(exercise) + "(\\.[A-Za-z0-9-]+)+")) {
            problems.add(
                    block.line(),
                    answer.isEmpty()
                            ? "The id of this check's answer is not written out."
                            : "The answer's id \"" + answer + "\" does not begin with its exercise's, \"" + exercise
                                    + ".\".",
                    "Write answer(\"" + exercise + ".name\", value), with the id as a literal.");
        }
        boolean hidden = role.equals("hidden");
        if (options.has("weight") && options.has("points")) {
            problems.add(
                    options.line("weight"),
                    "This check has points and a weight.",
                    "Give it points, or a weight among the checks without points.");
        }
        return new Cell.Check(
                block.line(),
                exercise,
                answer,
                hidden,
                options.text("compare"),
                options.number("weight", 1),
                options.has("points") ? OptionalDouble.of(options.number("points", 0)) : OptionalDouble.empty(),
                options.choice("credit", "whole", "elements").equals("elements"),
                options.text("truth"),
                forbids(options),
                options.list("after"),
                code);
    }

    private Cell mistake(Options options, String code) {
        options.allow(MISTAKE);
        String exercise = id(options, "mistake");
        String says = options.required("says", "You forgot to …");
        return new Cell.Mistake(block.line(), options.text("id"), exercise, says, code);
    }

    private Cell alternative(Options options, String code) {
        options.allow(ALTERNATIVE);
        String exercise = id(options, "alternative");
        String says = options.required("says", "Sums in another order.");
        return new Cell.Alternative(block.line(), options.text("id"), exercise, says, code);
    }

    private OptionsReader.Read options(String owner) {
        return OptionsReader.read(block.lines(), block.bodyLine(), owner, problems);
    }

    private String id(Options options, String role) {
        String id = options.required(role, "lens");
        if (!id.isEmpty() && !id.matches("[a-z][a-z0-9-]*")) {
            problems.add(
                    options.line(role),
                    "\"" + id + "\" is no id.",
                    "Use lower-case letters, digits and hyphens, beginning with a letter.");
        }
        return id;
    }

    private String body(int from) {
        List<String> lines =
                new ArrayList<>(block.lines().subList(from, block.lines().size()));
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
        return String.join("\n", lines);
    }

    private void checkMagic(String code, int firstLine) {
        List<String> lines = code.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("%")) {
                problems.add(
                        firstLine + i,
                        "This line begins with %, which the kernel rewrites as a magic, inside a text block too.",
                        "Indent the line or move the % to the end of the line before.");
            }
        }
    }

    private void checkNoMarkers(String code, int firstLine, String role) {
        List<String> lines = code.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher answer = Pattern.compile("//\\s*(BEGIN|END) SOLUTION").matcher(lines.get(i));
            if (answer.find()) {
                problems.add(
                        firstLine + i,
                        "A marker of a solution in a " + role + " cell.",
                        "Give the cell the option \"exercise: <id>\", or delete the marker.");
            }
        }
    }
}
