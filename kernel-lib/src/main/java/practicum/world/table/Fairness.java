package practicum.world.table;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * How differently two groups are treated. Differences are men's minus women's, so that above 0 men are favoured.
 *
 * @param womenInvited the share of women invited
 * @param menInvited the share of men invited
 * @param qualifiedGap the difference among the qualified: of true positive rates
 * @param unqualifiedGap the difference among the others: of false positive rates
 * @param directEffect how much more often women would be invited if they were taken for men but kept their clubs (the
 *     natural direct effect, Pearl 2001)
 * @param indirectEffect how much more often women would be invited if they had the clubs that they would have as men, but
 *     were taken for women (the natural indirect effect)
 */
public record Fairness(
        double womenInvited,
        double menInvited,
        double qualifiedGap,
        double unqualifiedGap,
        double directEffect,
        double indirectEffect) {
    /** Demographic parity gap: how much more often men are invited. It is the total effect, since nothing confounds. */
    public double parityGap() {
        return menInvited - womenInvited;
    }

    /** Equalised odds gap (Hardt et al. 2016, arXiv 1610.02413): the larger of both differences, without sign. */
    public double oddsGap() {
        return Math.max(Math.abs(qualifiedGap), Math.abs(unqualifiedGap));
    }

    /** One row for each figure. */
    public Table table() {
        return Table.create(
                "fairness",
                StringColumn.create(
                        "figure",
                        "women invited",
                        "men invited",
                        "demographic parity gap",
                        "true positive gap",
                        "false positive gap",
                        "equalised odds gap",
                        "direct effect",
                        "indirect effect"),
                DoubleColumn.create(
                        "value",
                        womenInvited,
                        menInvited,
                        parityGap(),
                        qualifiedGap,
                        unqualifiedGap,
                        oddsGap(),
                        directEffect,
                        indirectEffect));
    }
}
