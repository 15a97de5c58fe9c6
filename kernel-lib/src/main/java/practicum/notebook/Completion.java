package practicum.notebook;

import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.VarSnippet;

/**
 * What the Tab key offers, in an order that leads: after a dot the members of the library's own class, those of every
 * object last; elsewhere the reader's own names, then the library's. Hooks stand in the order of the forward pass.
 */
final class Completion {
    private static final Set<String> OF_EVERY_OBJECT = Set.of(
            "class", "equals", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait", "clone", "finalize");

    /** Beyond this many names a reader types another letter; ordering them would only take time. */
    private static final int MOST_ORDERED = 400;

    private final JShell shell;

    Completion(JShell shell) {
        this.shell = shell;
    }

    /** What fits at a place of a cell; empty where nothing does. */
    Optional<ReplacementOptions> at(String code, int place) {
        return suggestions(code, 0, place).or(() -> {
            int start = startOfStatement(code, place);
            return start == 0 ? Optional.empty() : suggestions(code, start, place);
        });
    }

    private Optional<ReplacementOptions> suggestions(String code, int start, int place) {
        String statement = code.substring(start);
        var anchor = new int[1];
        List<Suggestion> found = shell.sourceCodeAnalysis().completionSuggestions(statement, place - start, anchor);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Set<String> expected = found.stream()
                .filter(Suggestion::matchesType)
                .map(Suggestion::continuation)
                .collect(Collectors.toSet());
        List<String> ordered = found.stream()
                .map(Suggestion::continuation)
                .distinct()
                .sorted(order(statement, anchor[0], found.size())
                        .thenComparing(each -> expected.contains(each) ? 0 : 1)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return Optional.of(new ReplacementOptions(ordered, start + anchor[0], place));
    }

    private Comparator<String> order(String statement, int anchor, int count) {
        if (count > MOST_ORDERED) {
            return Comparator.comparing(each -> 0);
        }
        return Receiver.before(statement, anchor)
                .map(receiver -> members(receiver, statement))
                .orElseGet(this::names);
    }

    /** JShell cannot read a statement after a method in one cell: then what stands before it is cut off. */
    private int startOfStatement(String code, int place) {
        int start = 0;
        while (start < place) {
            String rest = code.substring(start, place);
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (!info.completeness().isComplete() || info.remaining().isBlank()) {
                break;
            }
            start = place - info.remaining().length();
        }
        return start;
    }

    /** Members of a value or of a class. */
    private Comparator<String> members(String receiver, String statement) {
        Optional<Class<?>> type = LibraryTypes.named(receiver)
                .or(() -> typeOf(receiver))
                .or(() -> Receiver.declaration(receiver, statement).flatMap(this::typeOf));
        Set<String> own = type.map(Completion::ownMembers).orElse(Set.of());
        Comparator<String> byOwner = Comparator.comparing(each -> {
            String name = name(each);
            return OF_EVERY_OBJECT.contains(name) ? 2 : own.isEmpty() || own.contains(name) ? 0 : 1;
        });
        return byOwner.thenComparing(each -> ForwardPass.place(type, name(each)));
    }

    private Optional<Class<?>> typeOf(String expression) {
        String name = shell.sourceCodeAnalysis().analyzeType(expression, expression.length());
        return name == null ? Optional.empty() : LibraryTypes.named(name);
    }

    /** The names of what a class of the library declares, and what it takes over from another one of the library. */
    private static Set<String> ownMembers(Class<?> type) {
        var names = new LinkedHashSet<String>();
        Stream.concat(Stream.of(type.getMethods()), Stream.of(type.getFields()))
                .filter(member -> LibraryTypes.isOwn(member.getDeclaringClass()))
                .forEach(member -> names.add(member.getName()));
        Stream.of(type.getClasses()).forEach(inner -> names.add(inner.getSimpleName()));
        return names;
    }

    /** Names that stand alone: of this session, of the library, of Java, and packages. */
    private Comparator<String> names() {
        Set<String> session = Stream.of(
                        shell.variables().map(VarSnippet::name),
                        shell.methods().map(method -> method.name()),
                        shell.types().map(type -> type.name()))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
        Set<String> asked = Stream.of(Show.class, Answers.class, Help.class)
                .flatMap(owner -> Stream.of(owner.getMethods()))
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(method -> method.getName())
                .collect(Collectors.toSet());
        return Comparator.comparing(each -> {
            String name = name(each);
            if (session.contains(name)) {
                return 0;
            }
            if (asked.contains(name)
                    || (Character.isUpperCase(name.charAt(0))
                            && LibraryTypes.named(name).isPresent())) {
                return 1;
            }
            return Character.isUpperCase(name.charAt(0)) ? 2 : OF_EVERY_OBJECT.contains(name) ? 4 : 3;
        });
    }

    private static String name(String continuation) {
        return continuation.replaceFirst("[(.<].*", "");
    }
}
