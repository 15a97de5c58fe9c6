package practicum.attack;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import practicum.check.Flag;
import practicum.check.Status;

/**
 * What the grader must make of an attack.
 *
 * @param statuses the statuses that are right
 * @param least the least score that is right
 * @param most the highest score that is right
 * @param flags what must be remarked
 * @param says what the reasons must say somewhere, or empty
 * @param pageLacks what the student's page of feedback must not hold
 * @param broken the exercises whose cells must not have run to their ends
 */
record Expected(
        Set<Status> statuses,
        double least,
        double most,
        List<Flag.Kind> flags,
        String says,
        List<String> pageLacks,
        List<String> broken) {
    Expected {
        broken = List.copyOf(broken);
        statuses = Set.copyOf(statuses);
        flags = List.copyOf(flags);
        pageLacks = List.copyOf(pageLacks);
    }

    static Expected of(double score, Status... statuses) {
        return new Expected(Set.of(statuses), score, score, List.of(), "", List.of(), List.of());
    }

    Expected atMost(double score) {
        return new Expected(statuses, least, score, flags, says, pageLacks, broken);
    }

    Expected flagged(Flag.Kind... kinds) {
        return new Expected(statuses, least, most, List.of(kinds), says, pageLacks, broken);
    }

    Expected saying(String words) {
        return new Expected(statuses, least, most, flags, words, pageLacks, broken);
    }

    Expected breaking(String... exercises) {
        return new Expected(statuses, least, most, flags, says, pageLacks, List.of(exercises));
    }

    Expected pageLacking(String... texts) {
        return new Expected(statuses, least, most, flags, says, List.of(texts), broken);
    }

    @Override
    public String toString() {
        String status = statuses.stream().map(Status::name).sorted().collect(Collectors.joining(" or "));
        String score = least == most ? number(least) : number(least) + "–" + number(most);
        String remarks = flags.isEmpty()
                ? ""
                : ", " + flags.stream().map(Flag.Kind::name).collect(Collectors.joining(", "));
        return status + ", " + score + remarks
                + (broken.isEmpty() ? "" : ", " + String.join(", ", broken) + " broken off")
                + (says.isEmpty() ? "" : ", “" + says + "”");
    }

    static String number(double points) {
        return points == Math.rint(points) ? Long.toString((long) points) : Double.toString(points);
    }
}
