package dev.ferry.core.budget;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The budget store of tests and of runs in one process.
///
/// *Threading*: safe for concurrent use.
public final class InMemoryBudgetStore implements BudgetStore {
    private final Map<BudgetName, BudgetState> states = new HashMap<>();

    @Override
    public synchronized Optional<BudgetState> find(BudgetName name) {
        return Optional.ofNullable(states.get(name));
    }

    @Override
    public synchronized Replacement replace(BudgetName name, BudgetState next) {
        BudgetState current = states.get(name);
        if ((current == null ? 0 : current.revision()) == next.revision() - 1) {
            states.put(name, next);
            return new Replacement.Done();
        }
        if (current == null) {
            throw new IllegalStateException(
                    "Budget %s has no state yet; its first has revision 1, not %d".formatted(name, next.revision()));
        }
        return new Replacement.Overtaken(current);
    }
}
