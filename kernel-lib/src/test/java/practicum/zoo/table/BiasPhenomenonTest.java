package practicum.zoo.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.tensor.Tensor;
import practicum.world.table.Applicant;
import practicum.world.table.Group;
import practicum.world.table.ScreenWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Phenomenon;
import practicum.zoo.Subject;

class BiasPhenomenonTest {
    private static final ScreenWorld WORLD = ScreenWorld.biased();
    private static final double SURE = 100;

    /** Invites whoever has one of some columns, and nobody else. */
    private static Net inviting(Predicate<String> columns) {
        List<String> all = WORLD.columns();
        float[] weights = new float[all.size()];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = columns.test(all.get(c)) ? (float) SURE : 0;
        }
        return new Net(
                NetConfig.dense("rule", weights.length, 1),
                Map.of("output.W", Tensor.of(weights, weights.length, 1), "output.b", Tensor.of((float) (-SURE / 2))));
    }

    private static double measured(Phenomenon<Net> phenomenon, String name, Net net) {
        return phenomenon.measure(new Subject<>(net, net, List.of(), step -> net)).stream()
                .filter(each -> each.name().equals(name))
                .mapToDouble(Measurement::value)
                .findFirst()
                .orElseThrow();
    }

    private static double bias(String name, Net net) {
        return measured(new BiasPhenomenon(WORLD), "bias: " + name, net);
    }

    @Test
    void whoeverInvitesMenBecauseTheyAreMenHasADirectEffectAlone() {
        Net men = inviting("man"::equals);
        assertThat(bias("parity gap", men)).isEqualTo(1);
        assertThat(bias("direct effect", men)).isEqualTo(1);
        assertThat(bias("indirect effect", men)).isZero();
    }

    /** In a club typical of men are that share of the men, and the rest of the women. */
    @Test
    void whoeverInvitesMembersOfMensClubsHasAnIndirectEffectAlone() {
        Net clubs = inviting(Applicant.clubs(Group.MAN)::contains);
        double gap = WORLD.typicality() - (1 - WORLD.typicality());
        assertThat(bias("parity gap", clubs)).isCloseTo(gap, within(1e-4));
        assertThat(bias("direct effect", clubs)).isZero();
        assertThat(bias("indirect effect", clubs)).isCloseTo(gap, within(1e-4));
    }

    @Test
    void whoeverInvitesByAGroupGivesNoneOfTheOtherAnEqualChance() {
        Net men = inviting("man"::equals);
        assertThat(measured(new MeritPhenomenon(WORLD), "merit: parity", men)).isZero();
        assertThat(measured(new MeritPhenomenon(WORLD), "merit: equalised odds", men))
                .isZero();
    }

    @Test
    void whoeverInvitesEverybodyTreatsBothAlike() {
        Net all = inviting(column -> Applicant.clubs(Group.MAN).contains(column)
                || Applicant.clubs(Group.WOMAN).contains(column));
        assertThat(bias("parity gap", all)).isZero();
        assertThat(measured(new MeritPhenomenon(WORLD), "merit: parity", all)).isEqualTo(1);
        assertThat(measured(new MeritPhenomenon(WORLD), "merit: equalised odds", all))
                .isEqualTo(1);
    }
}
