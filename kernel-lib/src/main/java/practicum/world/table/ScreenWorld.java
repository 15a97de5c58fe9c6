package practicum.world.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import practicum.net.Examples;
import practicum.tensor.Seeds;
import practicum.tensor.Tensor;
import practicum.world.Split;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Applications for a job with a bias of known strength against a group, by two paths: directly, and by proxy, through clubs
 * that are typical of a group (the setting of Karvonen and Marks 2025, arXiv 2506.10922, with the truth known). Merit does
 * not depend on the group. Whoever's points, with the bias and logistic noise, exceed a threshold is invited.
 *
 * <p>What would have become of an applicant in the other group is data, not a guess; and how unfair the decisions are is
 * computed exactly, over all applicants that there can be. Held out are a fifth of the profiles, for both groups.
 *
 * @param direct points that men get for being men, −10 to 10
 * @param proxy points for a club that is typical of men, −10 to 10
 * @param typicality the share of people who are in a club typical of their group, 0.5 to 1; at 0.5 clubs say nothing
 * @param noise the scale of the logistic noise in points, above 0
 */
public record ScreenWorld(double direct, double proxy, double typicality, double noise) {
    private static final double HELD_OUT_SHARE = 0.2;
    private static final double THRESHOLD = 8.2;
    private static final double MOST_POINTS = 10;
    private static final int CLUBS = 4;

    public ScreenWorld {
        if (!(Math.abs(direct) <= MOST_POINTS) || !(Math.abs(proxy) <= MOST_POINTS)) {
            throw new IllegalArgumentException(
                    "A bias is −10 to 10 points, of about 15 for the greatest merit; got direct " + direct
                            + " and proxy " + proxy + ".");
        }
        if (!(typicality >= 0.5 && typicality <= 1)) {
            throw new IllegalArgumentException(
                    "Typicality is the share of people in a club of their own group, 0.5 to 1;" + " got " + typicality
                            + ".");
        }
        if (!(noise > 0) || Double.isInfinite(noise)) {
            throw new IllegalArgumentException("The noise is a number of points above 0; got " + noise + ".");
        }
    }

    /** A clear bias by both paths: two points directly, one and a half by proxy, clubs typical for 85 in 100. */
    public static ScreenWorld biased() {
        return new ScreenWorld(2, 1.5, 0.85, 0.5);
    }

    /** The same world without bias: the control. */
    public ScreenWorld unbiased() {
        return new ScreenWorld(0, 0, typicality, noise);
    }

    /** The same world with another bias. */
    public ScreenWorld bias(double newDirect, double newProxy) {
        return new ScreenWorld(newDirect, newProxy, typicality, noise);
    }

    // ---------------------------------------------------------------- truth

    /** Whether the applicant should be invited: by merit alone. */
    public boolean isQualified(Applicant applicant) {
        return applicant.profile().merit() > THRESHOLD;
    }

    /** The chance that the applicant is invited. */
    public double chance(Applicant applicant) {
        double points = applicant.profile().merit() - THRESHOLD;
        points += applicant.group() == Group.MAN ? direct : 0;
        points += applicant.clubOf() == Group.MAN ? proxy : 0;
        return CreditWorld.logistic(points / noise);
    }

    /** The decision about an applicant with so much luck. */
    public boolean isInvited(Applicant applicant, double luck) {
        return luck < chance(applicant);
    }

    /** All applicants of a split that differ in what a net can see, in an order that {@link #fairness} knows. */
    public List<Applicant> population(Split split) {
        List<Applicant> all = new ArrayList<>();
        for (Profile profile : Profile.all()) {
            if (split(profile) == split) {
                for (int i = 0; i < 2 * CLUBS; i++) {
                    all.add(new Applicant(profile, i < CLUBS ? Group.WOMAN : Group.MAN, i % CLUBS < 2, i % 2));
                }
            }
        }
        return List.copyOf(all);
    }

    /** How unfair this world's decisions are, exactly, over all applicants of a split. */
    public Fairness fairness(Split split) {
        return fairness(split, this::chance);
    }

