package practicum.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an exercise that only the instructor sees.
 *
 * <p>What stands between {@code // BEGIN SOLUTION} and {@code // END SOLUTION} becomes a {@code throw} in the student's
 * version, or the block's own {@code // STUB: code} lines where it has some. A {@code // STUB: code} line outside of a
 * block is code for the student only.
 */
final class SolutionBlocks {
    private static final Pattern BEGIN = Pattern.compile("^(\\s*)//\\s*BEGIN SOLUTION\\s*$");
    private static final Pattern END = Pattern.compile("^\\s*//\\s*END SOLUTION\\s*$");
    private static final Pattern STUB = Pattern.compile("^(\\s*)//\\s*STUB:\\s?(.*)$");

    private final List<String> lines;

    private SolutionBlocks(String code) {
        this.lines = code.lines().toList();
    }

    static SolutionBlocks of(String code) {
        return new SolutionBlocks(code);
    }

    static boolean marks(String line) {
        return BEGIN.matcher(line).matches()
                || END.matcher(line).matches()
                || STUB.matcher(line).matches();
    }

    /** Reports markers that do not pair and blocks that no stub can stand in for. */
    void check(int firstLine, Problems problems) {
        int begin = -1;
        int blocks = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (BEGIN.matcher(lines.get(i)).matches()) {
                if (begin >= 0) {
                    unclosed(firstLine + begin, problems);
                }
                begin = i;
                blocks++;
            } else if (END.matcher(lines.get(i)).matches()) {
                if (begin < 0) {
                    problems.add(
                            firstLine + i,
                            "A solution block ends here that never began.",
                            "Put // BEGIN SOLUTION before it, or delete the line.");
                } else {
                    checkMembers(begin, i, firstLine, problems);
                }
                begin = -1;
            }
        }
        if (begin >= 0) {
            unclosed(firstLine + begin, problems);
        }
        if (blocks == 0) {
            problems.add(
                    firstLine,
                    "This exercise has no solution block, so students would get the solution.",
                    "Put // BEGIN SOLUTION and // END SOLUTION around what they should write.");
        }
    }

    private static void unclosed(int line, Problems problems) {
        problems.add(
                line,
                "This solution block is never closed.",
                "Put // END SOLUTION after its last line, inside the same cell.");
    }

    private void checkMembers(int begin, int end, int firstLine, Problems problems) {
        boolean members = JavaText.scopeAt(blanked(), offset(begin)) == JavaText.Scope.MEMBERS;
        if (members && stubs(begin, end).isEmpty()) {
            problems.add(
                    firstLine + begin,
                    "This solution block holds members of a class, where a throw cannot stand.",
                    "Add lines \"// STUB: code\" to it that declare what the student completes, or put the block inside"
                            + " a method.");
        }
    }

    /** Whether a place in the code stands between the marks of a block. */
    boolean isInside(int place) {
        boolean inside = false;
        int end = 0;
        for (String line : lines) {
            inside = BEGIN.matcher(line).matches()
                    || inside && !END.matcher(line).matches();
            end += line.length() + 1;
            if (place < end) {
                return inside && !BEGIN.matcher(line).matches();
            }
        }
        return false;
    }

    /** The code that the student gets. */
    String stub(String exercise) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher begin = BEGIN.matcher(lines.get(i));
            if (begin.matches()) {
                int end = end(i);
                List<String> stubs = stubs(i, end);
                kept.addAll(stubs.isEmpty() ? List.of(begin.group(1) + thrower(exercise, i, end)) : stubs);
                i = end;
            } else {
                Matcher stub = STUB.matcher(lines.get(i));
                kept.add(stub.matches() ? stub.group(1) + stub.group(2) : lines.get(i));
            }
        }
        return String.join("\n", kept);
    }

    /** Inside a method, code after the block would be unreachable after a bare throw and would not compile. */
    private String thrower(String exercise, int begin, int end) {
        String statement = "throw new NotImplemented(\"" + exercise + "\");";
        String after = blanked()
                .substring(Math.min(offset(end + 1), blanked().length()))
                .strip();
        boolean guarded = JavaText.scopeAt(blanked(), offset(begin)) == JavaText.Scope.STATEMENTS
                && !after.isEmpty()
                && !after.startsWith("}");
        return guarded ? "if (true) " + statement : statement;
    }

    private List<String> stubs(int begin, int end) {
        return lines.subList(begin, end).stream()
                .map(STUB::matcher)
                .filter(Matcher::matches)
                .map(stub -> stub.group(1) + stub.group(2))
                .toList();
    }

    private int end(int begin) {
        for (int i = begin; i < lines.size(); i++) {
            if (END.matcher(lines.get(i)).matches()) {
                return i;
            }
        }
        return lines.size() - 1;
    }

    private String blanked() {
        return JavaText.blanked(String.join("\n", lines));
    }

    private int offset(int line) {
        return lines.subList(0, Math.min(line, lines.size())).stream()
                .mapToInt(text -> text.length() + 1)
                .sum();
    }
}
