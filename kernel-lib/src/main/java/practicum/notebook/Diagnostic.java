package practicum.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/**
 * A compiler's complaint, shown under the line of the cell that it is about, with what to do about it.
 *
 * @param statement what was compiled
 * @param diag the compiler's own words and positions
 */
record Diagnostic(Statement statement, Diag diag) {
    private static final Pattern NO_PACKAGE = Pattern.compile("package (\\w+) does not exist");
    private static final Pattern LOCATION =
            Pattern.compile("location:\\s+(?:variable \\w+ of type|class|interface|record|enum) (\\S+)");
    private static final Pattern ASSIGNED = Pattern.compile("^\\s*=[^=]");
    /** Parts of the class Tensor, whose members are all Tensor's to a reader. */
    private static final Pattern PART_OF_TENSOR = Pattern.compile("\\bTensor(?:Math|Layout|Handle)\\b");

    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])");

    /** Tells the complaint; answers whether it makes those after it idle. */
    boolean appendTo(List<String> lines, List<String> summary, NameAdvice names) {
        Cell cell = statement.cell();
        int start = statement.offset() + start();
        int end = statement.offset() + (int) Math.max(diag.getEndPosition(), start() + 1);
        int number = cell.lineAt(start);
        String line = cell.line(number);
        int from = Math.min(cell.columnAt(start), line.length());
        int to = isMissingReturn() ? from + 1 : Math.max(from + 1, Math.min(line.length(), from + end - start));
        List<String> message = message(diag);
        String headline = cell.place(number) + ": " + message.get(0);
        summary.add(headline);
        lines.add(Ansi.bold(headline));
        lines.add("    " + line);
        lines.add("    " + " ".repeat(from) + Ansi.mark("^".repeat(to - from)));
        message.stream().skip(1).forEach(more -> lines.add("    " + more));
        advice(names, line)
                .map(advice -> Ansi.bold("    → " + advice))
                .filter(advice -> !lines.contains(advice))
                .ifPresent(lines::add);
        lines.add("");
        return complaint(line).isLast();
    }

    private CompileAdvice complaint(String line) {
        return new CompileAdvice(diag.getCode(), plain(diag.getMessage(Locale.ENGLISH)), line);
    }

    /** The name itself where a member is missing, the closing brace where a return is, else the whole expression. */
    private int start() {
        int place = (int) Math.max(0, diag.getPosition());
        if (isMissingMember()) {
            return place + 1;
        }
        return isMissingReturn() ? place : (int) Math.max(0, diag.getStartPosition());
    }

    private boolean isMissingReturn() {
        return diag.getCode().contains("missing.ret.stmt");
    }

    private boolean isMissingMember() {
        int place = (int) diag.getPosition();
        return isMissingName()
                && place >= 0
                && place < statement.source().length()
                && statement.source().charAt(place) == '.';
    }

    private boolean isMissingName() {
        return diag.getCode().contains("cant.resolve");
    }

    private Optional<String> advice(NameAdvice names, String line) {
        if (!isMissingName()) {
            return missingPackage()
                    .map(name -> names.of(NameAdvice.Kind.TYPE, name))
                    .orElseGet(complaint(line)::text);
        }
        String name = symbol().replaceFirst("^\\w+ ", "").replaceFirst("[(<].*", "");
        if (isMissingMember()) {
            String receiver = statement
                    .source()
                    .substring((int) Math.max(0, diag.getStartPosition()), (int) diag.getPosition() + 1);
            return new MemberAdvice(names, receiver, ownerType()).of(kind(), name);
        }
        return isAssignment() ? names.ofAssigned(name) : names.of(kind(), name);
    }

    /** What stands where a package or a class could, as {@code system} in {@code system.out}. */
    private Optional<String> missingPackage() {
        Matcher missing = NO_PACKAGE.matcher(diag.getMessage(Locale.ENGLISH));
        return missing.matches() ? Optional.of(missing.group(1)) : Optional.empty();
    }

    private NameAdvice.Kind kind() {
        return NameAdvice.Kind.of(symbol());
    }

    private boolean isAssignment() {
        int end = (int) Math.min(statement.source().length(), Math.max(0, diag.getEndPosition()));
        return symbol().startsWith("variable")
                && ASSIGNED.matcher(statement.source().substring(end)).find();
    }

    /** The type of what a missing member was asked of, or "". */
    private String ownerType() {
        Matcher location = LOCATION.matcher(plain(diag.getMessage(Locale.ENGLISH)));
        return location.find() ? location.group(1) : "";
    }

    /** The missing symbol, as in {@code variable x} or {@code method f(int)}, or "". */
    private String symbol() {
        return symbol(diag);
    }

    private static String symbol(Diag diag) {
        return diag.getMessage(Locale.ENGLISH)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("symbol:"))
                .map(line -> plain(line.substring("symbol:".length()).strip()))
                .findFirst()
                .orElse("");
    }

    /** The words without the wrapper class that JShell puts around a snippet; a missing symbol is named at once. */
    private static List<String> message(Diag diag) {
        var lines = new ArrayList<String>();
        for (String raw : diag.getMessage(Locale.ENGLISH).lines().toList()) {
            String line = plain(raw).stripTrailing();
            if (!line.strip().startsWith("symbol:") && !line.strip().equals("location: class")) {
                lines.add(line);
            }
        }
        String first = lines.isEmpty() ? "this does not compile" : lines.remove(0);
        String symbol = symbol(diag);
        lines.add(0, symbol.isEmpty() ? first : first + ": " + symbol);
        return lines;
    }

    /** A message without the packages of the classes that it names. */
    static String plain(String message) {
        String words = Wrappers.strip(message).replace(" in class  ", " ").replace(",", ", ");
        String simple = PACKAGE.matcher(words.replaceAll(",\\s+", ", ")).replaceAll("");
        return PART_OF_TENSOR.matcher(simple).replaceAll("Tensor");
    }

    /** A complaint in one line: its first, with the missing symbol's name. */
    static String headline(Diag diag) {
        return message(diag).get(0);
    }
}
