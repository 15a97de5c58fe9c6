package practicum.notebook;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The library's own classes by the names that a reader writes. */
final class LibraryTypes {
    private static final Map<String, Optional<Class<?>>> KNOWN = new ConcurrentHashMap<>();

    private LibraryTypes() {}

    /** The class of this name, simple or whole, with or without type parameters; empty where it is none of the library's. */
    static Optional<Class<?>> named(String name) {
        String plain = name.replaceFirst("<.*", "").strip();
        return plain.matches("[\\w.$]+") ? KNOWN.computeIfAbsent(plain, LibraryTypes::find) : Optional.empty();
    }

    static boolean isOwn(Class<?> type) {
        return type.getName().startsWith("practicum.");
    }

    private static Optional<Class<?>> find(String name) {
        if (name.startsWith("practicum.")) {
            return load(name);
        }
        String inner = name.replace('.', '$');
        return DefaultImports.ownPackages().stream()
                .map(owner -> load(owner + "." + inner))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Class<?>> load(String name) {
        try {
            return Optional.of(Class.forName(name, false, LibraryTypes.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
