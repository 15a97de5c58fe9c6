package practicum.answer;

/** Numbers of the expected shape that have a named property; the expected numbers themselves do not matter. */
record WithProperty(Property property, double tolerance) implements Comparison {
    @Override
    public Verdict compare(Value expected, Value actual) {
        return Paired.compare(expected, actual, (wanted, given) -> {
            String violation = property.violation(given, tolerance);
            return violation == null
                    ? Verdict.pass(expected, actual, "The numbers have the property that was asked for.")
                    : Verdict.fail(Fault.DIFFERENT, expected, actual, violation, "");
        });
    }
}
