package dev.ferry.core.budget;

import java.util.Optional;

/// Where the shared states of budgets are kept.
///
/// *Threading*: safe for concurrent use by many processes; of two replacements of one state, one succeeds.
public interface BudgetStore {

    /// The state of a budget; nothing before its first change.
    Optional<BudgetState> find(BudgetName name);

    /// Puts a state in place of the one with the revision before it; revision 1 in place of none.
    Replacement replace(BudgetName name, BudgetState next);

    /// How a replacement ended.
    sealed interface Replacement {
        /// It stands.
        record Done() implements Replacement {}

        /// Somebody else was first; nothing was changed.
        record Overtaken(BudgetState current) implements Replacement {}
    }
}
