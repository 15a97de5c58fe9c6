package practicum.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;

/** What a name that nothing defines may have meant: another spelling, an import, another language's word. */
final class NameAdvice {
    /** What is missing. */
    enum Kind {
        VARIABLE,
        METHOD,
        TYPE;

        /** Of a symbol as the compiler names it: {@code variable x}, {@code method f(int)}, {@code class Box}. */
        static Kind of(String symbol) {
            return symbol.startsWith("method") ? METHOD : symbol.startsWith("variable") ? VARIABLE : TYPE;
        }
    }

    private static final Map<String, String> OTHER_LANGUAGES = Map.of(
            "print", "Print with System.out.println(…), or put the value alone on the cell's last line.",
            "println", "Print with System.out.println(…), or put the value alone on the cell's last line.",
            "len", "An array has .length, a text .length(), a list .size(), a tensor .size(dimension).",
            "range", "Count with for (int i = 0; i < n; i++) { … } or IntStream.range(0, n).",
            "True", "Java writes true and false.",
            "False", "Java writes true and false.",
            "None", "Java writes null.",
            "string", "Java writes String with a capital.",
            "bool", "Java writes boolean.",
            "self", "Java writes this.");
    private static final Map<String, String> OTHER_KERNELS = Map.of(
            "display", "show(x) shows a value; the one on a cell's last line is shown by itself.",
            "plot", "Pictures are made by Plot: Plot. and the Tab key offer them.",
            "plt", "Pictures are made by Plot: Plot. and the Tab key offer them.",
            "np", "Tensor has what NumPy's arrays have: Tensor. and the Tab key offer it.",
            "torch", "Tensor has what PyTorch's tensors have: Tensor. and the Tab key offer it.");
    private static final int MOST_IMPORTS = 3;
    private static final int LONGEST = 60;
    private static final int SHORT = 5;

    private final JShell shell;
    private final Set<String> failures = new HashSet<>();

    NameAdvice(JShell shell) {
        this.shell = shell;
    }

    /** A cell tried to declare something, and could not. */
    void remember(String failed) {
        failures.add(failed);
    }

    /** A cell has declared it. */
    void forget(String declared) {
        failures.remove(declared);
    }

    /** A name that stands alone. */
    Optional<String> of(Kind kind, String name) {
        return broken(name)
                .or(() -> failed(name))
                .or(() -> kind == Kind.METHOD ? FunctionValues.advice(shell, name) : Optional.empty())
                .or(() -> Optional.ofNullable(OTHER_LANGUAGES.get(name)))
                .or(() -> Optional.ofNullable(OTHER_KERNELS.get(name)))
                .or(() -> inMath(name))
                .or(() -> nearest(name, known(kind)).map(NameAdvice::meant))
                .or(() -> imports(name))
                .or(() ->
                        Optional.of("No cell that has run defines ‘%s’: run the cell that does, or check the spelling."
                                .formatted(name)));
    }

    /** A name that something is assigned to. */
    Optional<String> ofAssigned(String name) {
        return broken(name)
                .or(() -> failed(name))
                .or(() -> nearest(name, variables()).map(NameAdvice::meant))
                .or(() -> Optional.of("A variable begins with its type, or with var: var %s = …".formatted(name)));
    }

    private Optional<String> failed(String name) {
        return failures.contains(name) ? Optional.of(mend(name)) : Optional.empty();
    }

    static String mend(String name) {
        return "The cell that defines ‘%s’ has an error: mend it, and run it.".formatted(name);
    }

    /** What a cell did define, until another one changed the class that it needs. */
    private Optional<String> broken(String name) {
        return shell.variables()
                        .anyMatch(variable -> variable.name().equals(name)
                                && !shell.status(variable).isDefined())
                ? Optional.of("A cell defined ‘%s’, and what it is made of has changed since: run that cell again."
                        .formatted(name))
                : Optional.empty();
    }

    /** A function that other languages have without a class before it. */
    private static Optional<String> inMath(String name) {
        return Stream.of(Math.class.getMethods())
                                .anyMatch(method -> method.getName().equals(name))
                        && Stream.of(Object.class.getMethods())
                                .noneMatch(method -> method.getName().equals(name))
                ? Optional.of("Write Math.%s(…).".formatted(name))
                : Optional.empty();
    }

    static String meant(String name) {
        return "Did you mean ‘%s’?".formatted(name);
    }

    private List<String> known(Kind kind) {
        var names = new ArrayList<String>();
        if (kind == Kind.METHOD) {
            shell.methods().map(method -> method.name()).forEach(names::add);
            Stream.of(Answers.class, Show.class, Help.class)
                    .flatMap(owner -> Stream.of(owner.getMethods()))
                    .filter(method -> method.getDeclaringClass() != Object.class)
                    .forEach(method -> names.add(method.getName()));
            return names;
        }
        if (kind == Kind.VARIABLE) {
            names.addAll(variables());
        }
        shell.types().map(type -> type.name()).forEach(names::add);
        DefaultImports.libraryTypes().forEach(names::add);
        return names;
    }

    /** The readers' own, and not those that JShell makes of values without a name. */
    private List<String> variables() {
        return shell.variables()
                .map(variable -> variable.name())
                .filter(name -> !name.startsWith("$"))
                .toList();
    }

    JShell shell() {
        return shell;
    }

    private Optional<String> imports(String name) {
        if (name.isEmpty() || !Character.isUpperCase(name.charAt(0))) {
            return Optional.empty();
        }
        List<String> found = shell.sourceCodeAnalysis().listQualifiedNames(name, name.length()).getNames().stream()
                .filter(each -> each.startsWith("java"))
                .limit(MOST_IMPORTS)
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of("Put this at the top of the cell: "
                        + found.stream().map(each -> "import " + each + ";").collect(Collectors.joining(" or ")));
    }

    /** The name that is fewest changes away, if these are few for its length. */
    static Optional<String> nearest(String name, List<String> names) {
        int allowed = name.length() <= SHORT ? 1 : 2;
        String best = "";
        int fewest = allowed + 1;
        for (String each : names) {
            if (each.equals(name) || each.length() > LONGEST) {
                continue;
            }
            int changes = each.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)) ? 0 : changes(name, each);
            if (changes < fewest) {
                fewest = changes;
                best = each;
            }
        }
        return best.isEmpty() || name.length() < 2 ? Optional.empty() : Optional.of(best);
    }

    /** Insertions, deletions, replacements, and swaps of neighbours, from one name to the other. */
    static int changes(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
