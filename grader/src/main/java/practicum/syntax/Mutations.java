package practicum.syntax;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * All small mistakes of a cell, made mechanically: the operators of mutation testing (DeMillo, Lipton and Sayward 1978), and
 * some of the field: axes, layers, steps of a chain of calls. Which of them compile is not known here.
 */
public final class Mutations extends TreeScanner<@Nullable Void, @Nullable Void> {
    private static final Map<Tree.Kind, String> OTHER = Map.ofEntries(
            Map.entry(Tree.Kind.PLUS, "-"),
            Map.entry(Tree.Kind.MINUS, "+"),
            Map.entry(Tree.Kind.MULTIPLY, "/"),
            Map.entry(Tree.Kind.DIVIDE, "*"),
            Map.entry(Tree.Kind.REMAINDER, "*"),
            Map.entry(Tree.Kind.LESS_THAN, "<="),
            Map.entry(Tree.Kind.LESS_THAN_EQUAL, "<"),
            Map.entry(Tree.Kind.GREATER_THAN, ">="),
            Map.entry(Tree.Kind.GREATER_THAN_EQUAL, ">"),
            Map.entry(Tree.Kind.EQUAL_TO, "!="),
            Map.entry(Tree.Kind.NOT_EQUAL_TO, "=="),
            Map.entry(Tree.Kind.CONDITIONAL_AND, "||"),
            Map.entry(Tree.Kind.CONDITIONAL_OR, "&&"),
            Map.entry(Tree.Kind.PLUS_ASSIGNMENT, "-="),
            Map.entry(Tree.Kind.MINUS_ASSIGNMENT, "+="),
            Map.entry(Tree.Kind.MULTIPLY_ASSIGNMENT, "/="),
            Map.entry(Tree.Kind.DIVIDE_ASSIGNMENT, "*="));

    /** Methods whose whole numbers are axes. */
    private static final Set<String> OF_AXES = Set.of(
            "softmax",
            "logSoftmax",
            "sum",
            "mean",
            "max",
            "min",
            "argMax",
            "argMin",
            "select",
            "narrow",
            "concat",
            "stack",
            "squeeze",
            "unsqueeze",
            "permute",
            "transpose",
            "cumSum",
            "take",
            "flip",
            "size",
            "std",
            "variance");

    private final String cell;
    private final IntPredicate inside;
    private final Snippet snippet;
    private final List<Mutant> mutants;
    private final Set<Tree> axes = new HashSet<>();

    private Mutations(String cell, IntPredicate inside, Snippet snippet, List<Mutant> mutants) {
        this.cell = cell;
        this.inside = inside;
        this.snippet = snippet;
        this.mutants = mutants;
    }

