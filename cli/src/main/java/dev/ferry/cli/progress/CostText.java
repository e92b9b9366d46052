package dev.ferry.cli.progress;

import dev.ferry.cli.console.Amounts;
import dev.ferry.core.cost.RunCost;
import java.util.ArrayList;
import java.util.List;

/// What a run has cost so far, for a person.
///
/// @param records that the cost is spread over
/// @param embedded whether the run is in the embedded cloud, where nobody bills it
public record CostText(RunCost cost, long records, boolean embedded) {

    /// A short form for a line that says more.
    public String brief() {
        return "%s %s".formatted(embedded ? "on AWS" : "cost", Amounts.dollars(cost.total()));
    }

    /// The total with the prices that it is made of, then one line for each phase.
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        StringBuilder each = new StringBuilder();
        cost.perThousand(records)
                .ifPresent(dollars -> each.append(", %s per 1,000 records".formatted(Amounts.dollars(dollars))));
        lines.add("  %-28s %s%s; list prices of %s in %s"
                .formatted(
                        embedded ? "on AWS this would cost" : "cost so far",
                        Amounts.dollars(cost.total()),
                        each,
                        cost.prices().asOf(),
                        cost.prices().region()));
        cost.used()
                .keySet()
                .forEach(phase -> lines.add("    %-26s %s".formatted(phase, Amounts.dollars(cost.of(phase)))));
        return lines;
    }
}
