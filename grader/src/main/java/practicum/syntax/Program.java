package practicum.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A notebook's code as declarations that name one another, so that it can be told what a check leads to: from the names in
 * the check through what the student wrote, and from there through everything. A shortcut is found behind a method of
 * another cell, too, and behind a variable that was filled elsewhere; what the student wrote and the check does not lead
 * to, such as a comparison with the library's own answer, is nobody's business.
 *
 * <p>Types are not resolved. The name of a forbidden type counts wherever it stands; a forbidden method counts wherever it
 * is called on something, or without anything where the notebook has no method of that name.
 */
public final class Program {
    private record Part(String cell, boolean own, Facts facts) {}

    private final List<Part> parts = new ArrayList<>();
    private final Map<String, List<Part>> byName = new LinkedHashMap<>();
    private final Set<String> ownNames = new HashSet<>();

    private Program() {}

    /**
     * Reads a notebook's cells.
     *
     * @param released the code that the course gives, by cell
     * @param own the code that is the student's, by cell
     */
    public static Program of(Map<String, String> released, Map<String, String> own) {
        var program = new Program();
        try (var reader = new CellReader()) {
            released.forEach((cell, code) -> program.add(reader, cell, false, code));
            own.forEach((cell, code) -> program.add(reader, cell, true, code));
        }
        program.parts.stream()
                .filter(Part::own)
                .forEach(part -> program.ownNames.addAll(part.facts().declares()));
        program.parts.forEach(program::index);
        return program;
    }

    private void add(CellReader reader, String cell, boolean own, String code) {
        reader.read(code).forEach(snippet -> parts.add(new Part(cell, own, Facts.of(snippet))));
    }

    private void index(Part part) {
        Set<String> names = new LinkedHashSet<>(part.facts().declares());
        names.addAll(part.facts().changes());
        if (part.own()) {
            part.facts().mayChange().stream().filter(ownNames::contains).forEach(names::add);
        }
        names.forEach(
                name -> byName.computeIfAbsent(name, none -> new ArrayList<>()).add(part));
    }

    /**
     * What the code behind a check uses of what is forbidden to it, if anything.
     *
     * @param cell the cell of the exercise that is checked
     * @param check the check's code
     * @param forbidden names of types, and of methods as {@code Type.method} or {@code method}
     */
    public Optional<ForbiddenUse> forbiddenUse(String cell, String check, List<String> forbidden) {
        List<Part> reached = reached(cell, check);
        for (Part part : reached) {
            for (Facts.Use use : part.facts().uses()) {
                for (String name : forbidden) {
                    if (isUse(use, name)) {
                        return Optional.of(new ForbiddenUse(ForbiddenUse.Kind.NAMED, name, part.cell(), use.code()));
                    }
                }
            }
        }
        String all = String.join(", ", forbidden);
        for (Part part : reached) {
            for (Facts.Use use : part.facts().uses()) {
                if (part.own() && Reflection.isNamed(use.name())) {
                    return Optional.of(new ForbiddenUse(ForbiddenUse.Kind.REFLECTION, all, part.cell(), use.code()));
                }
            }
        }
        return reached.stream()
                .filter(part -> part.own() && !part.facts().isReadable())
                .map(part -> new ForbiddenUse(
                        ForbiddenUse.Kind.UNREADABLE,
                        all,
                        part.cell(),
                        part.facts().code()))
                .findFirst();
    }

    /** What the exercise's cell and the names in the check lead to; imports are everywhere, and so may be what is not read. */
    private List<Part> reached(String cell, String check) {
        Set<Part> reached = new LinkedHashSet<>();
        Deque<Part> next = new ArrayDeque<>();
        parts.stream()
                .filter(Part::own)
                .filter(part -> part.cell().equals(cell)
                        || isImport(part)
                        || part.facts().isOpaque())
                .forEach(next::add);
        Facts.of(Snippet.read(check, 0, CellReader.parse(check))).names().stream()
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .filter(Part::own)
                .forEach(next::add);
        while (!next.isEmpty()) {
            Part part = next.remove();
            if (reached.add(part)) {
                next.addAll(leadsTo(part));
            }
        }
        return List.copyOf(reached);
    }

    /**
     * What the names in a part lead to: among what the student wrote, any name of the student's; in the code that the
     * course gives, only what a name can mean there. A student's local variable may be called as one of the course's.
     */
    private List<Part> leadsTo(Part part) {
        Set<String> free = part.facts().free();
        List<Part> next = new ArrayList<>();
        for (String name : part.own() ? part.facts().names() : free) {
            byName.getOrDefault(name, List.of()).stream()
                    .filter(other -> part.own() && other.own() || free.contains(name))
                    .forEach(next::add);
        }
        return next;
    }

    private static boolean isImport(Part part) {
        return part.facts().uses().stream().anyMatch(use -> use.receiver().equals("import"));
    }

    private boolean isUse(Facts.Use use, String forbidden) {
        String name = forbidden.substring(forbidden.lastIndexOf('.') + 1);
        if (!use.name().equals(name)) {
            return false;
        }
        boolean method = Character.isLowerCase(name.charAt(0));
        if (!method) {
            return true;
        } else if (use.receiver().equals("import")) {
            return use.code().contains("static");
        } else if (use.receiver().isEmpty()) {
            return use.called() && !byName.containsKey(name);
        }
        return !use.receiver().equals("this");
    }
}
