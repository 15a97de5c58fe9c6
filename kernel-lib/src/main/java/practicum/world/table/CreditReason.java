package practicum.world.table;

import java.util.List;

/**
 * Why a case is thought risky, as a lender has to say it.
 *
 * @param subscale what speaks against the case
 * @param share by how much it raises the score above that of a case without any of the subscale's points
 * @param columns the columns with points, those with most first
 */
public record CreditReason(String subscale, double share, List<String> columns) {
    public CreditReason {
        columns = List.copyOf(columns);
    }
}
