package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** What Shift-Tab shows of the library's classes and methods: their Javadoc. */
final class Inspection {
    private static final Pattern METHOD = Pattern.compile("((?:\\w+\\.)+)(\\w+)\\(([^()]*)\\)");
    private static final Pattern TYPE = Pattern.compile("practicum\\.[\\w.]+");
    private static final int MOST = 5;

    private final JShell shell;

    Inspection(JShell shell) {
        this.shell = shell;
    }

    /** What is known of what stands at a place; empty where that is not the library's. */
    Optional<DisplayData> at(String code, int place) {
        int end = place;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        String before = code.substring(0, end);
        String called = before.endsWith("(") ? before : before + "(";
        List<Documentation> found = shell.sourceCodeAnalysis().documentation(called, called.length(), false);
        if (found.isEmpty()) {
            found = shell.sourceCodeAnalysis().documentation(before, before.length(), false);
        }
        String text = found.stream()
                .map(documentation -> describe(documentation.signature()))
                .flatMap(Optional::stream)
                .distinct()
                .limit(MOST)
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() ? Optional.empty() : Optional.of(display(text));
    }

    private static DisplayData display(String text) {
        var data = new DisplayData(text);
        data.putHTML("<pre style=\"white-space:pre-wrap\">" + Html.escape(text) + "</pre>");
        return data;
    }

    private static Optional<String> describe(String signature) {
        Matcher method = METHOD.matcher(signature);
        if (method.find()) {
            String parameters = method.group(3).strip();
            int count = parameters.isEmpty()
                    ? 0
                    : parameters.replaceAll("<[^<>]*>", "").split(",").length;
            return find(method.group(1).replaceFirst("\\.$", ""), method.group(2), count);
        }
        Matcher type = TYPE.matcher(signature);
        return type.find() ? find(type.group(), "", -1) : Optional.empty();
    }

    private static Optional<String> find(String owner, String name, int parameters) {
        try {
            Class<?> type = Class.forName(owner, false, Inspection.class.getClassLoader());
            return Sources.of(type).stream()
                    .filter(each -> parameters < 0
                            ? each.isType()
                            : each.name().equals(name) && each.parameters() == parameters)
                    .findFirst()
                    .map(Inspection::text);
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private static String text(Documented each) {
        return each.signature() + "\n" + DocText.plain(each.comment()).replaceAll("(?m)^", "  ");
    }
}
