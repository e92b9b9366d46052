package dev.ferry.handlers.dynamodb;

import dev.ferry.core.budget.BudgetName;
import dev.ferry.core.budget.BudgetState;
import dev.ferry.core.budget.BudgetStore;
import java.util.Optional;

/// The shared states of budgets as items of the control table: one strongly consistent read and one conditional
/// write for a lease, and nothing more to read when another worker was first.
///
/// A budget belongs to a provider's key and not to a migration, so all migrations that use one key share its item.
/// One item takes about 1,000 writes a second, far above the leases of any budget.
///
/// *Shape*: pk `BUDGET#{name}`, sk `STATE`; the attributes are those of [BudgetItems].
public final class DynamoDbBudgetStore implements BudgetStore {
    private final ItemTable control;

    public DynamoDbBudgetStore(ItemTable control) {
        this.control = control;
    }

    @Override
    public Optional<BudgetState> find(BudgetName name) {
        return control.get(key(name)).map(BudgetItems::state);
    }

    @Override
    public Replacement replace(BudgetName name, BudgetState next) {
        return control.replace(BudgetItems.item(key(name), next), BudgetItems.REVISION, next.revision() - 1)
                .<Replacement>map(current -> new Replacement.Overtaken(BudgetItems.state(current)))
                .orElseGet(Replacement.Done::new);
    }

    private static ItemKey key(BudgetName name) {
        return new ItemKey("BUDGET#" + name.value(), "STATE");
    }
}
