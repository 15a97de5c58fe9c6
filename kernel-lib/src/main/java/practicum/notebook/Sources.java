package practicum.notebook;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The library's own sources, where a notebook runs inside a checkout of the course: what its classes and methods are for,
 * in its authors' words.
 */
final class Sources {
    private static final String FOLDER = "kernel-lib/src/main/java";

    private Sources() {}

    /**
     * A public class or method with its Javadoc.
     *
     * @param name its simple name
     * @param signature how it is declared, with the names of its parameters
     * @param parameters how many it has; −1 for a class
     * @param comment its Javadoc as it stands in the source
     */
    record Documented(String name, String signature, int parameters, String comment) {
        boolean isType() {
            return parameters < 0;
        }
    }

    /** A class of the library and its public methods, the class first; empty where there is no source of it. */
    static List<Documented> of(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getEnclosingClass() != null) {
            outermost = outermost.getEnclosingClass();
        }
        return text(outermost).map(text -> parse(type, text)).orElse(List.of());
    }

    private static Optional<String> text(Class<?> type) {
        if (!type.getName().startsWith("practicum.")) {
            return Optional.empty();
        }
        String file = type.getName().replace('.', '/') + ".java";
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            Path source = here.resolve(FOLDER).resolve(file);
            if (Files.isRegularFile(source)) {
                return read(source);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> read(Path source) {
        try {
            return Optional.of(Files.readString(source));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<Documented> parse(Class<?> type, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var file =
                new SimpleJavaFileObject(
                        URI.create("string:///" + type.getSimpleName() + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        var task =
                (JavacTask) compiler.getTask(null, null, complaint -> {}, List.of("-proc:none"), null, List.of(file));
        try {
            for (CompilationUnitTree unit : task.parse()) {
                var scanner = new Scanner(DocTrees.instance(task), type.getSimpleName());
                scanner.scan(unit, null);
                return scanner.found;
            }
        } catch (IOException e) {
            return List.of();
        }
        return List.of();
    }

    /** Finds one class by its simple name, and its public methods. */
    private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees trees;
        private final String wanted;
        private final List<Documented> found = new ArrayList<>();
        private boolean inside;
        private boolean implicitlyPublic;

        Scanner(DocTrees trees, String wanted) {
            this.trees = trees;
            this.wanted = wanted;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
            boolean before = inside;
            inside = tree.getSimpleName().contentEquals(wanted);
            if (inside) {
                implicitlyPublic = tree.getKind().name().contains("INTERFACE");
                found.add(new Documented(wanted, wanted, -1, comment()));
            }
            super.visitClass(tree, none);
            inside = before;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
            boolean visible = implicitlyPublic || tree.getModifiers().getFlags().contains(Modifier.PUBLIC);
            if (inside && visible && tree.getReturnType() != null) {
                found.add(new Documented(
                        tree.getName().toString(),
                        signature(tree),
                        tree.getParameters().size(),
                        comment()));
            }
            return null;
        }

        private static String signature(MethodTree tree) {
            String parameters =
                    tree.getParameters().stream().map(Scanner::parameter).collect(Collectors.joining(", "));
            return "%s %s(%s)".formatted(tree.getReturnType(), tree.getName(), parameters);
        }

        private static String parameter(VariableTree parameter) {
            return parameter
                    .toString()
                    .replaceAll("@\\w+\\s*(\\([^)]*\\))?\\s*", "")
                    .replaceFirst("^final ", "");
        }

        private String comment() {
            String comment = trees.getDocComment(getCurrentPath());
            return comment == null ? "" : comment.strip();
        }
    }
}
