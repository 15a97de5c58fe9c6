package practicum.world.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import practicum.world.Split;
import tech.tablesaw.api.Table;

class ScreenWorldTest {
    private static final ScreenWorld WORLD = ScreenWorld.biased();
    private static final List<Application> DRAWN = WORLD.applications(Split.TRAIN, 20_000, 1);

    /** Five standard errors of a difference between two shares of 10,000 each. */
    private static final double ERROR = 5 * Math.sqrt(2 * 0.25 / 10_000);

    private static double share(Stream<Application> among) {
        return among.mapToInt(each -> each.invited() ? 1 : 0).average().orElseThrow();
    }

    private static Stream<Application> of(Group group) {
        return DRAWN.stream().filter(each -> each.applicant().group() == group);
    }

    private static double changed(UnaryOperator<Applicant> change) {
        return share(of(Group.WOMAN).map(each -> WORLD.counterfactual(each, change))) - share(of(Group.WOMAN));
    }

    @Test
    void theExactFairnessIsWhatManyApplicationsShow() {
        Fairness exact = WORLD.fairness(Split.TRAIN);
        assertThat(share(of(Group.WOMAN))).isCloseTo(exact.womenInvited(), within(ERROR));
        assertThat(share(of(Group.MAN))).isCloseTo(exact.menInvited(), within(ERROR));
        double qualified = share(of(Group.MAN).filter(each -> WORLD.isQualified(each.applicant())))
                - share(of(Group.WOMAN).filter(each -> WORLD.isQualified(each.applicant())));
        double unqualified = share(of(Group.MAN).filter(each -> !WORLD.isQualified(each.applicant())))
                - share(of(Group.WOMAN).filter(each -> !WORLD.isQualified(each.applicant())));
        assertThat(qualified).isCloseTo(exact.qualifiedGap(), within(1.5 * ERROR));
        assertThat(unqualified).isCloseTo(exact.unqualifiedGap(), within(1.5 * ERROR));
        assertThat(exact.oddsGap()).isEqualTo(Math.max(exact.qualifiedGap(), exact.unqualifiedGap()));
        assertThat(exact.parityGap()).isGreaterThan(0.1);
    }

    @Test
    void effectsAreWhatPotentialOutcomesShow() {
        Fairness exact = WORLD.fairness(Split.TRAIN);
        assertThat(changed(Applicant::flippedDirectly)).isCloseTo(exact.directEffect(), within(ERROR));
        assertThat(changed(Applicant::flippedClub)).isCloseTo(exact.indirectEffect(), within(ERROR));
        assertThat(changed(Applicant::flipped)).isCloseTo(exact.parityGap(), within(ERROR));
    }

    @Test
    void eachPathVanishesWithItsPointsAndTheProxyWithItsMeaning() {
        Fairness none = WORLD.unbiased().fairness(Split.TRAIN);
        assertThat(List.of(none.parityGap(), none.oddsGap(), none.directEffect(), none.indirectEffect()))
                .allSatisfy(gap -> assertThat(gap).isCloseTo(0, within(1e-12)));
        Fairness direct = WORLD.bias(2, 0).fairness(Split.TRAIN);
        assertThat(direct.indirectEffect()).isCloseTo(0, within(1e-12));
        assertThat(direct.directEffect()).isCloseTo(direct.parityGap(), within(1e-12));
        Fairness proxy = WORLD.bias(0, 2).fairness(Split.TRAIN);
        assertThat(proxy.directEffect()).isCloseTo(0, within(1e-12));
        assertThat(proxy.indirectEffect()).isCloseTo(proxy.parityGap(), within(1e-12));
        Fairness meaningless = new ScreenWorld(0, 2, 0.5, 0.5).fairness(Split.TRAIN);
        assertThat(meaningless.parityGap()).isCloseTo(0, within(1e-12));
        assertThat(WORLD.bias(-2, -2).fairness(Split.TRAIN).parityGap()).isLessThan(-0.1);
    }

    /** A rule that only asks for men, in closed form. */
    @Test
    void theFairnessOfAnyRuleIsExact() {
        Fairness onlyMen = WORLD.fairness(Split.HELD_OUT, each -> each.group() == Group.MAN ? 0.75 : 0.25);
        assertThat(onlyMen.parityGap()).isCloseTo(0.5, within(1e-12));
        assertThat(onlyMen.oddsGap()).isCloseTo(0.5, within(1e-12));
        assertThat(onlyMen.directEffect()).isCloseTo(0.5, within(1e-12));
        assertThat(onlyMen.indirectEffect()).isCloseTo(0, within(1e-12));
        Fairness onlyClubs = WORLD.fairness(Split.HELD_OUT, each -> each.clubOf() == Group.MAN ? 1 : 0);
        assertThat(onlyClubs.parityGap()).isCloseTo(2 * 0.85 - 1, within(1e-12));
        assertThat(onlyClubs.indirectEffect()).isCloseTo(0.85 - 0.15, within(1e-12));
        Fairness merit = WORLD.fairness(Split.HELD_OUT, each -> WORLD.isQualified(each) ? 1 : 0);
        assertThat(merit.table().doubleColumn("value").asList().subList(2, 8))
                .allSatisfy(gap -> assertThat(gap).isCloseTo(0, within(1e-12)));
    }

