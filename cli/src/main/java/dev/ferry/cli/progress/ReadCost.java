package dev.ferry.cli.progress;

import dev.ferry.cli.cloud.CloudSession;
import dev.ferry.core.cost.Bill;
import dev.ferry.core.cost.PriceTable;
import dev.ferry.core.cost.RunCost;
import dev.ferry.core.run.RunRef;
import java.util.Optional;

/// Reads what a run has cost so far, from the bills that its invocations have put.
public final class ReadCost {
    private final CloudSession cloud;

    public ReadCost(CloudSession cloud) {
        this.cloud = cloud;
    }

    /// The cost at today's table of prices; nothing before the first bill.
    public Optional<RunCost> of(RunRef run) {
        var bills = cloud.tallies(run.migrationId()).of(run.runId(), Bill.TALLIED);
        return Optional.of(RunCost.of(PriceTable.standard(), bills.map(Bill::of)))
                .filter(cost -> !cost.isEmpty());
    }
}