    /**
     * The mutants of a cell, in the order of what they change, none twice.
     *
     * @param cell the code
     * @param inside whether the code from a place on may be changed
     */
    public static List<Mutant> of(String cell, IntPredicate inside) {
        List<Mutant> mutants = new ArrayList<>();
        try (var reader = new CellReader()) {
            for (Snippet snippet : reader.read(cell)) {
                snippet.tree().ifPresent(tree -> new Mutations(cell, inside, snippet, mutants).scan(tree.unit(), null));
            }
        }
        Set<String> codes = new LinkedHashSet<>(List.of(cell));
        mutants.removeIf(mutant -> !codes.add(mutant.code()));
        return List.copyOf(mutants);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void none) {
        String other = OTHER.get(tree.getKind());
        if (other != null && !isText(tree)) {
            operator(tree, tree.getLeftOperand(), tree.getRightOperand(), other);
        }
        return super.visitBinary(tree, null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void none) {
        String other = OTHER.get(tree.getKind());
        if (other != null && !isText(tree.getExpression())) {
            operator(tree, tree.getVariable(), tree.getExpression(), other);
        }
        return super.visitCompoundAssignment(tree, null);
    }

    private void operator(Tree tree, Tree left, Tree right, String other) {
        var kind =
                switch (other) {
                    case "&&", "||" -> Mutant.Kind.LOGIC;
                    case "<", "<=", ">", ">=", "==", "!=" -> Mutant.Kind.COMPARISON;
                    default -> Mutant.Kind.ARITHMETIC;
                };
        replace(kind, tree, text(left) + " " + other + " " + text(right));
    }

    /** Where texts are joined, a minus would not compile. */
    private static boolean isText(ExpressionTree tree) {
        return tree instanceof LiteralTree literal && literal.getValue() instanceof String
                || tree instanceof BinaryTree binary
                        && binary.getKind() == Tree.Kind.PLUS
                        && (isText(binary.getLeftOperand()) || isText(binary.getRightOperand()));
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void none) {
        if (tree.getKind() == Tree.Kind.UNARY_MINUS && tree.getExpression() instanceof LiteralTree literal) {
            number(tree, literal.getValue(), -1);
            return null;
        } else if (tree.getKind() == Tree.Kind.UNARY_MINUS) {
            replace(Mutant.Kind.ARITHMETIC, tree, text(tree.getExpression()));
        } else if (tree.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
            replace(Mutant.Kind.LOGIC, tree, text(tree.getExpression()));
        }
        return super.visitUnary(tree, null);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void none) {
        if (tree.getValue() instanceof Boolean truth) {
            replace(Mutant.Kind.CONSTANT, tree, Boolean.toString(!truth));
        } else {
            number(tree, tree.getValue(), 1);
        }
        return null;
    }

    private void number(Tree tree, @Nullable Object value, int sign) {
        Mutant.Kind kind = axes.contains(tree) ? Mutant.Kind.AXIS : Mutant.Kind.CONSTANT;
        String type = value instanceof Long ? "L" : value instanceof Float ? "f" : "";
        if (value instanceof Integer || value instanceof Long) {
            long number = sign * ((Number) value).longValue();
            replace(kind, tree, number + 1 + type);
            replace(kind, tree, number - 1 + type);
            if (kind == Mutant.Kind.CONSTANT) {
                replace(kind, tree, 0 + type);
            }
        } else if (value instanceof Double || value instanceof Float) {
            double number = sign * ((Number) value).doubleValue();
            replace(kind, tree, number + 1 + type);
            replace(kind, tree, number - 1 + type);
            replace(kind, tree, 0.0 + type);
        }
    }

    @Override
    public @Nullable Void visitArrayAccess(ArrayAccessTree tree, @Nullable Void none) {
        if (!(tree.getIndex() instanceof LiteralTree)) {
            replace(Mutant.Kind.INDEX, tree.getIndex(), text(tree.getIndex()) + " + 1");
            replace(Mutant.Kind.INDEX, tree.getIndex(), text(tree.getIndex()) + " - 1");
        }
        return super.visitArrayAccess(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
        List<? extends ExpressionTree> arguments = tree.getArguments();
        if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            String method = select.getIdentifier().toString();
            if (OF_AXES.contains(method) && !text(select.getExpression()).equals("Math")) {
                axes.addAll(arguments);
            }
            boolean hook = select.getExpression() instanceof IdentifierTree type
                    && type.getName().contentEquals("Hook");
            if (hook) {
                layer(tree, select, arguments);
            } else if (isValue(select.getExpression())) {
                replace(Mutant.Kind.CALL, tree, text(select.getExpression()));
            }
        }
        swap(arguments);
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void none) {
        swap(tree.getArguments());
        return super.visitNewClass(tree, null);
    }

    private void layer(MethodInvocationTree tree, MemberSelectTree select, List<? extends ExpressionTree> arguments) {
        if (!arguments.isEmpty() && !(arguments.get(0) instanceof LiteralTree)) {
            replace(Mutant.Kind.LAYER, arguments.get(0), "(" + text(arguments.get(0)) + ") + 1");
            replace(Mutant.Kind.LAYER, arguments.get(0), "(" + text(arguments.get(0)) + ") - 1");
        }
        String call = text(tree);
        String method = select.getIdentifier().toString();
        if (method.equals("residPost") || method.equals("residPre")) {
            String other = method.equals("residPost") ? "residPre" : "residPost";
            replace(Mutant.Kind.LAYER, tree, call.replaceFirst(method, other));
        }
    }

    private void swap(List<? extends ExpressionTree> arguments) {
        for (int i = 1; i < arguments.size(); i++) {
            ExpressionTree first = arguments.get(i - 1);
            ExpressionTree second = arguments.get(i);
            String between = between(first, second);
            replace(Mutant.Kind.ARGUMENTS, first, second, text(second) + between + text(first));
        }
    }

    /** A type has no value that could stand alone; types begin with a capital letter. */
    private static boolean isValue(ExpressionTree tree) {
        return !(tree instanceof IdentifierTree name
                        && Character.isUpperCase(name.getName().charAt(0)))
                && !(tree instanceof MemberSelectTree select
                        && Character.isUpperCase(select.getIdentifier().charAt(0)));
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree tree, @Nullable Void none) {
        replace(Mutant.Kind.STATEMENT, tree, "");
        return super.visitExpressionStatement(tree, null);
    }

    private void replace(Mutant.Kind kind, Tree tree, String after) {
        replace(kind, tree, tree, after);
    }

    private void replace(Mutant.Kind kind, Tree first, Tree last, String after) {
        int from = start(first);
        int to = end(last);
        if (from < 0 || to <= from || !inside.test(from) || !inside.test(to - 1)) {
            return;
        }
        int line = (int) cell.substring(0, from).lines().count() + (from > 0 && cell.charAt(from - 1) == '\n' ? 1 : 0);
        mutants.add(new Mutant(
                kind,
                Math.max(1, line),
                cell.substring(from, to),
                after,
                cell.substring(0, from) + after + cell.substring(to)));
    }

    private String text(Tree tree) {
        int from = start(tree);
        int to = end(tree);
        return from < 0 || to <= from ? tree.toString() : cell.substring(from, to);
    }

    private String between(Tree first, Tree second) {
        return end(first) < 0 || start(second) < end(first) ? ", " : cell.substring(end(first), start(second));
    }

    private int start(Tree tree) {
        var read = snippet.tree().orElseThrow();
        return place((int) read.positions().getStartPosition(read.unit(), tree), read.before());
    }

    private int end(Tree tree) {
        var read = snippet.tree().orElseThrow();
        return place((int) read.positions().getEndPosition(read.unit(), tree), read.before());
    }

    private int place(int position, int before) {
        int inSnippet = position - before;
        return inSnippet < 0 || inSnippet > snippet.source().length() ? -1 : inSnippet + snippet.offset();
    }
}
