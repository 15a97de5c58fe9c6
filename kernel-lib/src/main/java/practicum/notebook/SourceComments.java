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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Finds the classes of one source file, by their names in a class file, and of each its public methods. */
final class SourceComments extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final DocTrees trees;
    private final Map<String, List<Documented>> found = new LinkedHashMap<>();
    private String owner = "";
    private boolean implicitlyPublic;

    private SourceComments(DocTrees trees) {
        this.trees = trees;
    }

    /** The class itself first, then its methods; by {@code Outer} and {@code Outer$Inner}. */
    static Map<String, List<Documented>> of(String source) {
        var file = new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, complaint -> {}, List.of("-proc:none"), null, List.of(file));
        var scanner = new SourceComments(DocTrees.instance(task));
        try {
            for (CompilationUnitTree unit : task.parse()) {
                scanner.scan(unit, null);
            }
        } catch (IOException e) {
            return Map.of();
        }
        return scanner.found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
        String name = tree.getSimpleName().toString();
        if (name.isEmpty()) {
            return null;
        }
        String outer = owner;
        boolean outerImplicitlyPublic = implicitlyPublic;
        owner = outer.isEmpty() ? name : outer + "$" + name;
        implicitlyPublic = tree.getKind().name().contains("INTERFACE");
        found.put(owner, new ArrayList<>(List.of(new Documented(name, name, -1, comment()))));
        super.visitClass(tree, none);
        owner = outer;
        implicitlyPublic = outerImplicitlyPublic;
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
        boolean visible = implicitlyPublic || tree.getModifiers().getFlags().contains(Modifier.PUBLIC);
        if (visible && tree.getReturnType() != null) {
            found.getOrDefault(owner, new ArrayList<>())
                    .add(new Documented(
                            tree.getName().toString(),
                            signature(tree),
                            tree.getParameters().size(),
                            comment()));
        }
        return null;
    }

    private static String signature(MethodTree tree) {
        String parameters =
                tree.getParameters().stream().map(SourceComments::parameter).collect(Collectors.joining(", "));
        boolean isStatic = tree.getModifiers().getFlags().contains(Modifier.STATIC);
        return "%s%s %s(%s)".formatted(isStatic ? "static " : "", tree.getReturnType(), tree.getName(), parameters);
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
