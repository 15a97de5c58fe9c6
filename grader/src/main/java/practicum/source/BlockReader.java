package practicum.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts Markdown at its cells: fenced code cells and written questions, and the prose between them. */
final class BlockReader {
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,})(.*)$");
    private static final Pattern DIRECTIVE = Pattern.compile("^\\{([^}]*)}\\s*(.*)$");
    private static final List<String> DIRECTIVES = List.of("code-cell", "written");

    private final List<String> lines;
    private final Problems problems;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> prose = new ArrayList<>();
    private int proseStart;

    private BlockReader(List<String> lines, Problems problems) {
        this.lines = lines;
        this.problems = problems;
    }

    /** The blocks of {@code lines} from index {@code from} on. */
    static List<Block> read(List<String> lines, int from, Problems problems) {
        return new BlockReader(lines, problems).read(from);
    }

    private List<Block> read(int from) {
        proseStart = from;
        int i = from;
        while (i < lines.size()) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches() && !isInlineCode(fence)) {
                i = fenced(i, fence.group(1), fence.group(2).strip());
            } else if (lines.get(i).matches("\\+\\+\\+\\s*")) {
                endProse(i + 1);
                i++;
            } else {
                prose.add(lines.get(i));
                i++;
            }
        }
        endProse(lines.size());
        return blocks;
    }

    /** A line such as {@code ```x``` } is a paragraph: a fence's info string holds no backtick. */
    private static boolean isInlineCode(Matcher fence) {
        return fence.group(1).startsWith("`") && fence.group(2).contains("`");
    }

    private int fenced(int start, String fence, String info) {
        int end = closing(start, fence);
        if (end == lines.size()) {
            problems.add(
                    start + 1,
                    "This fence is never closed.",
                    "Put a line " + fence + " after its last line: everything below was read as part of it.");
        }
        Matcher directive = DIRECTIVE.matcher(info);
        if (directive.matches()) {
            endProse(end + 1);
            cell(start, end, directive.group(1).strip(), directive.group(2).strip());
        } else {
            prose.addAll(lines.subList(start, Math.min(end + 1, lines.size())));
        }
        return end + 1;
    }

    private int closing(int start, String fence) {
        Pattern close = Pattern.compile("^ {0,3}" + Pattern.quote(fence) + fence.charAt(0) + "*\\s*$");
        int end = start + 1;
        while (end < lines.size() && !close.matcher(lines.get(end)).matches()) {
            end++;
        }
        return end;
    }

    private void cell(int start, int end, String name, String language) {
        List<String> body = lines.subList(start + 1, Math.max(start + 1, end));
        switch (name) {
            case "code-cell" -> {
                if (!language.isEmpty() && !language.equals("java")) {
                    problems.add(
                            start + 1,
                            "A code cell in \"" + language + "\"; this course's kernel runs Java.",
                            "Write {code-cell} java.");
                }
                blocks.add(new Block(Block.Kind.CODE, start + 1, body));
            }
            case "written" -> blocks.add(new Block(Block.Kind.WRITTEN, start + 1, body));
            default ->
                problems.add(
                        start + 1,
                        "Unknown directive {" + name + "}: a notebook would show it as raw text.",
                        Spelling.suggest(name, DIRECTIVES));
        }
    }

    private void endProse(int next) {
        int first = 0;
        while (first < prose.size() && prose.get(first).isBlank()) {
            first++;
        }
        int last = prose.size();
        while (last > first && prose.get(last - 1).isBlank()) {
            last--;
        }
        if (last > first) {
            blocks.add(new Block(Block.Kind.PROSE, proseStart + first + 1, List.copyOf(prose.subList(first, last))));
        }
        prose.clear();
        proseStart = next;
    }
}
