package practicum.answer;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The same text: up to white space and the spelling of accents, and in any case where that is asked for.
 *
 * @param mode how much of it counts
 * @param wordsOnly whether only letters, digits and the gaps between them count
 */
record SameText(Mode mode, boolean wordsOnly) implements Comparison {
    /** How much of a text counts. */
    enum Mode {
        /** Every character. */
        VERBATIM,
        /** Not the amount of white space, nor how an accent is encoded. */
        EXACT,
        /** Not upper and lower case either. */
        IGNORE;

        static Mode named(String option) {
            return valueOf(option.toUpperCase(Locale.ROOT));
        }
    }

    SameText(Mode mode) {
        this(mode, false);
    }

    @Override
    public Verdict compare(Value expected, Value actual) {
        if (actual instanceof Value.Null) {
            return Faults.isNull(expected, actual);
        }
        if (!(expected instanceof Value.Text wanted) || !(actual instanceof Value.Text given)) {
            return Faults.kind(expected, actual);
        }
        if (form(wanted).equals(form(given))) {
            return Verdict.pass(expected, actual, "The text agrees.");
        } else if (given.value().isBlank()) {
            return Faults.empty(expected, actual);
        }
        return Faults.different(expected, actual, diagnosis(wanted, given));
    }

    private String form(Value.Text text) {
        String form = form(text, mode);
        return wordsOnly ? form.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip() : form;
    }

    private static String diagnosis(Value.Text expected, Value.Text actual) {
        if (form(expected, Mode.EXACT).equals(form(actual, Mode.EXACT))) {
            return "It differs only in white space: a token may begin with a blank.";
        } else if (form(expected, Mode.IGNORE).equals(form(actual, Mode.IGNORE))) {
            return "It differs only in upper and lower case.";
        }
        return "";
    }

    private static String form(Value.Text text, Mode mode) {
        if (mode == Mode.VERBATIM) {
            return text.value();
        }
        String plain =
                Normalizer.normalize(text.value(), Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        return mode == Mode.EXACT ? plain : plain.toLowerCase(Locale.ROOT);
    }
}
