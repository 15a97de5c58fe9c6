package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import practicum.notebook.HelpPage.Entry;

/** What a reader asks in a cell: what a class is for and what it can do, and for pieces of code to begin with. */
public final class Help {
    private static final int SHOWN = 12;

    private Help() {}

    /** Says what can be asked, and where to begin. */
    public static void help() {
        Front.current()
                .display(new DisplayData(String.join(
                        "\n",
                        "help(LogitLens.class)   what a class is for, and its methods; also help(value)",
                        "examples()              pieces of code to begin with; examples(\"attention\") shows those"
                                + " about a word",
                        "status()                which checks of this notebook have passed",
                        "model.hooks()           where a model can be read and changed",
                        "Tab completes a name, Shift-Tab shows what a method does.",
                        "Begin with: Models.load(\"world\"), model.run(\"…\"), LogitLens.of(run).plot()")));
    }

    /** Says what a class is for, and lists its methods with what each does. */
    public static void help(Class<?> type) {
        Front.current().display(page(type).display());
    }

    /** Says what the class of a value is for, and lists its methods. */
    public static void help(Object value) {
        help(value.getClass());
    }

    static HelpPage page(Class<?> type) {
        List<Documented> known = Sources.of(type);
        String about = known.stream()
                .filter(Documented::isType)
                .map(each -> DocText.plain(each.comment()))
                .findFirst()
                .orElse("");
        List<Entry> methods = known.isEmpty()
                ? reflected(type)
                : known.stream()
                        .filter(each -> !each.isType())
                        .map(each -> new Entry(each.signature(), DocText.summary(each.comment())))
                        .toList();
        String note = methods.isEmpty() ? "It has no public methods." : inherited(type);
        return new HelpPage(type.getSimpleName(), about, methods, note);
    }

    private static String inherited(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        boolean own =
                parent != null && parent.getName().startsWith("practicum.") && Modifier.isPublic(parent.getModifiers());
        return own ? "More in help(%s.class).".formatted(parent.getSimpleName()) : "";
    }

    /** A class of which nothing is known but its methods. */
    private static List<Entry> reflected(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .sorted(Comparator.comparing(Method::getName))
                .map(Help::signature)
                .distinct()
                .map(signature -> new Entry(signature, ""))
                .toList();
    }

    private static String signature(Method method) {
        String parameters =
                Arrays.stream(method.getParameters()).map(Help::parameter).collect(Collectors.joining(", "));
        return "%s%s %s(%s)"
                .formatted(
                        Modifier.isStatic(method.getModifiers()) ? "static " : "",
                        method.getReturnType().getSimpleName(),
                        method.getName(),
                        parameters);
    }

    private static String parameter(Parameter parameter) {
        String type = parameter.getType().getSimpleName();
        return parameter.isNamePresent() ? type + " " + parameter.getName() : type;
    }

    /** Lists pieces of code to begin with. */
    public static void examples() {
        List<Entry> all = Example.all().stream()
                .map(example -> new Entry(example.title(), example.text()))
                .toList();
        String note = "examples(\"attention\") shows the code of those about a word.";
        Front.current().display(new HelpPage("Examples", "", all, note).display());
    }

    /** Shows the examples whose title, text or code has a word. */
    public static void examples(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        List<Example> found = Example.all().stream()
                .filter(example -> example.whole().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(SHOWN)
                .toList();
        if (found.isEmpty()) {
            Front.current().display(new DisplayData("No example has “%s”; examples() lists them all.".formatted(word)));
            return;
        }
        String text = found.stream().map(Example::markdown).collect(Collectors.joining("\n\n"));
        var data = new DisplayData(text);
        data.putMarkdown(text);
        Front.current().display(data);
    }
}
