package practicum.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import practicum.hook.Intervention;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What the interventions of a run did.
 *
 * @param largestChange the largest change that each made to any number at its hook
 */
public record Receipts(Map<Intervention, Double> largestChange) {
    public Receipts {
        largestChange = Collections.unmodifiableMap(new LinkedHashMap<>(largestChange));
    }

    /** A row for each intervention. */
    public Table table() {
        return Table.create("Interventions")
                .addColumns(
                        StringColumn.create(
                                "intervention", largestChange.keySet().stream().map(Intervention::toString)),
                        DoubleColumn.create(
                                "largest change",
                                largestChange.values().stream()
                                        .mapToDouble(d -> d)
                                        .toArray()));
    }
}
