package dev.ferry.cli.cloud;

import dev.ferry.core.budget.BudgetStore;
import dev.ferry.core.tally.TallyStore;
import dev.ferry.core.work.WorkStore;

/// A connection to a cloud.
///
/// *Threading*: safe for concurrent use. *Errors*: AWS SDK exceptions, `STORE_UNAVAILABLE`.
public interface CloudSession extends AutoCloseable {

    /// The state machines and their executions.
    Executions executions();

    /// The work bucket.
    WorkStore work();

    /// The gates that wait for a person.
    Gates gates();

    /// What the units of work of a migration have counted.
    TallyStore tallies(String migrationId);

    /// The budgets of providers' limits that all workers share.
    BudgetStore budgets();

    /// What is known of single records.
    Records records(RecordScope scope);

    @Override
    void close();

    /// Opens sessions.
    @FunctionalInterface
    interface Opener {
        CloudSession open(CloudDescription cloud);
    }
}
