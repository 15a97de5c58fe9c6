package practicum.notebook;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** What to do about a compiler's complaint: the first rule that fits says it; where none fits, nothing is said. */
final class CompileRules {
    private record Rule(Predicate<CompileAdvice> fits, Function<CompileAdvice, String> advice) {}

    private static final List<Rule> SYNTAX = List.of(
            rule(
                    CompileAdvice::isPython,
                    "This reads like Python. In Java a method begins with the type of its result, as in"
                            + " int twice(int x) { return 2 * x; }, and a loop is for (var x : list) { … }."),
            rule(CompileAdvice::isEachIn, "A loop over a list is written for (var x : list) { … }."),
            rule(
                    at -> at.is("illegal.start.of.expr") && at.source().contains("["),
                    "Java has no list literals: write List.of(1, 2, 3) or new int[] {1, 2, 3}."),
            rule(
                    CompileAdvice::isBareArray,
                    "An array that is handed over is written new int[] {1, 2, 3}; a list, List.of(1, 2, 3)."),
            rule(
                    CompileAdvice::isSlice,
                    "A part of a tensor is t.get(0), t.select(dimension, index) or t.narrow(dimension, from, to)."),
            rule(
                    at -> at.is("expected") && at.words().startsWith("';'"),
                    "Every statement of a cell but the last one ends with a semicolon."),
            rule(
                    at -> at.is("expected")
                            && (at.words().startsWith("')'") || at.words().startsWith("']'")),
                    "A bracket is not closed, or there is one too many before this place."),
            rule(
                    at -> at.words().startsWith("'.class' expected"),
                    "A name begins with a letter, and is no word of Java's own, such as class, new or int."),
            rule(
                    at -> at.is("premature.eof"),
                    "A brace or bracket that was opened in this cell is not closed, or its last statement is not"
                            + " finished: count { and }, ( and )."),
            rule(
                    at -> at.is("unclosed.char.lit"),
                    "Text stands between double quotes, as in \"hello\"; single quotes hold one character."),
            rule(
                    at -> at.is("unclosed.str.lit"),
                    "The closing \" is missing on this line; a text of several lines stands between \"\"\" and"
                            + " \"\"\"."),
            rule(
                    at -> at.is("int.number.too.large"),
                    "A whole number above 2,147,483,647 is a long: write an L behind it, as in 3000000000L."),
            rule(
                    at -> at.is("not.stmt"),
                    "A value alone is no statement: assign it, or put it last in the cell without a semicolon."));

