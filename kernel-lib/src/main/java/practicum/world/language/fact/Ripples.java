package practicum.world.language.fact;

import java.util.ArrayList;
import java.util.List;
import practicum.world.Prompt;

/** What follows from an edit, and what must not: the world is closed under its rules before and after, and compared. */
public final class Ripples {
    private final Knowledge before;
    private final Knowledge after;
    private final Fact edit;

    private Ripples(Knowledge before, Fact edit) {
        this.before = before;
        this.edit = edit;
        after = before.edited(edit);
    }

    /** The ripples of an edit, without the edited fact itself. */
    public static List<Ripple> of(Knowledge knowledge, Fact edit) {
        return new Ripples(knowledge, edit).all();
    }

    private List<Ripple> all() {
        List<Ripple> ripples = new ArrayList<>();
        after.all().stream()
                .filter(fact -> !before.holds(fact) && !fact.equals(edit))
                .forEach(fact -> ripples.add(ripple(kindOfChange(fact), fact)));
        after.about(edit.subject()).stream()
                .filter(before::holds)
                .forEach(fact -> ripples.add(ripple(
                        fact.relation() == edit.relation()
                                ? Ripple.Kind.PRESERVATION
                                : Ripple.Kind.RELATION_SPECIFICITY,
                        fact)));
        return List.copyOf(ripples);
    }

    private Ripple.Kind kindOfChange(Fact fact) {
        if (fact.subject().equals(edit.object()) && fact.object().equals(edit.subject())) {
            return Ripple.Kind.LOGICAL_GENERALISATION;
        }
        if (after.aliases(edit.subject()).contains(fact.subject())) {
            return Ripple.Kind.SUBJECT_ALIASING;
        }
        return fact.subject().equals(edit.subject()) ? Ripple.Kind.COMPOSITION_I : Ripple.Kind.COMPOSITION_II;
    }

    private Ripple ripple(Ripple.Kind kind, Fact fact) {
        if (before.holds(fact)) {
            return new Ripple(kind, fact, fact.object());
        }
        List<String> objects = before.objects(fact.subject(), fact.relation());
        return new Ripple(kind, fact, objects.isEmpty() ? "" : objects.get(0));
    }

    /**
     * A question for each change whose answer can be told from what was true before: the foil is the old answer. Where
     * both begin with the same word there is no question.
     */
    public static List<Prompt> prompts(List<Ripple> ripples) {
        return ripples.stream()
                .filter(ripple -> ripple.isChange() && !ripple.before().isEmpty())
                .map(ripple -> new Prompt(
                        ripple.kind().label(),
                        ripple.fact().subject() + " "
                                + ripple.fact().relation().phrases().get(0),
                        firstWord(ripple.fact().object()),
                        firstWord(ripple.before())))
                .filter(prompt -> !prompt.answer().equals(prompt.foil()))
                .toList();
    }

    static String firstWord(String text) {
        return text.split(" ", 2)[0];
    }
}
