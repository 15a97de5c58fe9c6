package practicum.syntax;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names in a piece of code that may mean something outside of it: all but the members of things, and variables where
 * they are declared around their use. Where Java's own rules are finer than these, a name counts as free.
 */
final class FreeNames extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Set<String> free = new HashSet<>();
    private final Deque<Set<String>> scopes = new ArrayDeque<>();

    private FreeNames() {}

    static Set<String> in(Iterable<? extends Tree> pieces) {
        FreeNames names = new FreeNames();
        pieces.forEach(piece -> names.scan(piece, null));
        return names.free;
    }

    private void inside(Runnable piece) {
        scopes.push(new HashSet<>());
        piece.run();
        scopes.pop();
    }

    private void each(@Nullable Iterable<? extends Tree> trees) {
        scan(trees, null);
    }

    private void one(@Nullable Tree tree) {
        scan(tree, null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void none) {
        String name = tree.getName().toString();
        if (scopes.stream().noneMatch(scope -> scope.contains(name))) {
            free.add(name);
        }
        return null;
    }

    /** A method without a receiver is no variable, whatever is called like it. */
    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
        if (tree.getMethodSelect() instanceof IdentifierTree method) {
            free.add(method.getName().toString());
        }
        return super.visitMethodInvocation(tree, null);
    }

    /** In force after its own value. At the top of a snippet it is the notebook's. */
    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
        super.visitVariable(tree, null);
        if (!scopes.isEmpty()) {
            scopes.element().add(tree.getName().toString());
        }
        return null;
    }

    /** Where it is in force depends on what is true: it hides nothing here. */
    @Override
    public @Nullable Void visitBindingPattern(BindingPatternTree tree, @Nullable Void none) {
        one(tree.getVariable().getType());
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
        each(tree.getModifiers().getAnnotations());
        each(tree.getTypeParameters());
        one(tree.getExtendsClause());
        each(tree.getImplementsClause());
        inside(() -> {
            for (Tree member : tree.getMembers()) {
                if (member instanceof VariableTree field) {
                    scopes.element().add(field.getName().toString());
                }
            }
            each(tree.getMembers());
        });
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
        inside(() -> super.visitMethod(tree, null));
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void none) {
        inside(() -> {
            each(tree.getParameters());
            one(tree.getBody());
        });
        return null;
    }

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void none) {
        inside(() -> super.visitBlock(tree, null));
        return null;
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void none) {
        inside(() -> super.visitForLoop(tree, null));
        return null;
    }

    /** What is gone through is outside of the variable's reach. */
    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void none) {
        one(tree.getExpression());
        inside(() -> {
            one(tree.getVariable());
            one(tree.getStatement());
        });
        return null;
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void none) {
        one(tree.getExpression());
        inside(() -> each(tree.getCases()));
        return null;
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void none) {
        one(tree.getExpression());
        inside(() -> each(tree.getCases()));
        return null;
    }

    /** Resources are out of reach of what catches, and of what comes finally. */
    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void none) {
        inside(() -> {
            each(tree.getResources());
            one(tree.getBlock());
        });
        each(tree.getCatches());
        one(tree.getFinallyBlock());
        return null;
    }

    @Override
    public @Nullable Void visitCatch(CatchTree tree, @Nullable Void none) {
        inside(() -> super.visitCatch(tree, null));
        return null;
    }
}