    private static final List<Rule> CONVERSIONS = List.of(
            rule(
                    at -> at.says("lossy conversion from double to float"),
                    "Write 0.5f for a float, declare a double, or cut a value to a float with a cast: (float) (…)."),
            rule(
                    at -> at.says("lossy conversion"),
                    "Declare a wider type, such as double or long, or cut the rest off with a cast: (int) x."),
            rule(
                    at -> at.says("Object cannot be converted") || at.says("<Object> cannot be converted"),
                    "The elements' type is not known here: name it where the list is made, as in"
                            + " new ArrayList<Integer>()."),
            rule(
                    at -> at.says("cannot be converted to boolean")
                            && at.source().matches(".*[^=!<>]=[^=].*"),
                    "Compare with ==; a single = assigns."),
            rule(
                    at -> at.says("String cannot be converted to int")
                            || at.says("String cannot be converted to double"),
                    "Integer.parseInt(text) and Double.parseDouble(text) read a number from a text."),
            rule(
                    at -> at.says("String cannot be converted to char"),
                    "One character stands between single quotes, as in 'a'."),
            rule(
                    at -> at.says("cannot be converted to Hook"),
                    "Hook. and the Tab key offer the hooks, as in Hook.residPost(1);"
                            + " Hook.parse(\"blocks.1.hook_resid_post\") reads one's name."),
            rule(
                    at -> at.says("Transformer cannot be converted to Run")
                            || at.says("String cannot be converted to Run"),
                    "This wants what a model makes of a text: model.run(\"…\")."),
            rule(at -> at.says("Prompt cannot be converted to String"), "A prompt's words are its text()."),
            rule(
                    at -> at.tells("run\\(List<\\w+>\\)"),
                    "Several prompts are run as tokens: model.run(model.tokenizer().tokens(\"…\", \"…\"))."),
            rule(
                    at -> at.says("Tensor cannot be converted to String"),
                    "Text comes here: a label or a name. What the method takes, help(…) says."),
            rule(
                    at -> at.says("Tensor cannot be converted to"),
                    "A tensor of one number gives it with .item(), others with .toFloatArray() or .toMatrix()."),
            rule(at -> at.says("cannot be converted to Tensor"), "Tensor.of(…) makes a tensor of numbers."),
            rule(
                    at -> at.says("List<Tensor> cannot be converted to int") || at.says("List<E> conforms to int"),
                    "The dimension comes first: Tensor.stack(0, list), Tensor.concat(0, list)."),
            rule(
                    at -> at.says("Object[] cannot be converted to double[]")
                            || at.says("Object[] cannot be converted to int[]"),
                    "map(…) makes objects; mapToDouble(…).toArray() and mapToInt(…).toArray() make plain numbers."),
            rule(
                    at -> at.says("cannot be converted to Tokens") || at.says("conforms to Tokens"),
                    "Prompts become tokens by model.tokens(\"…\", \"…\")."),
            rule(
                    at -> at.says("cannot be converted to Metric"),
                    "A metric says what is measured, as in Metric.logitDiff(model, \" Mary\", \" John\")."),
            rule(
                    at -> at.says("Run cannot be converted to String"),
                    "A text comes here, as the prompt of a run; or the runs come without their model: leave it out."),
            rule(
                    at -> at.tells("boolean cannot be converted to (Set|List|Collection)<"),
                    "This changes the collection itself, and only says whether it did: make a copy, new HashSet<>(a),"
                            + " and change that."),
            rule(
                    at -> at.tells("\\b(\\w+) cannot be converted to List<\\1>"),
                    "List.of(…) makes a list, of one value too."),
            rule(
                    at -> at.tells("\\w+\\[\\] cannot be converted to \\w+\\[\\]"),
                    "An array keeps its kind of number: make one of the kind that is wanted, as in new long[] {1, 2, 3}."),
            rule(
                    at -> at.says("incompatible bounds") && at.tells("equality constraints: Long"),
                    "Whole numbers are int, unless an L stands behind them: List.of(1L, 2L)."),
            rule(
                    at -> at.says("incompatible bounds") && at.tells("equality constraints: (Double|Float)"),
                    "Whole numbers are int: write 1.0 for a double, 1f for a float."),
            rule(
                    at -> at.says("incompatible bounds") && at.tells("equality constraints: (double|float|int|long)"),
                    "Plain numbers have one order: Arrays.sort(a). By another one, sort their places:"
                            + " IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(i -> -a[i]))."),
            rule(
                    at -> at.says("incompatible bounds"),
                    "The elements are not all of the type that stands between < and >."),
            rule(
                    at -> at.says("incompatible parameter types in lambda expression"),
                    "The lambda takes another number of parameters than its type: a Function takes one, a BiFunction"
                            + " two, a Supplier none."),
            rule(
                    at -> at.says("unexpected return value"),
                    "A void method gives nothing back: write the type of its result in place of void."));