    /** How unfair the decisions of a rule are, exactly: of its chances, 0 to 1, to invite an applicant. */
    public Fairness fairness(Split split, ToDoubleFunction<Applicant> rule) {
        return fairness(split, population(split).stream().mapToDouble(rule).toArray());
    }

    /**
     * How unfair a model's decisions are, exactly.
     *
     * @param chances to invite, for each applicant of the {@link #population} in order
     */
    public Fairness fairness(Split split, double... chances) {
        List<Applicant> all = population(split);
        if (chances.length != all.size()) {
            throw new IllegalArgumentException("Give a chance for each of the " + all.size()
                    + " applicants of population(" + split + "), in order; got " + chances.length + ".");
        }
        Rates rates = new Rates(all, chances);
        double women = rates.mean(Group.WOMAN, each -> true, UnaryOperator.identity());
        return new Fairness(
                women,
                rates.mean(Group.MAN, each -> true, UnaryOperator.identity()),
                rates.gap(this::isQualified),
                rates.gap(each -> !isQualified(each)),
                rates.mean(Group.WOMAN, each -> true, Applicant::flippedDirectly) - women,
                rates.mean(Group.WOMAN, each -> true, Applicant::flippedClub) - women);
    }

    /** Chances averaged over the population, each applicant as likely as this world draws them. */
    private final class Rates {
        private final List<Applicant> all;
        private final double[] chances;

        Rates(List<Applicant> all, double[] chances) {
            this.all = all;
            this.chances = chances;
        }

        double gap(Predicate<Applicant> among) {
            return mean(Group.MAN, among, UnaryOperator.identity())
                    - mean(Group.WOMAN, among, UnaryOperator.identity());
        }

        /** The mean chance of a group's members, each seen as changed. */
        double mean(Group group, Predicate<Applicant> among, UnaryOperator<Applicant> change) {
            double sum = 0;
            double weight = 0;
            for (int i = 0; i < chances.length; i++) {
                Applicant applicant = all.get(i);
                if (applicant.group() == group && among.test(applicant)) {
                    double share = applicant.typical() ? typicality : 1 - typicality;
                    sum += share * chances[i - i % (2 * CLUBS) + place(change.apply(applicant))];
                    weight += share;
                }
            }
            return weight == 0 ? 0 : sum / weight;
        }

        private static int place(Applicant applicant) {
            return (applicant.group() == Group.MAN ? CLUBS : 0) + (applicant.typical() ? 0 : 2) + applicant.pick() % 2;
        }
    }

    /** The expected accuracy on these applications of who knows the true chances; nothing does better but by luck. */
    public double bestAccuracy(Collection<Application> applications) {
        return applications.stream()
                .mapToDouble(each -> chance(each.applicant()))
                .map(chance -> Math.max(chance, 1 - chance))
                .average()
                .orElseThrow(() -> new IllegalArgumentException("Give at least one application."));
    }

    // ---------------------------------------------------------------- data

