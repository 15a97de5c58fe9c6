package practicum.verify;

/** What must hold before a practicum is released. */
public enum Rule {
    READABLE("the source follows its rules: ids, points, hints, answers"),
    DOC_COMMENT("every exercise has a doc comment that says what to write"),
    VISIBLE_CHECK("every exercise has a visible check"),
    HIDDEN_CHECK("every exercise has a hidden check"),
    FORBIDDEN("what is forbidden exists, and no solution, alternative or stub uses it"),
    CURRENT("the committed files are what a build makes"),
    NO_LEAK("the release holds no solution and nothing hidden"),
    SOLUTION("the solution earns every point, each time it runs"),
    STUBS("the blank release compiles"),
    FLOOR("the blank release earns its declared floor"),
    MISTAKES("every mistake runs and loses points"),
    ALTERNATIVES("every alternative earns all points of its exercise"),
    EXPECTATIONS("the committed expectations are what the library computes");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String toString() {
        return sentence;
    }
}