    private static final List<Rule> NAMES = List.of(
            rule(
                    at -> at.is("cant.infer.local.var.type"),
                    "var needs a value that tells its type: write the type instead, as in String name = null; or"
                            + " Function<Integer, Integer> f = x -> x + 1;"),
            rule(
                    at -> at.is("missing.ret.stmt"),
                    "One way through this method reaches its closing brace without a return."),
            rule(
                    at -> at.is("type.found.req") && at.says("required: reference"),
                    "Between < and > stand classes: Integer, Long, Float, Double, Boolean."),
            rule(
                    at -> at.is("type.found.req") || at.is("unexpected.type"),
                    "Only a variable can be assigned to; compare with ==."),
            rule(
                    at -> at.is("operator.cant.be.applied")
                            && at.says("Tensor")
                            && at.tells("type:\\s+(double|float|int|long)\\b"),
                    "A tensor of one number gives it with .item(); tensors are combined with methods, which take numbers"
                            + " too: a.add(b), a.sub(1), a.mul(2), a.div(b)."),
            rule(
                    at -> at.is("operator.cant.be.applied") && at.says("Tensor"),
                    "Tensors are combined with methods: a.add(b), a.sub(b), a.mul(b), a.div(b), a.matMul(b)."),
            rule(
                    at -> at.is("array.req.but.found") && at.says("Tensor"),
                    "A part of a tensor is t.get(0), a number of it t.item(0, 1)."),
            rule(at -> at.is("array.req.but.found") && at.says("Map"), "What a map has for a key is map.get(key)."),
            rule(
                    at -> at.is("array.req.but.found") && at.says("String"),
                    "A text's first character is text.charAt(0)."),
            rule(at -> at.is("array.req.but.found"), "A list's first element is list.get(0)."),
            rule(
                    at -> at.is("unreported.exception"),
                    "Write throws Exception between the method's parameters and its brace, or catch it; in a lambda,"
                            + " use a loop instead."),
            rule(
                    at -> at.is("cant.ref.non.effectively.final"),
                    "A lambda only sees variables that never change: copy it to a new one first, or use a loop."),
            rule(at -> at.is("var.might.not.have.been.initialized"), "Give it a value where it is declared."),
            rule(
                    at -> at.is("already.defined"),
                    "Leave the type out to assign to the variable that is there, or take another name."),
            rule(at -> at.is("cant.deref"), "A plain number has no methods or fields: Math has its functions."),
            rule(
                    at -> !at.hidden().isEmpty(),
                    at -> "What is private is read with a method, often of the same name: .%s()."
                            .formatted(at.hidden())),
            rule(
                    at -> at.is("abstract.cant.be.instantiated"),
                    "This only says what can be done; make one of a kind, as in new ArrayList<>() or new HashMap<>()."),
            rule(
                    at -> at.is("does.not.override.abstract"),
                    "Write the method that is missing into the class, with public before it."),
            rule(
                    at -> at.is("non-static.cant.be.ref") && at.says("method"),
                    "This is asked of a value and not of its class, as in Hook.z(0).head(1) or run.logits()."),
            rule(at -> at.is("non-static.cant.be.ref"), "A static method sees no object's fields: leave static out."),
            rule(at -> at.is("not.exhaustive"), "Other values need a case too: default -> …"),
            rule(
                    at -> at.is("ref.ambiguous"),
                    "Several methods take this: give a value in place of null, or say which is meant, as in (String) null."),
            rule(
                    at -> at.is("preview.feature") || at.says("patterns in switch"),
                    "This needs a newer Java than the course's 17: use if (x instanceof Circle c) { … }."),
            rule(
                    at -> at.is("limit.string"),
                    "Java holds 65,535 bytes in one text, and joins texts that it knows beforehand. Read a longer one"
                            + " from a file, as in Files.readString(Path.of(\"text.txt\"))."),
            rule(
                    at -> at.is("limit."),
                    "Java holds 65,535 bytes of code in one method: split it, or read its numbers from a file."),
            rule(
                    at -> at.is("cant.apply.symbol")
                            && at.says("constructor")
                            && LibraryTypes.named(at.owner()).isPresent(),
                    at -> "help(%s.class) says how one is made.".formatted(at.owner())),
            rule(
                    at -> at.is("cant.apply.symbol")
                            && !at.says("constructor")
                            && !at.owner().isEmpty(),
                    at -> "help(%s.class) lists what its methods take.".formatted(at.owner())));

    private CompileRules() {}

    static Optional<String> first(CompileAdvice complaint) {
        return List.of(SYNTAX, CONVERSIONS, NAMES).stream()
                .flatMap(List::stream)
                .filter(rule -> rule.fits().test(complaint))
                .findFirst()
                .map(rule -> rule.advice().apply(complaint));
    }

    private static Rule rule(Predicate<CompileAdvice> fits, String advice) {
        return rule(fits, at -> advice);
    }

    private static Rule rule(Predicate<CompileAdvice> fits, Function<CompileAdvice, String> advice) {
        return new Rule(fits, advice);
    }
}