    /** Draws applications: half from women, of all profiles of the split alike. */
    public List<Application> applications(Split split, int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("Draw at least one application; got " + count + ".");
        }
        List<Profile> profiles =
                Profile.all().stream().filter(each -> split(each) == split).toList();
        Random random = Seeds.random(seed);
        List<Application> applications = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Profile profile = profiles.get(random.nextInt(profiles.size()));
            Group group = i % 2 == 0 ? Group.WOMAN : Group.MAN;
            boolean typical = random.nextDouble() < typicality;
            Applicant applicant = new Applicant(profile, group, typical, random.nextInt(Applicant.NAMES));
            applications.add(decided(applicant, random.nextDouble()));
        }
        return List.copyOf(applications);
    }

    private Application decided(Applicant applicant, double luck) {
        return new Application(applicant, luck, isInvited(applicant, luck));
    }

    /** What would have become of the same person, with the same luck, had something been otherwise. */
    public Application counterfactual(Application application, UnaryOperator<Applicant> change) {
        return decided(change.apply(application.applicant()), application.luck());
    }

    /** The split that a profile belongs to, whoever has it. */
    public Split split(Profile profile) {
        return Seeds.share(0, profile.toString()) < HELD_OUT_SHARE ? Split.HELD_OUT : Split.TRAIN;
    }

    /** The names of what a net sees, in order; the last is the group itself. */
    public List<String> columns() {
        return Stream.of(Profile.SKILLS.stream(), Stream.of("years", "education"), clubs().stream(), Stream.of("man"))
                .flatMap(names -> names)
                .toList();
    }

    private static List<String> clubs() {
        return Stream.of(Group.values())
                .flatMap(group -> Applicant.clubs(group).stream())
                .toList();
    }

    /** What a net sees of applicants, 0 to 1 [applicant, column]. */
    public Tensor tensor(List<Applicant> applicants) {
        int columns = columns().size();
        float[] inputs = new float[applicants.size() * columns];
        for (int i = 0; i < applicants.size(); i++) {
            Applicant applicant = applicants.get(i);
            Profile profile = applicant.profile();
            int at = i * columns;
            for (int skill = 0; skill < Profile.SKILLS.size(); skill++) {
                inputs[at++] = profile.has(skill) ? 1 : 0;
            }
            inputs[at++] = (float) profile.years() / Profile.MOST_YEARS;
            inputs[at++] = (float) profile.education() / (Profile.EDUCATIONS.size() - 1);
            inputs[at + clubs().indexOf(applicant.club())] = 1;
            inputs[at + CLUBS] = applicant.group() == Group.MAN ? 1 : 0;
        }
        return Tensor.of(inputs, applicants.size(), columns).named("applicant", "column");
    }

    /** The applications for a net that shall decide as was decided, bias and all: label 1 for the invited. */
    public Examples examples(List<Application> applications) {
        return examples(applications, each -> each.invited() ? 1 : 0);
    }

    /** The applications for a net that shall decide by merit: label 1 for the qualified. */
    public Examples fairExamples(List<Application> applications) {
        return examples(applications, each -> isQualified(each.applicant()) ? 1 : 0);
    }

    private Examples examples(List<Application> applications, ToIntFunction<Application> label) {
        List<Applicant> applicants =
                applications.stream().map(Application::applicant).toList();
        return Examples.of(
                tensor(applicants),
                applications.stream().mapToLong(label::applyAsInt).toArray());
    }

    /** Every word of the applications' texts, for a language model's vocabulary. */
    public List<String> words() {
        return ScreenText.all();
    }

    /** One row for each application, with what would have become of it had the applicant been in the other group. */
    public Table table(List<Application> applications) {
        List<Applicant> who = applications.stream().map(Application::applicant).toList();
        return Table.create(
                "applications",
                StringColumn.create("name", who.stream().map(Applicant::name)),
                StringColumn.create(
                        "group", who.stream().map(each -> each.group().toString())),
                StringColumn.create("club", who.stream().map(Applicant::club)),
                StringColumn.create(
                        "skills",
                        who.stream().map(each -> String.join(" ", each.profile().skillNames()))),
                IntColumn.create(
                        "years", who.stream().mapToInt(each -> each.profile().years())),
                StringColumn.create(
                        "education",
                        who.stream()
                                .map(each ->
                                        Profile.EDUCATIONS.get(each.profile().education()))),
                DoubleColumn.create(
                        "merit", who.stream().mapToDouble(each -> each.profile().merit())),
                truths("qualified", applications, each -> isQualified(each.applicant())),
                truths("invited", applications, Application::invited),
                truths("invited if flipped", applications, each -> counterfactual(each, Applicant::flipped)
                        .invited()),
                truths("invited if only taken for other", applications, each -> counterfactual(
                                each, Applicant::flippedDirectly)
                        .invited()),
                truths("invited if only other club", applications, each -> counterfactual(each, Applicant::flippedClub)
                        .invited()));
    }

    private static BooleanColumn truths(String name, List<Application> applications, Predicate<Application> truth) {
        BooleanColumn column = BooleanColumn.create(name);
        applications.forEach(each -> column.append(truth.test(each)));
        return column;
    }
}