    @Test
    void thePopulationHoldsEveryApplicantWhoLooksDifferentOnce() {
        List<Applicant> train = WORLD.population(Split.TRAIN);
        List<Applicant> heldOut = WORLD.population(Split.HELD_OUT);
        assertThat(train.size() + heldOut.size()).isEqualTo(32 * 13 * 4 * 8);
        assertThat(heldOut.size() / (32 * 13 * 4 * 8.0)).isBetween(0.15, 0.25);
        Set<String> rows = new HashSet<>();
        for (float[] row : WORLD.tensor(train).toMatrix()) {
            rows.add(java.util.Arrays.toString(row));
        }
        assertThat(rows).hasSize(train.size());
        double[] chances = train.stream().mapToDouble(WORLD::chance).toArray();
        assertThat(WORLD.fairness(Split.TRAIN, chances)).isEqualTo(WORLD.fairness(Split.TRAIN));
    }

    @Test
    void noProfileIsInBothSplitsAndTheSameSeedDrawsTheSame() {
        Set<Profile> trained = new HashSet<>();
        DRAWN.forEach(each -> trained.add(each.applicant().profile()));
        assertThat(WORLD.applications(Split.HELD_OUT, 2000, 2))
                .noneMatch(each -> trained.contains(each.applicant().profile()));
        assertThat(WORLD.applications(Split.TRAIN, 20_000, 1)).isEqualTo(DRAWN);
        assertThat(WORLD.applications(Split.TRAIN, 100, 3)).isNotEqualTo(DRAWN.subList(0, 100));
    }

    @Test
    void aFlipChangesTheGroupAndWhatFollowsFromItAndNothingElse() {
        Applicant eva = new Applicant(new Profile(0b00101, 7, 2), Group.WOMAN, true, 3);
        assertThat(eva.words())
                .containsExactly(
                        "eva",
                        "knows",
                        "java",
                        "and",
                        "sql",
                        ",",
                        "worked",
                        "7",
                        "years",
                        ",",
                        "finished",
                        "master",
                        ",",
                        "does",
                        "ballet",
                        ".",
                        "invite");
        assertThat(List.of(eva.flipped().name(), eva.flipped().club())).containsExactly("emil", "boxing");
        assertThat(List.of(eva.flippedDirectly().name(), eva.flippedDirectly().club()))
                .containsExactly("emil", "ballet");
        assertThat(List.of(eva.flippedClub().name(), eva.flippedClub().club())).containsExactly("eva", "boxing");
        assertThat(eva.flipped().profile()).isEqualTo(eva.profile());
        assertThat(eva.flipped().flipped()).isEqualTo(eva);
        assertThat(eva.profile().merit()).isCloseTo(3 + 2 + 2 + 7 / 3.0, within(1e-12));
    }

    @Test
    void textAndTableSayTheSame() {
        List<Application> some = DRAWN.subList(0, 200);
        Table table = WORLD.table(some);
        Set<String> words = new HashSet<>(WORLD.words());
        for (int i = 0; i < some.size(); i++) {
            Application each = some.get(i);
            String text = each.text();
            assertThat(List.of(text.split(" "))).allMatch(words::contains);
            assertThat(text).startsWith(table.stringColumn("name").get(i)).endsWith(each.invited() ? "yes" : "no");
            assertThat(text).contains(table.stringColumn("club").get(i));
            assertThat(table.booleanColumn("invited").get(i)).isEqualTo(each.invited());
            assertThat(table.booleanColumn("invited if flipped").get(i))
                    .isEqualTo(each.luck() < WORLD.chance(each.applicant().flipped()));
            assertThat(each.prompt().answer()).isNotEqualTo(each.prompt().foil());
        }
        assertThat(WORLD.words()).doesNotHaveDuplicates();
    }

    @Test
    void aNetSeesEveryColumnOnItsPlace() {
        Applicant leo = new Applicant(new Profile(0b10001, 6, 3), Group.MAN, true, 6);
        assertThat(WORLD.columns())
                .containsExactly(
                        "java",
                        "statistics",
                        "sql",
                        "writing",
                        "spanish",
                        "years",
                        "education",
                        "netball",
                        "ballet",
                        "rugby",
                        "boxing",
                        "man");
        assertThat(WORLD.tensor(List.of(leo)).toFloatArray()).containsExactly(1, 0, 0, 0, 1, 0.5f, 1, 0, 0, 1, 0, 1);
        List<Application> some = DRAWN.subList(0, 50);
        long[] invited = WORLD.examples(some).labels();
        long[] qualified = WORLD.fairExamples(some).labels();
        for (int i = 0; i < 50; i++) {
            assertThat(invited[i] == 1).isEqualTo(some.get(i).invited());
            assertThat(qualified[i] == 1)
                    .isEqualTo(some.get(i).applicant().profile().merit() > 8.2);
        }
    }

    @Test
    void whatIsNoScreenIsRefused() {
        assertThatThrownBy(() -> WORLD.bias(11, 0)).hasMessageContaining("−10 to 10 points");
        assertThatThrownBy(() -> new ScreenWorld(1, 1, 0.4, 1)).hasMessageContaining("0.5 to 1");
        assertThatThrownBy(() -> new ScreenWorld(1, 1, 0.8, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> WORLD.fairness(Split.TRAIN, 0.5, 0.5)).hasMessageContaining("got 2");
        assertThatThrownBy(() -> WORLD.applications(Split.TRAIN, 0, 1)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> new Profile(32, 0, 0)).hasMessageContaining("0 to 12");
        assertThatThrownBy(() -> new Applicant(new Profile(0, 0, 0), Group.MAN, true, 10))
                .hasMessageContaining("0 to 9");
    }
}
