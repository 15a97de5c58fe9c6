package practicum.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import practicum.answer.Comparison;
import practicum.answer.Expectations;
import practicum.answer.Value;

/**
 * Compares committed expectations with computed ones: words exactly, values as their check compares them, because another
 * processor computes other last digits.
 */
final class Agreement {
    private Agreement() {}

    /** One sentence for each difference. */
    static List<String> differences(Expectations computed, Expectations committed) {
        List<String> found = new ArrayList<>();
        if (!computed.stem().equals(committed.stem())
                || !computed.title().equals(committed.title())
                || !computed.exercises().equals(committed.exercises())
                || !ids(computed).equals(ids(committed))) {
            found.add("its exercises and checks are not the source's.");
            return found;
        }
        for (Expectations.Check now : computed.checks()) {
            Optional<Expectations.Check> before = committed.check(now.id());
            before.ifPresent(check -> found.addAll(differences(now, check)));
        }
        return found;
    }

    private static List<String> ids(Expectations expectations) {
        return expectations.checks().stream().map(Expectations.Check::id).toList();
    }

    private static List<String> differences(Expectations.Check now, Expectations.Check before) {
        List<String> found = new ArrayList<>();
        if (!now.compare().equals(before.compare()) || !says(now).equals(says(before))) {
            found.add("the check \"" + now.id() + "\" has another comparison or other mistakes.");
            return found;
        }
        if (!agree(now.compare(), now.expected(), before.expected())) {
            found.add("the solution now answers \"" + now.id() + "\" with another value.");
        }
        for (int i = 0; i < now.mistakes().size(); i++) {
            Expectations.Mistake mistake = now.mistakes().get(i);
            if (!agree(now.compare(), mistake.value(), before.mistakes().get(i).value())) {
                found.add("a mistake now answers \"" + now.id() + "\" with another value: " + mistake.says());
            }
        }
        return found;
    }

    private static List<String> says(Expectations.Check check) {
        return check.mistakes().stream().map(Expectations.Mistake::says).toList();
    }

    private static boolean agree(String compare, Value now, Value before) {
        return Comparison.parse(compare).compare(now, before).passed();
    }
}
