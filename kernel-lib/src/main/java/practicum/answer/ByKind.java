package practicum.answer;

/** The comparison that fits the expected value's kind. */
record ByKind() implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        return new Deep(Tolerance.DEFAULT, SameText.Mode.EXACT).compare(expected, actual);
    }
}
