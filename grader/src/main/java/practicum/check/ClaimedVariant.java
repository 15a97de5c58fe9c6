package practicum.check;

import java.util.List;
import java.util.regex.Pattern;
import practicum.answer.Variant;
import practicum.source.Practicum;

/** Whose numbers a submission says that it has, beside whose it should have. */
final class ClaimedVariant {
    private ClaimedVariant() {}

    /** A remark for each id in the student's code whose variant is not the student's. */
    static List<Flag> flags(Practicum practicum, Attempt attempt) {
        if (!practicum.hasVariants()) {
            return List.of();
        }
        Pattern call = Pattern.compile(
                "\\bpracticum\\s*\\(\\s*\"" + Pattern.quote(practicum.stem()) + "\"\\s*,\\s*\"([^\"\\n]*)\"");
        return attempt.added().values().stream()
                .flatMap(List::stream)
                .flatMap(code -> call.matcher(code).results())
                .map(found -> found.group(1))
                .filter(id -> !id.isBlank() && isAnothers(practicum, id))
                .map(id -> new Flag(
                        Flag.Kind.OTHER_VARIANT,
                        "\"" + PlainText.of(id, 60) + "\" has other numbers than this submission's student"))
                .distinct()
                .toList();
    }

    private static boolean isAnothers(Practicum practicum, String id) {
        return Variant.of(practicum.stem(), id, practicum.about().variants()).index() != practicum.chosenVariant();
    }
}
