package practicum.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import practicum.tensor.Tensor;

/** What a member that a value or a class does not have may have meant. */
final class MemberAdvice {
    private static final String LENGTHS =
            "An array has .length, a text .length(), a list .size(), a tensor .size(dimension).";

    private final JShell shell;
    private final String type;
    private final List<String> members;

    /**
     * @param receiver what stands before the name, up to the dot: {@code System.out.}
     * @param type its type, as the compiler names it, or ""
     */
    MemberAdvice(NameAdvice names, String receiver, String type) {
        this.shell = names.shell();
        this.type = type;
        List<String> seen = members(receiver);
        // A variable of a method is none of the session's; its type has the same members.
        this.members = seen.isEmpty() && !type.isEmpty() ? members("((" + type + ") null).") : seen;
    }

    private List<String> members(String receiver) {
        var anchor = new int[1];
        return shell.sourceCodeAnalysis().completionSuggestions(receiver, receiver.length(), anchor).stream()
                .map(Suggestion::continuation)
                .distinct()
                .toList();
    }

    Optional<String> of(NameAdvice.Kind kind, String name) {
        return hidden().or(() -> kind == NameAdvice.Kind.VARIABLE ? method(name) : Optional.empty())
                .or(() -> length(name))
                .or(() -> array())
                .or(() -> getter(name))
                .or(() -> function())
                .or(() -> LibraryWords.of(type, name))
                .or(() -> elsewhere(name))
                .or(() -> NameAdvice.nearest(name, names()).map(NameAdvice::meant))
                .or(() -> name.equals("plot")
                        ? Optional.of("Pictures are made by Plot: Plot. and the Tab key offer them.")
                        : Optional.empty())
                .or(this::help);
    }

    private Optional<String> help() {
        return LibraryTypes.named(type)
                .map(owner -> "help(%s.class) lists what it has; the Tab key after the dot offers it."
                        .formatted(owner.getSimpleName()));
    }

    /** A function's type has one method, and that has not the name that one expects. */
    private Optional<String> function() {
        String plain = type.replaceFirst("<.*", "");
        return plain.matches("\\w*(Function|Operator|Predicate|Supplier|Consumer)")
                ? names().stream()
                        .filter(method -> method.matches("(apply|test|get|accept)(As\\w+)?"))
                        .findFirst()
                        .map("A function of this kind is called with .%s(…)."::formatted)
                : Optional.empty();
    }

    private List<String> names() {
        return members.stream()
                .map(member -> member.replaceFirst("\\(.*", ""))
                .distinct()
                .toList();
    }

    /** A reader's class of a library class's name. */
    private Optional<String> hidden() {
        boolean own = shell.types().anyMatch(snippet -> snippet.name().equals(type));
        return own && LibraryTypes.named(type).isPresent()
                ? Optional.of(
                        ("A cell defines a class ‘%s’ of its own, which hides the library's: rename it, restart the"
                                        + " kernel, and run the cells again.")
                                .formatted(type))
                : Optional.empty();
    }

    private Optional<String> method(String name) {
        if (members.contains(name + "()")) {
            return Optional.of("‘%s’ is a method: write %s().".formatted(name, name));
        }
        return members.contains(name + "(")
                ? Optional.of("‘%s’ is a method: write %s(…).".formatted(name, name))
                : Optional.empty();
    }

    private static Optional<String> length(String name) {
        return name.equals("length") || name.equals("size") ? Optional.of(LENGTHS) : Optional.empty();
    }

    private Optional<String> array() {
        return type.endsWith("[]")
                ? Optional.of("An array has no methods: Arrays.stream(a).sum(), Arrays.sort(a), Arrays.toString(a).")
                : Optional.empty();
    }

    private Optional<String> getter(String name) {
        if (!name.matches("get[A-Z].*")) {
            return Optional.empty();
        }
        String plain = name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4);
        return names().contains(plain) ? Optional.of(NameAdvice.meant(plain)) : Optional.empty();
    }

    /** A method of something that this has: {@code model.nLayers()} for {@code model.config().nLayers()}. */
    private Optional<String> elsewhere(String name) {
        return LibraryTypes.named(type).flatMap(owner -> Stream.of(owner.getMethods())
                .filter(part -> part.getParameterCount() == 0
                        && part.getReturnType() != owner
                        && part.getReturnType() != Tensor.class
                        && LibraryTypes.isOwn(part.getReturnType()))
                .filter(part -> Stream.of(part.getReturnType().getMethods())
                        .anyMatch(method ->
                                method.getName().equals(name) && LibraryTypes.isOwn(method.getDeclaringClass())))
                .map(part -> part.getName())
                .sorted()
                .findFirst()
                .map(part -> "‘%s’ belongs to what .%s() gives: .%s().%s(…).".formatted(name, part, part, name)));
    }
}
