package practicum.notebook;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * What to do about a compiler's complaint, in one sentence, for the mistakes that are made most in notebooks.
 *
 * @param code the kind of complaint, as in {@code compiler.err.prob.found.req}
 * @param words the compiler's own words
 * @param source the line it is about
 */
record CompileAdvice(String code, String words, String source) {
    private static final Pattern PYTHON =
            Pattern.compile("^\\s*(def |elif |for \\w+ in |from \\w+ import |import \\w+$|lambda |with .*:$)");

    private record Rule(BiPredicate<CompileAdvice, String> fits, String advice) {}

    private static final List<Rule> RULES = List.of(
            rule(
                    (at, words) -> at.isPython(),
                    "This reads like Python. In Java a method begins with the type of its result, as in"
                            + " int twice(int x) { return 2 * x; }, and a loop is for (var x : list) { … }."),
            rule(
                    (at, words) -> at.is("illegal.start.of.expr") && at.source.contains("["),
                    "Java has no list literals: write List.of(1, 2, 3) or new int[] {1, 2, 3}."),
            rule(
                    (at, words) -> at.is("expected") && words.startsWith("';'"),
                    "Every statement of a cell but the last one ends with a semicolon."),
            rule(
                    (at, words) -> at.is("expected") && (words.startsWith("')'") || words.startsWith("']'")),
                    "A bracket is not closed, or there is one too many before this place."),
            rule(
                    (at, words) -> at.is("premature.eof"),
                    "A brace or bracket that was opened in this cell is not closed: count { and }, ( and )."),
            rule(
                    (at, words) -> at.is("unclosed.char.lit"),
                    "Text stands between double quotes, as in \"hello\"; single quotes hold one character."),
            rule(
                    (at, words) -> at.is("unclosed.str.lit"),
                    "The closing \" is missing on this line; a text of several lines stands between \"\"\" and"
                            + " \"\"\"."),
            rule(
                    (at, words) -> words.contains("lossy conversion from double to float"),
                    "Write 0.5f for a float, or declare a double."),
            rule(
                    (at, words) -> words.contains("lossy conversion"),
                    "Declare a wider type, such as double or long, or cut the rest off with a cast: (int) x."),
            rule(
                    (at, words) -> words.contains("Object cannot be converted"),
                    "The elements' type is not known here: name it where the list is made, as in"
                            + " new ArrayList<Integer>()."),
            rule(
                    (at, words) -> words.contains("int cannot be converted to boolean"),
                    "Compare with ==; a single = assigns."),
            rule(
                    (at, words) -> words.contains("String cannot be converted to int")
                            || words.contains("String cannot be converted to double"),
                    "Integer.parseInt(text) and Double.parseDouble(text) read a number from a text."),
            rule(
                    (at, words) -> words.contains("cannot be converted to Hook"),
                    "Hook. and the Tab key offer the hooks, as in Hook.residPost(1);"
                            + " Hook.parse(\"blocks.1.hook_resid_post\") reads one's name."),
            rule(
                    (at, words) -> words.contains("Transformer cannot be converted to Run"),
                    "This wants what a model makes of a text: model.run(\"…\")."),
            rule(
                    (at, words) -> words.contains("Tensor cannot be converted to"),
                    "A tensor of one number gives it with .item(), others with .toFloatArray() or .toMatrix()."),
            rule(
                    (at, words) -> words.contains("cannot be converted to Tensor"),
                    "Tensor.of(…) makes a tensor of numbers."),
            rule(
                    (at, words) -> at.is("cant.infer.local.var.type"),
                    "var needs a value that tells its type: write the type instead, as in String name = null; or"
                            + " Function<Integer, Integer> f = x -> x + 1;"),
            rule(
                    (at, words) -> at.is("missing.ret.stmt"),
                    "One way through this method reaches its closing brace without a return."),
            rule(
                    (at, words) -> at.is("type.found.req") && words.contains("required: reference"),
                    "Between < and > stand classes: Integer, Long, Float, Double, Boolean."),
            rule(
                    (at, words) -> at.is("type.found.req") || at.is("unexpected.type"),
                    "Only a variable can be assigned to; compare with ==."),
            rule(
                    (at, words) -> at.is("operator.cant.be.applied") && words.contains("Tensor"),
                    "Tensors are combined with methods: a.add(b), a.sub(b), a.mul(b), a.div(b), a.matMul(b)."),
            rule(
                    (at, words) -> at.is("unreported.exception"),
                    "Write throws Exception between the method's parameters and its brace, or catch it; in a lambda,"
                            + " use a loop instead."),
            rule(
                    (at, words) -> at.is("cant.ref.non.effectively.final"),
                    "A lambda only sees variables that never change: copy it to a new one first, or use a loop."),
            rule((at, words) -> at.is("var.might.not.have.been.initialized"), "Give it a value where it is declared."),
            rule(
                    (at, words) -> at.is("already.defined"),
                    "Leave the type out to assign to the variable that is there, or take another name."),
            rule(
                    (at, words) -> at.is("not.stmt"),
                    "A value alone is no statement: assign it, or put it last in the cell without a semicolon."),
            rule(
                    (at, words) -> at.is("cant.deref"),
                    "A plain number has no methods or fields: Math has its functions."),
            rule(
                    (at, words) -> at.is("report.access"),
                    "Private things are read with a method, often of the same name: x.name()."),
            rule(
                    (at, words) -> at.is("abstract.cant.be.instantiated"),
                    "This only says what can be done; make one of a kind, as in new ArrayList<>() or new HashMap<>()."),
            rule(
                    (at, words) -> at.is("preview.feature") || words.contains("patterns in switch"),
                    "This needs a newer Java than the course's 17: use if (x instanceof Circle c) { … }."),
            rule(
                    (at, words) -> at.is("limit.string"),
                    "Java holds 65,535 bytes in one text, and joins texts that it knows beforehand. Read a longer one"
                            + " from a file, as in Files.readString(Path.of(\"text.txt\"))."),
            rule(
                    (at, words) -> at.is("limit."),
                    "Java holds 65,535 bytes of code in one method: split it, or read its numbers from a file."),
            rule(
                    (at, words) -> at.is("cant.apply.symbol") && !at.owner().isEmpty(),
                    "help(%s.class) lists what its methods take."));

    private static Rule rule(BiPredicate<CompileAdvice, String> fits, String advice) {
        return new Rule(fits, advice);
    }

    /** The advice of the first rule that fits. */
    Optional<String> text() {
        return RULES.stream()
                .filter(rule -> rule.fits().test(this, words))
                .findFirst()
                .map(rule -> rule.advice().formatted(owner()));
    }

    /** Whether this is another language: what the compiler says after it is about the same thing. */
    boolean isPython() {
        return PYTHON.matcher(source).find();
    }

    private boolean is(String kind) {
        return code.startsWith("compiler.err." + kind);
    }

    /** The class whose method was called wrongly, or "". */
    private String owner() {
        var one = Pattern.compile("method \\w+ in (?:class|interface|record) (\\w+)")
                .matcher(words);
        if (one.find()) {
            return one.group(1);
        }
        var several = Pattern.compile("method (\\w+)\\.\\w+\\(").matcher(words);
        return several.find() ? several.group(1) : "";
    }
}
