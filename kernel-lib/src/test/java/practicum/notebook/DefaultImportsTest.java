package practicum.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DefaultImportsTest {
    /** Names that two imports share on purpose: the reader meets neither in a notebook without saying which. */
    private static final Set<String> KNOWN = Set.of();

    @Test
    void noSimpleNameComesFromTwoPackages() throws Exception {
        var owners = new TreeMap<String, List<String>>();
        for (String packageName : packages()) {
            for (String name : publicTypes(packageName)) {
                owners.computeIfAbsent(name, key -> new ArrayList<>()).add(packageName);
            }
        }
        assertThat(owners).as("types that were found").hasSizeGreaterThan(300);
        owners.values().removeIf(found -> found.size() < 2);
        KNOWN.forEach(owners::remove);
        assertThat(owners).isEmpty();
    }

    private static List<String> packages() {
        Stream<String> imported = DefaultImports.statements().stream()
                .filter(statement -> !statement.startsWith("import static"))
                .map(statement -> statement.replace("import ", "").replace(";", ""))
                .filter(name -> name.endsWith(".*"))
                .map(name -> name.substring(0, name.length() - 2));
        return Stream.concat(Stream.of("java.lang"), imported).toList();
    }

    private static Set<String> publicTypes(String packageName) throws Exception {
        String folder = packageName.replace('.', '/');
        if (packageName.startsWith("java.")) {
            return types(
                    FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base", folder), packageName);
        }
        var names = new HashSet<String>();
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                names.addAll(types(path.resolve(folder), packageName));
            } else if (Files.exists(path)) {
                try (FileSystem jar = FileSystems.newFileSystem(path)) {
                    names.addAll(types(jar.getPath(folder), packageName));
                }
            }
        }
        return names;
    }

    private static Set<String> types(Path folder, String packageName) throws IOException {
        var names = new HashSet<String>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-"))
                        .map(file -> file.substring(0, file.length() - ".class".length()))
                        .filter(name -> isPublic(packageName + "." + name))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static boolean isPublic(String name) {
        try {
            return Modifier.isPublic(Class.forName(name, false, DefaultImportsTest.class.getClassLoader())
                    .getModifiers());
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException(e));
        } catch (LinkageError optionalDependencyIsMissing) {
            return false;
        }
    }
}
