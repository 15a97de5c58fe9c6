package practicum.syntax;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names in one snippet: what it declares for the whole notebook, what it may change, and what it uses. */
final class Facts extends TreeScanner<@Nullable Void, @Nullable Void> {
    /** A name in use, with the code around it; {@code receiver} is what stands before its dot, or empty. */
    record Use(String name, String receiver, boolean called, String code) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    /** Names of methods that put something into what they are called on. */
    private static final Pattern FILLS =
            Pattern.compile("(add|put|set|push|offer|append|insert|replace|compute|merge|fill|copy|sort|swap).*");

    private final Snippet snippet;
    private final Set<String> declares = new HashSet<>();
    private final Set<String> locals = new HashSet<>();
    private final Set<String> assigned = new HashSet<>();
    private final Set<String> filled = new HashSet<>();
    private final Set<String> called = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> free = new HashSet<>();
    private final List<Use> uses = new ArrayList<>();

    private Facts(Snippet snippet) {
        this.snippet = snippet;
    }

    static Facts of(Snippet snippet) {
        try {
            return read(snippet);
        } catch (StackOverflowError tooDeep) {
            return read(Snippet.opaque(snippet.source(), snippet.offset()));
        }
    }

    private static Facts read(Snippet snippet) {
        var facts = new Facts(snippet);
        if (snippet.tree().isPresent()) {
            var tree = snippet.tree().get();
            tree.unit().getImports().forEach(each -> facts.scan(each, null));
            tree.unit().getTypeDecls().forEach(each -> facts.wrapped(each, tree.form()));
        } else if (!snippet.opaque()) {
            facts.unread();
        }
        return facts;
    }

    /** The names of methods, types and variables that this snippet gives to the notebook. */
    Set<String> declares() {
        return declares;
    }

    /** The variables of the notebook that it assigns to, or that it puts something into by a method's name. */
    Set<String> changes() {
        Set<String> changes = new HashSet<>(assigned);
        changes.addAll(filled);
        return withoutLocals(changes);
    }

    /** The variables of the notebook whose methods it calls for their effect, or that it hands to such a call. */
    Set<String> mayChange() {
        return withoutLocals(called);
    }

    private Set<String> withoutLocals(Set<String> names) {
        Set<String> rest = new HashSet<>(names);
        rest.removeAll(locals);
        rest.remove("");
        return rest;
    }

    /** Every name in it. */
    Set<String> names() {
        return names;
    }

    /** Those that may mean something outside of it; all where there is no tree, or where the shell's own names stand. */
    Set<String> free() {
        boolean ofShell = names.contains("REPL") || names.stream().anyMatch(name -> name.startsWith("$JShell"));
        return ofShell || free.isEmpty() ? names : free;
    }

    List<Use> uses() {
        return uses;
    }

    boolean isReadable() {
        return snippet.tree().isPresent();
    }

    /** Whether nobody knows what it declares. */
    boolean isOpaque() {
        return snippet.opaque();
    }

    String code() {
        return snippet.source().strip();
    }

    /** Words instead of names, where there is no tree; escapes count as what they stand for. */
    private void unread() {
        String text = Pattern.compile("\\\\u+([0-9a-fA-F]{4})")
                .matcher(snippet.source())
                .replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
        String code = text.strip();
        WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(names::add)
                .forEach(word -> uses.add(new Use(word, "?", true, code)));
    }

    /** Looks inside of what was put around the snippet. */
    private void wrapped(Tree type, Snippet.Form form) {
        for (Tree member : ((ClassTree) type).getMembers()) {
            List<? extends Tree> pieces =
                    form != Snippet.Form.MEMBER && member instanceof MethodTree method && method.getBody() != null
                            ? method.getBody().getStatements()
                            : List.of(member);
            for (Tree piece : pieces) {
                if (form == Snippet.Form.MEMBER || piece != member) {
                    declare(piece);
                }
                scan(piece, null);
            }
            free.addAll(FreeNames.in(pieces));
        }
    }

    private void declare(Tree tree) {
        if (tree instanceof MethodTree method) {
            declares.add(method.getName().toString());
        } else if (tree instanceof ClassTree type) {
            declares.add(type.getSimpleName().toString());
        } else if (tree instanceof VariableTree variable) {
            declares.add(variable.getName().toString());
        }
    }

    private void use(String name, String receiver, boolean called, Tree around) {
        names.add(name);
        uses.add(new Use(name, receiver, called, text(around)));
    }

    private String text(Tree tree) {
        var read = snippet.tree().orElseThrow();
        int from = (int) read.positions().getStartPosition(read.unit(), tree) - read.before();
        int to = (int) read.positions().getEndPosition(read.unit(), tree) - read.before();
        return from < 0 || to <= from || to > snippet.source().length()
                ? tree.toString()
                : snippet.source().substring(from, to);
    }

    @Override
    public @Nullable Void visitImport(ImportTree tree, @Nullable Void none) {
        for (String part : tree.getQualifiedIdentifier().toString().split("\\.")) {
            use(part, "import", true, tree);
        }
        return null;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void none) {
        use(tree.getName().toString(), "", false, tree);
        return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void none) {
        use(tree.getIdentifier().toString(), receiver(tree.getExpression()), true, tree);
        return super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void none) {
        use(tree.getName().toString(), receiver(tree.getQualifierExpression()), true, tree);
        return super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
        if (tree.getMethodSelect() instanceof IdentifierTree method) {
            use(method.getName().toString(), "", true, tree);
        }
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
        if (!declares.contains(tree.getName().toString())) {
            locals.add(tree.getName().toString());
        }
        return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree tree, @Nullable Void none) {
        effect(tree.getExpression());
        return super.visitExpressionStatement(tree, null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void none) {
        if (tree.getBody() instanceof ExpressionTree expression) {
            effect(expression);
        }
        return super.visitLambdaExpression(tree, null);
    }

    private void effect(ExpressionTree expression) {
        if (!(expression instanceof MethodInvocationTree call)) {
            return;
        }
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
            String root = root(select.getExpression());
            called.add(root);
            if (FILLS.matcher(select.getIdentifier()).matches()) {
                filled.add(root);
            }
        }
        for (ExpressionTree argument : call.getArguments()) {
            called.add(root(argument));
        }
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void none) {
        assigned.add(root(tree.getVariable()));
        return super.visitAssignment(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void none) {
        assigned.add(root(tree.getVariable()));
        return super.visitCompoundAssignment(tree, null);
    }

    private static String receiver(ExpressionTree tree) {
        return tree instanceof IdentifierTree name ? name.getName().toString() : "?";
    }

    /** The first name of {@code a.b[c].d()}; empty where it begins otherwise. */
    private static String root(ExpressionTree tree) {
        if (tree instanceof IdentifierTree name) {
            return name.getName().toString();
        } else if (tree instanceof MemberSelectTree select) {
            return root(select.getExpression());
        } else if (tree instanceof ArrayAccessTree access) {
            return root(access.getExpression());
        } else if (tree instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select) {
            return root(select.getExpression());
        }
        return "";
    }
}
