package practicum.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/**
 * A compiler's complaint, shown under the line of the cell that it is about, with what to do about it.
 *
 * @param statement what was compiled
 * @param diag the compiler's own words and positions
 */
record Diagnostic(Statement statement, Diag diag) {
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
        List<String> message = message();
        String headline = cell.place(number) + ": " + message.get(0);
        summary.add(headline);
        lines.add(Ansi.red(headline));
        lines.add("    " + line);
        lines.add("    " + " ".repeat(from) + Ansi.red("^".repeat(to - from)));
        message.stream().skip(1).forEach(more -> lines.add("    " + more));
        advice(names, line)
                .map(advice -> Ansi.bold("    → " + advice))
                .filter(advice -> !lines.contains(advice))
                .ifPresent(lines::add);
        lines.add("");
        return new CompileAdvice(diag.getCode(), "", line).isPython();
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
            return new CompileAdvice(diag.getCode(), plain(diag.getMessage(Locale.ENGLISH)), line).text();
        }
        String name = symbol().replaceFirst("^\\w+ ", "").replaceFirst("[(<].*", "");
        if (isMissingMember()) {
            String receiver = statement
                    .source()
                    .substring((int) Math.max(0, diag.getStartPosition()), (int) diag.getPosition() + 1);
            return names.ofMember(receiver, name);
        }
        return names.of(name);
    }

    /** The missing symbol, as in {@code variable x} or {@code method f(int)}, or "". */
    private String symbol() {
        return diag.getMessage(Locale.ENGLISH)
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("symbol:"))
                .map(line -> plain(line.substring("symbol:".length()).strip()))
                .findFirst()
                .orElse("");
    }

    /** The words without the wrapper class that JShell puts around a snippet; a missing symbol is named at once. */
    private List<String> message() {
        var lines = new ArrayList<String>();
        for (String raw : diag.getMessage(Locale.ENGLISH).lines().toList()) {
            String line = plain(raw).stripTrailing();
            if (!line.strip().startsWith("symbol:") && !line.strip().equals("location: class")) {
                lines.add(line);
            }
        }
        String first = lines.isEmpty() ? "this does not compile" : lines.remove(0);
        lines.add(0, symbol().isEmpty() ? first : first + ": " + symbol());
        return lines;
    }

    /** A message without the packages of the classes that it names. */
    static String plain(String message) {
        return PACKAGE.matcher(Wrappers.strip(message).replace(",", ", ").replaceAll(",\\s+", ", "))
                .replaceAll("");
    }
}
