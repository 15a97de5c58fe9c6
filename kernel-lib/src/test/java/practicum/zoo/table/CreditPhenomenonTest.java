package practicum.zoo.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import practicum.net.Net;
import practicum.net.NetConfig;
import practicum.tensor.Tensor;
import practicum.world.Split;
import practicum.world.table.CreditCase;
import practicum.world.table.CreditColumn;
import practicum.world.table.CreditSubscale;
import practicum.world.table.CreditWorld;
import practicum.zoo.Measurement;
import practicum.zoo.Subject;

class CreditPhenomenonTest {
    private static final CreditWorld WORLD = CreditWorld.of(0.1);
    private static final Net CAREFUL = linear(column -> column.rising() ? 1 : -1);
    private static final Net RECKLESS = linear(column -> column.rising() ? -1 : 1);

    /** A net without hidden layers, that adds up its columns with these weights. */
    private static Net linear(ToDoubleFunction<CreditColumn> weight) {
        List<CreditColumn> columns = WORLD.columns();
        float[] weights = new float[columns.size()];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = (float) weight.applyAsDouble(columns.get(c));
        }
        return new Net(
                NetConfig.dense("linear", weights.length, 1),
                Map.of("output.W", Tensor.of(weights, weights.length, 1), "output.b", Tensor.zeros(1)));
    }

    private static Measurement measured(String name, Net net, Net control) {
        Subject<Net> subject = new Subject<>(net, control, List.of(), step -> net);
        return new CreditPhenomenon(WORLD)
                .measure(subject).stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void everyStepIntoRiskRaisesASumOfRisksAndNoneItsNegative() {
        Measurement monotone = measured("credit: monotone", CAREFUL, RECKLESS);
        assertThat(monotone.value()).isEqualTo(1);
        assertThat(monotone.control()).isZero();
    }

    /** A net that looks at the means alone gives them as its reason, which is the true one as often as they are. */
    @Test
    void theReasonOfANetThatSeesOneSubscaleIsThatSubscale() {
        List<String> means = WORLD.subscales().get(3).columns();
        Net blind = linear(column -> means.contains(column.name()) ? -1 : 0);
        List<CreditCase> cases = WORLD.cases(Split.HELD_OUT, 2000, 2);
        double share = cases.stream()
                        .filter(each -> WORLD.reasons(each).get(0).subscale().equals("means"))
                        .count()
                / 2000.0;
        assertThat(measured("credit: first reason", blind, RECKLESS).value()).isCloseTo(share, within(0.002));
    }

    @Test
    void aNetsReasonsAreComparedWithAlwaysGivingTheSameReason() {
        double commonest = 0;
        for (CreditSubscale subscale : WORLD.subscales()) {
            long count = WORLD.cases(Split.HELD_OUT, 2000, 2).stream()
                    .filter(each -> WORLD.reasons(each).get(0).subscale().equals(subscale.name()))
                    .count();
            commonest = Math.max(commonest, count / 2000.0);
        }
        assertThat(measured("credit: first reason", CAREFUL, RECKLESS).control())
                .isCloseTo(commonest, within(1e-4));
    }
}
