package practicum.answer;

/** Numbers within a tolerance, in a value of any form; what is no number is compared by its kind. */
record Close(Tolerance tolerance) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        return new Deep(tolerance, SameText.Mode.EXACT).compare(expected, actual);
    }
}
