package practicum.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The text of a comparison, taken apart: a name and options. */
record Spec(String name, Map<String, String> options) {
    private static final Pattern FORM = Pattern.compile("\\s*([a-z][a-z-]*)\\s*(?:\\((.*)\\))?\\s*");
    private static final Pattern OPTION = Pattern.compile("\\s*([a-z][a-zA-Z]*)\\s*=\\s*(\\S+)\\s*");

    static Spec parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new AnswerException(
                    "\"" + text + "\" is no comparison. It is a name with options, as in close(rtol=1e-3).");
        }
        var options = new LinkedHashMap<String, String>();
        String inside = form.group(2);
        if (inside != null && !inside.isBlank()) {
            for (String part : inside.split(",", -1)) {
                var option = OPTION.matcher(part);
                if (!option.matches()) {
                    throw new AnswerException("\"" + part.strip() + "\" in \"" + text
                            + "\" is no option. An option is a name and a value, as in rtol=1e-3.");
                }
                if (options.put(option.group(1), option.group(2)) != null) {
                    throw new AnswerException("The option " + option.group(1) + " stands twice in \"" + text + "\".");
                }
            }
        }
        return new Spec(form.group(1), options);
    }

    /** This spec, if it has no option but these. */
    Spec knows(String... names) {
        for (String option : options.keySet()) {
            if (!List.of(names).contains(option)) {
                throw new AnswerException("The comparison " + name + " has no option \"" + option + "\"."
                        + (names.length == 0 ? " It has no options." : " Known: " + String.join(", ", names) + "."));
            }
        }
        return this;
    }

    /** Refuses this spec where an option is not given. */
    void given(String option) {
        if (!options.containsKey(option)) {
            throw new AnswerException("The comparison " + name + " needs the option " + option + ".");
        }
    }

    /** A number that must be given. */
    double number(String option) {
        given(option);
        return number(option, Double.NaN);
    }

    double number(String option, double otherwise) {
        String text = options.get(option);
        try {
            double number = text == null ? otherwise : Double.parseDouble(text);
            if (!Double.isNaN(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as for NaN.
        }
        throw new AnswerException(
                "The option " + option + " of " + name + " is a number, but here it is \"" + text + "\".");
    }

    /** A whole number that must be given. */
    int whole(String option) {
        number(option);
        return whole(option, 1);
    }

    int whole(String option, int otherwise) {
        double number = number(option, otherwise);
        if (number != Math.rint(number) || number < 1) {
            throw new AnswerException("The option " + option + " of " + name
                    + " is a whole number of 1 or more, but here it is " + options.get(option) + ".");
        }
        return (int) number;
    }

    /** The option's value, which is one of these; the first where it is not given. */
    String oneOf(String option, String... values) {
        String value = options.getOrDefault(option, values[0]);
        if (!List.of(values).contains(value)) {
            throw new AnswerException("The option " + option + " of " + name + " is one of " + String.join(", ", values)
                    + ", but here it is \"" + value + "\".");
        }
        return value;
    }

    @Override
    public String toString() {
        return name + options;
    }
}
